import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '#tests/database/test-database.ts'
import { makeOffice, type Office, testId } from '#tests/office/make-office.ts'
import { type Audited, auditLeaf, readAudited } from './audit.ts'

let database: TestDatabase
let office: Office
beforeAll(async () => {
  database = await testDatabase()
  office = await makeOffice(database)
})

/** The rows about a subject as the job that seals reads them, on a connection that is set so. */
const auditedAbout = (
  subjectId: string,
  { dateStyle = 'ISO, MDY', timeZone = 'UTC' } = {},
): Promise<readonly Audited[]> =>
  office.system(async ({ tx, agency }) => {
    await sql`select set_config('datestyle', ${dateStyle}, true), set_config('timezone', ${timeZone}, true)`.execute(tx)
    const rows = await tx
      .selectFrom('audit_entries')
      .select('id')
      .where('agency_id', '=', agency)
      .where('subject_id', '=', subjectId)
      .execute()
    return readAudited(
      tx,
      agency,
      rows.map(row => row.id),
    )
  })

async function change(after: Record<string, unknown>): Promise<string> {
  const id = testId()
  await office.act('clerk', context =>
    context.audit({ act: 'documents.register', subject: { type: 'incoming', id }, before: { due: null }, after }),
  )
  return id
}

test('a change leaves one row that waits to be sealed, and a leaf that whoever has row and salt makes again', async () => {
  const id = await change({ subject: 'Về việc điều chỉnh', arrivalNumber: 12 })
  const [audited, ...more] = await auditedAbout(id)
  expect(more).toEqual([])
  const { salt, row } = audited!
  expect(salt).toHaveLength(16)
  const { rowCount } = await database.owner.query('select from audit_unsealed where agency_id = $1 and audit_id = $2', [
    office.agencyId,
    row.id,
  ])
  expect(rowCount).toBe(1)

  const columns = Object.keys(row).sort()
  const canonical = JSON.stringify(columns.map(column => [column, row[column]]))
  const expected = createHash('sha256')
    .update(Buffer.concat([salt, Buffer.from(canonical, 'utf8')]))
    .digest('hex')
  expect(auditLeaf(salt, row).toString('hex')).toBe(expected)
  const again = (await auditedAbout(id))[0]!
  const turned = Object.fromEntries(Object.entries(again.row).reverse())
  expect(auditLeaf(again.salt, turned).toString('hex')).toBe(expected)
})

test('a leaf is the same on every connection, however it writes times, and holds every column', async () => {
  const id = await change({ subject: 'Về việc điều chỉnh', dueOn: '2026-03-04' })
  const [audited] = await auditedAbout(id)
  const leaf = auditLeaf(audited!.salt, audited!.row).toString('hex')
  for (const settings of [
    { dateStyle: 'German, DMY' },
    { dateStyle: 'SQL, DMY', timeZone: 'Asia/Ho_Chi_Minh' },
    { timeZone: 'America/New_York' },
  ]) {
    const [again] = await auditedAbout(id, settings)
    expect(auditLeaf(again!.salt, again!.row).toString('hex'), JSON.stringify(settings)).toBe(leaf)
  }
  expect(audited!.row.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/)
  const { rows } = await database.owner.query<{ name: string; type: string }>(
    `select column_name as name, data_type as type from information_schema.columns
      where table_schema = 'public' and table_name = 'audit_entries'`,
  )
  expect(Object.keys(audited!.row).toSorted()).toEqual(
    rows
      .map(column => column.name)
      .filter(name => name !== 'salt')
      .toSorted(),
  )
  // Another one of a time would have to be written out in UTC, too.
  expect(rows.filter(({ type }) => /time|date/.test(type)).map(column => column.name)).toEqual(['at'])
})

test('a leaf is another one when anything in its row is changed, and cannot be guessed from the row alone', async () => {
  const id = await change({ arrivalNumber: 12 })
  const { salt, row } = (await auditedAbout(id))[0]!
  const leaf = auditLeaf(salt, row).toString('hex')
  for (const column of Object.keys(row)) {
    const changed = { ...row, [column]: `${row[column] ?? ''}1` }
    expect(auditLeaf(salt, changed).toString('hex'), column).not.toBe(leaf)
  }
  const salts = new Set<string>()
  for (let times = 0; times < 3; times++) {
    const [same] = await auditedAbout(await change({ arrivalNumber: 12 }))
    salts.add(same!.salt.toString('hex'))
    expect(auditLeaf(same!.salt, row).toString('hex')).not.toBe(leaf)
  }
  expect(salts.size).toBe(3)
})
