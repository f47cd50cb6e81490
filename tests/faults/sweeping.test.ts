import { utimes } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { allRoutes, contentUses } from '#apps/server/modules.ts'
import { sweep } from '#apps/server/sweep.ts'
import { idempotencyKeptDays } from '#platform/acts/sweep-idempotency.ts'
import { inBatches } from '#platform/database/in-batches.ts'
import { withoutAgency } from '#platform/database/transaction.ts'
import { findStrays, foldersOf, straysKeptDays } from '#platform/files/find-strays.ts'
import { keepStored } from '#platform/files/stored.ts'
import { sweepContent, sweepUploads, unusedUploadsKeptDays } from '#platform/files/sweep-uploads.ts'
import { doneEntriesKeptDays, sweepOutbox } from '#platform/outbox/sweep-outbox.ts'
import { freshDatabase } from '#tests/database/test-database.ts'
import { paper, upload } from '#tests/office/books.ts'
import { type IncomingOffice, incomingOffice } from '#tests/office/incoming.ts'
import { makeOffice, type Office, testId } from '#tests/office/make-office.ts'
import { officeHttp } from '#tests/office/office-http.ts'

let desk: IncomingOffice
let office: Office
let other: Office
// Alone: content is looked at over all agencies of a database.
beforeAll(async () => {
  desk = await incomingOffice({ database: await freshDatabase() })
  office = desk.office
  other = await makeOffice({ server: office.machinery.pool }, { machinery: office.machinery, place: 'Triệu Phong' })
})
const machinery = () => office.machinery
const daysAgo = (days: number) => sql<Date>`now() - make_interval(days => ${days}::integer)`
const both = () => [office, other]

async function writeKey(where: Office, days: number): Promise<string> {
  const key = testId()
  await where.system(({ tx, agency }) =>
    tx
      .insertInto('idempotency')
      .values({
        ...{ agency_id: agency, seat_id: where.seats.clerk.id, key, act: 'test', request_hash: Buffer.alloc(32) },
        at: daysAgo(days),
      })
      .execute(),
  )
  return key
}
async function writeEntry(where: Office, doneDaysAgo: number | null): Promise<string> {
  const id = testId()
  await where.system(({ tx, agency }) =>
    tx
      .insertInto('outbox')
      .values({
        ...{ agency_id: agency, id, kind: 'test', subject_id: testId(), payload: '{}', position: 1 },
        ...{ created_at: daysAgo(400), due_at: daysAgo(400) },
        done_at: doneDaysAgo === null ? null : daysAgo(doneDaysAgo),
      })
      .execute(),
  )
  return id
}
const left = async (table: 'idempotency' | 'outbox' | 'uploads', column: string, ids: readonly string[]) => {
  const found: string[] = []
  for (const where of both()) {
    const { rows } = await where.system(({ tx, agency }) =>
      sql<{ id: string }>`select ${sql.ref(column)}::text as id from ${sql.table(table)} where agency_id = ${agency}
        and ${sql.ref(column)}::text = any(${ids})`.execute(tx),
    )
    found.push(...rows.map(row => row.id))
  }
  return ids.filter(id => found.includes(id))
}

describe('what grows with every act', () => {
  test('a key stays as long as anybody may send its request again, then it goes, in every agency', async () => {
    const kept = [await writeKey(office, 0), await writeKey(office, 61), await writeKey(other, idempotencyKeptDays - 1)]
    const old = [await writeKey(office, idempotencyKeptDays + 1), await writeKey(other, 400)]
    await sweep(machinery())
    expect(await left('idempotency', 'key', [...kept, ...old])).toEqual(kept)
  })

  test('an entry of the outbox goes when it was done long ago; one that is open stays, however old', async () => {
    const kept = [await writeEntry(office, null), await writeEntry(office, doneEntriesKeptDays - 1)]
    const old = [await writeEntry(office, doneEntriesKeptDays + 1), await writeEntry(other, 200)]
    await sweep(machinery())
    expect(await left('outbox', 'id', [...kept, ...old])).toEqual(kept)
  })

  test('goes in small batches, the oldest first, and a stop waits for one batch alone', async () => {
    const [old, older, oldest] = [
      await writeEntry(office, 40),
      await writeEntry(office, 50),
      await writeEntry(office, 60),
    ]
    expect(await sweepOutbox(machinery().pool, office.agencyId, 2)).toBe(2)
    expect(await left('outbox', 'id', [old, older, oldest])).toEqual([old])
    expect(await sweepOutbox(machinery().pool, other.agencyId, 2)).toBe(0)
    const batches: number[] = []
    let stopped = false
    await inBatches(
      async limit => {
        batches.push(limit)
        stopped = batches.length === 3
        return limit
      },
      () => !stopped,
      7,
    )
    expect(batches).toEqual([7, 7, 7])
    let endless = 0
    await inBatches(
      async limit => {
        endless++
        return limit
      },
      () => true,
    )
    expect(endless).toBeLessThanOrEqual(100)
    await sweep(machinery())
  })
})

