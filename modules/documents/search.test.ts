import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import type { z } from '#lib/schemas/index.ts'
import { testDatabase } from '#tests/database/test-database.ts'
import { type IncomingOffice, incomingOffice } from '#tests/office/incoming.ts'
import { type OfficeSeat, testId } from '#tests/office/make-office.ts'
import type { SearchPage } from './contract.ts'
import { hitsOf } from './search.ts'
import { indexDocument, lexemesOf } from './search-index.ts'

let desk: IncomingOffice
let land: string
beforeAll(async () => {
  desk = await incomingOffice()
  land = await desk.register({
    ...{
      notation: '4127/UBND-NNMT',
      subject: 'Làm giàu, làm sạch cơ sở dữ liệu đất đai',
      typeCode: 'ke-hoach',
      urgency: 1,
    },
    text: 'Rà soát thửa đất của hộ bà Nguyễn Thị Đượm, thôn Đâu Bình 1, trước ngày 04/12/2026',
  })
})
const search = async (seat: OfficeSeat, q: string, more = '') =>
  desk.get<z.infer<typeof SearchPage>>(seat, `/documents/search?q=${encodeURIComponent(q)}${more}`)
const found = async (seat: OfficeSeat, q: string, more = '') =>
  (await search(seat, q, more)).body.items.map(hit => hit.id)

