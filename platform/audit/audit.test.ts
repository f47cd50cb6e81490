import { createHash } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '#tests/database/test-database.ts'
import { makeOffice, type Office, testId } from '#tests/office/make-office.ts'
import { type AuditRowText, auditLeaf } from './audit.ts'

let database: TestDatabase
let office: Office
beforeAll(async () => {
  database = await testDatabase()
  office = await makeOffice(database)
})

/** The rows about a subject as the job that seals reads them: each column as the text that PostgreSQL gives, salt apart. */
async function auditedAbout(subjectId: string): Promise<{ readonly salt: Buffer; readonly row: AuditRowText }[]> {
  const { rows } = await database.owner.query<Record<string, string | null>>({
    text: 'select * from audit_entries where agency_id = $1 and subject_id = $2',
    values: [office.agencyId, subjectId],
    types: { getTypeParser: () => (value: string) => value },
  } as never)
  return rows.map(({ salt, ...row }) => ({ salt: Buffer.from(salt!.slice('\\x'.length), 'hex'), row }))
}

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
