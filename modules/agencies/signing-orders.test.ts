import { beforeAll, describe, expect, test } from 'vitest'
import { addDays, calendarDate } from '#lib/calendar-date/index.ts'
import { formatDate, todayInVietnam } from '#lib/vietnamese/index.ts'
import { testDatabase } from '#tests/database/test-database.ts'
import { makeOffice, type Office, testId } from '#tests/office/make-office.ts'
import type { LetSignByOrder } from './contract.ts'
import { agenciesPort } from './port.ts'
import { endSigningOrder, letSignByOrder, listSigningOrders } from './signing-orders.ts'

let office: Office
let other: Office
const today = calendarDate(todayInVietnam(new Date()))
beforeAll(async () => {
  office = await makeOffice(await testDatabase())
  other = await makeOffice(await testDatabase(), { place: 'Hướng Hóa', machinery: office.machinery })
})

const order = (more: Partial<LetSignByOrder> = {}): LetSignByOrder => ({
  ...{ id: testId(), issuerId: office.council.id, typeCodes: ['giay-moi'], writtenBasis: 'Quy chế, Điều 9' },
  ...{ validFrom: today, ...more },
})
const enter = (input: LetSignByOrder) => office.act('office-head', context => letSignByOrder(context, input))
const end = (id: string, validTo: string) =>
  office.act('office-head', context => endSigningOrder(context, { id, validTo }))
const holding = async () => {
  const rows = await office.act('specialist', context => agenciesPort.signingOrders(context, office.council.id), {
    mode: 'read only',
  })
  return rows.map(row => row.writtenBasis)
}

describe('a rule of signing by order', () => {
  test('holds from its first day until the day that ends it, for the body that it names', async () => {
    await enter(order({ writtenBasis: 'đang có hiệu lực' }))
    await enter(order({ writtenBasis: 'từ mai', validFrom: addDays(today, 1) }))
    await enter(order({ writtenBasis: 'đến hôm qua', validFrom: addDays(today, -9), validTo: today }))
    await enter(order({ writtenBasis: 'của UBND', issuerId: office.issuer.id }))
    expect(await holding()).toEqual(['đang có hiệu lực'])
  })

  test('is ended on a day and then no more; one that is over stays as it ended', async () => {
    const made = order({ writtenBasis: 'sẽ kết thúc' })
    await enter(made)
    await expect(end(made.id, addDays(today, -1))).rejects.toMatchObject({ code: 'agencies.DatesCross' })
    await end(made.id, addDays(today, 1))
    expect(await holding()).toContain('sẽ kết thúc')
    await end(made.id, today)
    expect(await holding()).not.toContain('sẽ kết thúc')
    await expect(end(made.id, today)).rejects.toMatchObject({ code: 'agencies.SigningOrderEnded' })
    const shown = await office.act('specialist', listSigningOrders, { mode: 'read only' })
    // What is over stands last, and still says where it stood in the regulation.
    const over = shown.findIndex(row => row.id === made.id)
    expect(shown.slice(over).every(row => row.valid_to !== null && row.valid_to <= today)).toBe(true)
  })

  test('is ended neither on a day that is over nor later than was settled', async () => {
    const made = order({ validFrom: addDays(today, -9) })
    await enter(made)
    await expect(end(made.id, addDays(today, -1))).rejects.toMatchObject({ code: 'agencies.OrderEndsBeforeToday' })
    await end(made.id, addDays(today, 3))
    await expect(end(made.id, addDays(today, 4))).rejects.toMatchObject({
      code: 'agencies.OrderEndsLater',
      title: expect.stringContaining(formatDate(addDays(today, 3))),
    })
  })

  test('is entered by nobody who does not keep the regulations, whichever way he comes', async () => {
    const made = order()
    for (const seat of ['clerk', 'leader', 'unit-head'] as const) {
      await expect(office.act(seat, context => letSignByOrder(context, made))).rejects.toMatchObject({
        code: 'platform.NotAllowed',
      })
    }
    await enter(made)
    await expect(
      office.act('clerk', context => endSigningOrder(context, { id: made.id, validTo: today })),
    ).rejects.toMatchObject({ code: 'platform.NotAllowed' })
  })

  test('sent twice is entered once; with another content it is refused', async () => {
    const made = order({ writtenBasis: 'gửi hai lần' })
    expect(await enter(made)).toBe(await enter(made))
    expect((await holding()).filter(basis => basis === 'gửi hai lần')).toHaveLength(1)
    await expect(enter({ ...made, typeCodes: ['thong-bao'] })).rejects.toMatchObject({
      code: 'platform.SentDifferently',
    })
  })

  test.each<[string, () => Partial<LetSignByOrder>, string]>([
    ['a type that is none', () => ({ typeCodes: ['giay-moi', 'giay-la'] }), 'agencies.TypeUnknown'],
    ['a unit of another office', () => ({ unitId: other.units.office }), 'agencies.UnitUnknown'],
    ['a body of another office', () => ({ issuerId: other.issuer.id }), 'agencies.IssuerUnknown'],
    ['an end before its beginning', () => ({ validTo: addDays(today, -1) }), 'agencies.DatesCross'],
  ])('with %s is refused', async (_what, more, code) => {
    const before = await holding()
    await expect(enter(order(more()))).rejects.toMatchObject({ code })
    expect(await holding()).toEqual(before)
  })
})
