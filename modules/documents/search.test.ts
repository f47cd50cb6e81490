import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { z } from '#lib/schemas/index.ts'
import { type IncomingOffice, incomingOffice } from '#tests/office/incoming.ts'
import type { OfficeSeat } from '#tests/office/make-office.ts'
import type { SearchPage } from './contract.ts'
import { lexemesOf } from './search-index.ts'

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

  test('has no word of a restricted document, not even for those who may read it', async () => {
    const id = await desk.register({ subject: 'Đơn tố cáo của ông Mục Đình Ngữ', restricted: true })
    expect((await desk.see('clerk', id)).status).toBe(200)
    for (const seat of ['clerk', 'leader', 'office-head', 'auditor'] as const)
      expect(await found(seat, 'Mục Đình Ngữ')).toEqual([])
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