describe('a file that was sent and tied to nothing', () => {
  beforeEach(() => sweep(machinery()))

  const uploaded = async (days: number, text = 'Nội dung') => {
    const id = await upload(office, 'clerk', text)
    return { id, hash: await age(id, days) }
  }
  const age = async (id: string, days: number): Promise<Buffer> => {
    const row = await office.system(({ tx, agency }) =>
      tx
        .updateTable('uploads')
        .set({ created_at: daysAgo(days) })
        .where('agency_id', '=', agency)
        .where('id', '=', id)
        .returning('hash')
        .executeTakeFirstOrThrow(),
    )
    return row.hash
  }
  const isStored = async (hash: Buffer) => {
    const { pool, store } = machinery()
    const row = await withoutAgency(pool)
      .selectFrom('stored_files')
      .select('hash')
      .where('hash', '=', hash)
      .executeTakeFirst()
    return { row: row !== undefined, file: await store.has(hash) }
  }
  const content = (store = machinery().store) => sweepContent({ pool: machinery().pool, store, uses: contentUses }, 100)

  test('stays while its form may be open, then goes with its file, and the audit says so', async () => {
    const open = await uploaded(unusedUploadsKeptDays - 1)
    const left180 = await uploaded(unusedUploadsKeptDays + 1)
    await sweep(machinery())
    expect(await left('uploads', 'id', [open.id, left180.id])).toEqual([open.id])
    expect(await isStored(open.hash)).toEqual({ row: true, file: true })
    expect(await isStored(left180.hash)).toEqual({ row: false, file: false })
    const audited = await office.system(({ tx, agency }) =>
      tx
        .selectFrom('audit_entries')
        .select(['act', 'before'])
        .where('agency_id', '=', agency)
        .where('subject_id', '=', left180.id)
        .executeTakeFirstOrThrow(),
    )
    expect(audited).toMatchObject({
      act: 'files.unused-removed',
      before: { hash: left180.hash.toString('hex') },
    })
  })

  test('stays when a document has it, however old, and so does its content that another upload names', async () => {
    const entered = await paper(office)
    const { uploadId } = entered.files![0]!
    const http = await officeHttp(machinery(), allRoutes)
    expect((await http.call(office.seats.clerk, 'POST /documents/incoming', entered)).status).toBe(201)
    const tied = await age(uploadId, 400)
    // The same content once more, which nothing came of: the document's file must not go with it.
    const again = await uploaded(400)
    await office.system(({ tx, agency }) =>
      tx
        .updateTable('uploads')
        .set({ hash: tied })
        .where('agency_id', '=', agency)
        .where('id', '=', again.id)
        .execute(),
    )
    await sweep(machinery())
    expect(await left('uploads', 'id', [uploadId, again.id])).toEqual([uploadId])
    expect(await isStored(tied)).toEqual({ row: true, file: true })
    const { files } = (
      await http.call<{ files: { url: string }[] }>(office.seats.clerk, `GET /documents/incoming/${entered.id}`)
    ).body
    const path = files[0]!.url.replace('/api/v1', '')
    expect((await http.get(office.seats.clerk, path)).statusCode).toBe(200)
  })

  test('is named by a document of another office alone: the file stays', async () => {
    const { id, hash } = await uploaded(400)
    await other.system(({ tx, agency, now }) =>
      tx
        .insertInto('document_files')
        .values({
          ...{
            agency_id: agency,
            id: testId(),
            document_id: testId(),
            direction: 'incoming',
            role: 'main',
            ordinal: 0,
          },
          ...{ version: 1, title: 'Văn bản', name: 'a.pdf', hash, media_type: 'application/pdf', size: 1, pages: 1 },
          ...{ body_text: '', added_by: null, added_at: now },
        })
        .execute(),
    )
    await sweep(machinery())
    expect(await left('uploads', 'id', [id])).toEqual([])
    expect(await isStored(hash)).toEqual({ row: true, file: true })
  })

  test('after a crash before its content was looked at, the next run does it', async () => {
    const { id, hash } = await uploaded(400)
    expect(await sweepUploads(machinery(), office.agencyId, 100)).toBe(1)
    expect(await left('uploads', 'id', [id])).toEqual([])
    expect(await isStored(hash)).toEqual({ row: true, file: true })
    await sweep(machinery())
    expect(await isStored(hash)).toEqual({ row: false, file: false })
  })

  test.each(['before', 'after'] as const)(
    'after a crash between the commit and the disk (%s the file went), the next run does it',
    async when => {
      const { hash } = await uploaded(400)
      await sweepUploads(machinery(), office.agencyId, 100)
      const { store } = machinery()
      const dying = {
        ...store,
        remove: async (one: Buffer) => {
          if (when === 'after') await store.remove(one)
          throw new Error('killed')
        },
      }
      await expect(content(dying)).rejects.toThrow('killed')
      expect(await isStored(hash)).toEqual({ row: false, file: when === 'before' })
      expect(await content()).toBe(1)
      expect(await isStored(hash)).toEqual({ row: false, file: false })
      expect(await content(), 'nothing is looked at for ever').toBe(0)
    },
  )

  test('that is sent anew while it is swept is whole: the file goes before it comes, or stays', async () => {
    const bytes = Buffer.from(`một tệp gửi lại ${testId()}`)
    const { store } = machinery()
    const send = async () => {
      const file = await store.receive(Readable.from([bytes]))
      await office.act('clerk', async ({ tx, agency, actor, now }) => {
        await keepStored(tx, store, file, 'application/pdf')
        const facts = { name: 'a.pdf', media_type: 'application/pdf', size: file.size, pages: 1, body_text: '' }
        await tx
          .insertInto('uploads')
          .values({
            agency_id: agency,
            id: testId(),
            seat_id: actor.seatId,
            hash: file.hash,
            created_at: now,
            ...facts,
          })
          .execute()
      })
      return file.hash
    }
    const hash = await send()
    await office.system(({ tx, agency }) =>
      tx
        .updateTable('uploads')
        .set({ created_at: daysAgo(400) })
        .where('agency_id', '=', agency)
        .where('hash', '=', hash)
        .execute(),
    )
    await sweepUploads(machinery(), office.agencyId, 100)
    let sentAnew: Promise<Buffer> | undefined
    const slow = {
      ...store,
      remove: async (one: Buffer) => {
        sentAnew = send()
        // Long enough for it to be done if nothing held it.
        await new Promise(resolve => setTimeout(resolve, 400))
        await store.remove(one)
      },
    }
    await content(slow)
    await sentAnew
    expect(await isStored(hash)).toEqual({ row: true, file: true })
    await sweep(machinery())
    expect(await isStored(hash)).toEqual({ row: true, file: true })
  })
})