describe('search', () => {
  test('finds facts and text with and without marks, in any case, in any Unicode form', async () => {
    for (const q of [
      'đất đai',
      'dat dai',
      'ĐẤT ĐAI',
      'Ðất đai',
      'đất đai'.normalize('NFD'),
      'thôn Đâu Bình',
      'nguyen thi duom',
    ])
      expect(await found('clerk', q), q).toEqual([land])
    expect(await found('clerk', 'đất rừng')).toEqual([])
  })

  test('shows why a document was found when its facts do not have the words', async () => {
    const excerpt = async (q: string) => (await search('clerk', q)).body.items[0]!.excerpt
    expect(await excerpt('dat dai')).toBeNull()
    expect(await excerpt('4127/UBND-NNMT')).toBeNull()
    expect(await excerpt('đất thon dau binh')).toBe(
      'Rà soát thửa đất của hộ bà Nguyễn Thị Đượm, thôn Đâu Bình 1, trước ngày 04/12/2026',
    )
  })

  test('finds by the arrival number, and by a number without the rest of its form, with zeros before it or not', async () => {
    const id = await desk.register({
      notation: '05/TB-VHXH',
      subject: 'Lịch họp dân',
      meetingChair: 'Ông Bạch Trung Thử',
    })
    const { arrivalNumber } = (await desk.see('clerk', id)).body
    for (const q of [String(arrivalNumber), `0${arrivalNumber}`, '5', '05', 'bach trung thu', '5/tb-vhxh'])
      expect(await found('clerk', q), q).toContain(id)
    expect((await search('clerk', `lich hop ${arrivalNumber}`)).body.items[0]!.excerpt).toBeNull()
  })

  test('finds a number form as one, however it is written', async () => {
    for (const q of ['4127/UBND-NNMT', '4127/ubnd', '4127 /UBND-NNMT', '04/12/2026'])
      expect(await found('clerk', q), q).toEqual([land])
    expect(await found('clerk', '4127/STC')).toEqual([])
  })

  test('narrows by direction, type, urgency and day, and goes on by cursor', async () => {
    expect(await found('clerk', 'đất đai', '&direction=outgoing')).toEqual([])
    expect(await found('clerk', 'đất đai', '&type=ke-hoach&urgency=1')).toEqual([land])
    expect(await found('clerk', 'đất đai', '&type=cong-van')).toEqual([])
    expect(await found('clerk', 'đất đai', '&to=2020-01-01')).toEqual([])
    expect(await found('clerk', '', '&type=ke-hoach')).toEqual([land])
    for (let index = 0; index < 3; index += 1) await desk.register({ subject: `Họp giao ban lần ${index}` })
    const first = await search('clerk', 'giao ban', '&limit=2')
    const second = await search('clerk', 'giao ban', `&limit=2&cursor=${first.body.next}`)
    expect([...first.body.items, ...second.body.items].map(hit => hit.subject)).toEqual(
      [2, 1, 0].map(index => `Họp giao ban lần ${index}`),
    )
    expect(second.body.next).toBeNull()
  })

  test('shows a specialist only what he may read', async () => {
    expect(await found('specialist', 'đất đai')).toEqual([])
    await desk.act('leader', land, 'direct', { targets: [{ unitId: desk.office.units.economy, role: 'lead' }] })
    expect(await found('specialist', 'đất đai')).toEqual([land])
    expect(await found('other-specialist', 'đất đai')).toEqual([])
  })

  test('finds a restricted document for its named readers, and for nobody else', async () => {
    const id = await desk.register({
      ...{ subject: 'Đơn tố cáo của ông Mục Đình Ngữ', restricted: true },
      text: 'Kính gửi: thôn Cây Dứa Dại',
    })
    const whoFinds = async (q: string) => {
      const seats = ['clerk', 'leader', 'deputy', 'office-head', 'auditor', 'unit-head', 'specialist'] as const
      const hits = await Promise.all(seats.map(async seat => ((await found(seat, q)).includes(id) ? [seat] : [])))
      return hits.flat()
    }
    for (const q of ['mục đình ngữ', 'cây dứa dại']) expect(await whoFinds(q), q).toEqual(['clerk', 'leader'])
    await desk.act('leader', id, 'direct', { targets: [{ unitId: desk.office.units.economy, role: 'lead' }] })
    expect(await whoFinds('cây dứa dại')).toEqual(['clerk', 'leader', 'unit-head'])
    expect(await found('clerk', 'mục đình ngữ', '&direction=incoming')).toEqual([id])
    // Its words are read in the document, where the look is noted.
    expect((await search('clerk', 'cây dứa dại')).body.items[0]!.excerpt).toBeNull()
    expect(await found('clerk', 'mục đình ngữ', '&to=2020-01-01')).toEqual([])
  })

  test('has no word of a restricted document in the common index, also of one that became restricted later', async () => {
    const { office } = desk
    const id = testId()
    const document = { documentId: id, direction: 'incoming', sortAt: new Date(), typeCode: null, urgency: 0 } as const
    const indexed = (restricted: boolean) =>
      office.act('clerk', context =>
        indexDocument(context, { ...document, restricted, metadata: ['Củ khoai môn'], bodyText: '' }),
      )
    const tablesWithIt = () =>
      office.act('clerk', async ({ tx, agency }) => {
        const rows = (table: 'document_search' | 'document_search_restricted') =>
          tx.selectFrom(table).select('lexemes').where('agency_id', '=', agency).where('document_id', '=', id).execute()
        return [(await rows('document_search')).length, (await rows('document_search_restricted')).length]
      })
    await indexed(false)
    expect(await tablesWithIt()).toEqual([1, 0])
    await indexed(true)
    expect(await tablesWithIt()).toEqual([0, 1])
    await indexed(false)
    expect(await tablesWithIt()).toEqual([1, 0])
  })

  test('puts restricted and other hits in one order, and goes on by cursor over both', async () => {
    const ids: string[] = []
    for (const restricted of [false, true, false, true, true])
      ids.unshift(await desk.register({ subject: 'Lịch trực hồ chứa', restricted }))
    const first = await search('clerk', 'trực hồ chứa', '&limit=3')
    const second = await search('clerk', 'trực hồ chứa', `&limit=3&cursor=${first.body.next}`)
    expect([...first.body.items, ...second.body.items].map(hit => hit.id)).toEqual(ids)
    expect(second.body.next).toBeNull()
  })

  test('finds the words of both kinds of documents by their indexes, however many there are', async () => {
    const { office } = desk
    await office.act('clerk', async ({ tx, agency }) => {
      const many = sql`select ${agency}::uuid as agency_id, gen_random_uuid() as document_id, 'incoming' as direction,
        now() - i * interval '1 minute' as sort_at, array_to_tsvector(array['chung', 'tu' || i]) as lexemes
        from generate_series(1, 6000) i`
      await sql`insert into document_search ${many}`.execute(tx)
      await sql`with made as (insert into document_search_restricted ${many} returning agency_id, document_id, sort_at)
        insert into document_readers (agency_id, reader, document_id, direction, sort_at, why)
        select agency_id, ${`seat:${office.seats.clerk.id}`}, document_id, 'incoming', sort_at, 'register' from made`.execute(
        tx,
      )
    })
    await (await testDatabase()).owner.query(
      'vacuum analyze document_search, document_search_restricted, document_readers',
    )
    const plan = await office.act('clerk', async context => {
      const { rows } = await sql<{
        'QUERY PLAN': string
      }>`explain ${hitsOf(context, { q: 'tu17' }, ['tu17'], 21)}`.execute(context.tx)
      return rows.map(row => row['QUERY PLAN']).join('\n')
    })
    expect(plan).toContain('on document_search_lexemes')
    expect(plan).toContain('on document_search_restricted_lexemes')
    expect(plan).not.toMatch(/Seq Scan on (document_search|document_readers)/)
  })

  test('takes whatever is typed for words, never for a query language', async () => {
    for (const q of ["'", "đất' | 'đai", '\\', '!!', '& |', '<script>', ':*', '()', '😀', '\u0000a'])
      expect((await search('clerk', q)).status, q).toBeLessThan(500)
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 60, unit: 'binary' }), async q => {
        expect((await search('clerk', q)).status).toBeLessThan(500)
      }),
      { numRuns: 30 },
    )
  }, 60_000)
})

describe('what a document is found by', () => {
  test('is whole also where a long text is taken piece by piece, and leaves out what nobody types', async () => {
    const words = Array.from({ length: 9000 }, (_, index) => `từ${index}`)
    const lexemes = await lexemesOf({
      metadata: ['Sở Nội vụ', null],
      typeCode: 'cong-van',
      urgency: 2,
      bodyText: words.join(' '),
    })
    expect(new Set(lexemes)).toEqual(
      new Set(['so', 'noi', 'vu', '=type/cong-van', '=urgency/2', ...words.map((_, index) => `tu${index}`)]),
    )
    const endless = await lexemesOf({ metadata: [], typeCode: null, urgency: 0, bodyText: 'x'.repeat(300_000) })
    expect(endless).toEqual(['=urgency/0'])
  })
})