describe('a file whose upload died before its commit', () => {
  const strayOf = async (text: string, days: number): Promise<Buffer> => {
    const { store } = machinery()
    const file = await store.receive(Readable.from([Buffer.from(text)]))
    const dying = office.act('clerk', async ({ tx }) => {
      await keepStored(tx, store, file, 'application/pdf')
      throw new Error('killed')
    })
    await expect(dying).rejects.toThrow('killed')
    await aged(file.hash, days)
    return file.hash
  }
  const aged = async (hash: Buffer, days: number) => {
    const at = new Date(Date.now() - days * 86_400_000)
    await utimes(machinery().store.pathOf(hash), at, at)
  }
  const has = (hash: Buffer) => machinery().store.has(hash)
  const everyFolder = Array.from({ length: 32 }, (_, part) => foldersOf(part)).flat()

  test('is found by its folder when it is old and goes; a young one stays, and one that a row knows, however old', async () => {
    const old = await strayOf(`lạc ${testId()}`, straysKeptDays + 1)
    const young = await strayOf(`vừa tới ${testId()}`, straysKeptDays - 1)
    const known = await upload(office, 'clerk', `có chủ ${testId()}`)
    const row = await office.system(({ tx, agency }) =>
      tx
        .selectFrom('uploads')
        .select('hash')
        .where('agency_id', '=', agency)
        .where('id', '=', known)
        .executeTakeFirstOrThrow(),
    )
    await aged(row.hash, 400)
    await sweep(machinery())
    expect(await has(old), 'not without its folder').toBe(true)
    await sweep(machinery(), () => true, everyFolder)
    expect([await has(old), await has(young), await has(row.hash)]).toEqual([false, true, true])
  })

  test('that is sent anew after it was found stays with its row', async () => {
    const text = `gửi lại ${testId()}`
    const hash = await strayOf(text, 400)
    const { pool, store } = machinery()
    expect(await findStrays({ pool, store }, everyFolder)).toBe(1)
    const again = await store.receive(Readable.from([Buffer.from(text)]))
    await office.act('clerk', async ({ tx, agency, actor, now }) => {
      await keepStored(tx, store, again, 'application/pdf')
      const facts = { name: 'a.pdf', media_type: 'application/pdf', size: again.size, pages: 1, body_text: '' }
      await tx
        .insertInto('uploads')
        .values({ agency_id: agency, id: testId(), seat_id: actor.seatId, hash, created_at: now, ...facts })
        .execute()
    })
    await sweep(machinery(), () => true, everyFolder)
    expect(await has(hash)).toBe(true)
  })

  test('is looked for in a part of the store at a time, and all parts are the whole', () => {
    expect(foldersOf(0)).toHaveLength(8)
    expect(new Set(everyFolder).size).toBe(256)
    expect(foldersOf(33)).toEqual(foldersOf(1))
  })
})

test('every table that names content by its hash is asked before content goes', async () => {
  const { rows } = await sql<{ name: string }>`
    select c.table_name as name from information_schema.columns c
    where c.table_schema = 'public' and c.column_name = 'hash' and c.data_type = 'bytea' order by 1`.execute(
    withoutAgency(machinery().pool),
  )
  // A new one among these needs a look of its own in `contentUses` (apps/server/modules.ts).
  expect(rows.map(row => row.name)).toEqual(['document_files', 'stored_files', 'swept_content', 'uploads'])
})
