import { beforeAll, describe, expect, test } from 'vitest'
import type { ActContext } from '#platform/acts/context.ts'
import { testDatabase } from '#tests/database/test-database.ts'
import { makeOffice, type Office, testId } from '#tests/office/make-office.ts'
import { endSeat } from './end-seat.ts'
import { agenciesPort as port } from './port.ts'

let office: Office
let other: Office
const { server } = await testDatabase()
beforeAll(async () => {
  office = await makeOffice({ server })
  other = await makeOffice({ server }, { machinery: office.machinery })
})

const ask = <Answer>(question: (context: ActContext) => Promise<Answer>): Promise<Answer> =>
  office.act('clerk', question)

describe('what other modules ask of the office', () => {
  test('its name and place, and its issuers, the own one first', async () => {
    expect(await ask(context => port.getAgency(context))).toEqual({
      ...{ id: office.agencyId, name: 'Ủy ban nhân dân xã Cam Lộ', shortName: 'UBND xã Cam Lộ', placeName: 'Cam Lộ' },
    })
    const own = await ask(context => port.ownIssuers(context))
    expect(own.map(issuer => issuer.id)).toEqual([office.issuer.id, office.council.id])
    expect(own[0]).toMatchObject({ inside: true, letterhead: ['TỈNH QUẢNG TRỊ'], identifier: office.issuer.identifier })
  })

  test('issuers of any agency, in the order asked for, without those that are none', async () => {
    const found = await ask(context => port.findIssuers(context, [other.issuer.id, testId(), office.issuer.id]))
    expect(found.map(issuer => issuer.agencyId)).toEqual([other.agencyId, office.agencyId])
  })

  test('seats by part, in the order of the office', async () => {
    const titles = async (fits: Parameters<typeof port.seatsWhere>[1]) =>
      (await ask(context => port.seatsWhere(context, fits))).map(seat => seat.title)
    expect(await titles({ role: 'leader' })).toEqual(['CHỦ TỊCH', 'PHÓ CHỦ TỊCH'])
    expect(await titles({ unitId: office.units.economy })).toEqual(['TRƯỞNG PHÒNG', 'Chuyên viên'])
    expect(await titles({ role: 'specialist', unitId: office.units.office })).toEqual([])
    expect(await titles({ standing: 'head' })).toEqual(['CHỦ TỊCH'])
  })

  test('who leads a unit: its head, else its deputy, else nobody', async () => {
    expect(await ask(context => port.findUnitHead(context, office.units.economy))).toMatchObject({
      id: office.seats['unit-head'].id,
    })
    expect(await ask(context => port.findUnitHead(context, office.units.leadership))).toMatchObject({
      id: office.seats.leader.id,
    })
    const { id } = office.seats['other-unit-head']
    await office.act('agency-admin', context => endSeat(context, { id, validTo: context.today }))
    expect(await ask(context => port.findUnitHead(context, office.units.culture))).toBeUndefined()
  })

  test('names of ended seats for history, but no work for them', async () => {
    const { id, fullName } = office.seats['village-head']
    await office.act('agency-admin', context => endSeat(context, { id, validTo: context.today }))
    expect((await ask(context => port.seatNames(context, [id]))).get(id)).toEqual({ fullName, title: 'TRƯỞNG THÔN' })
    expect(await ask(context => port.findSeat(context, id))).toMatchObject({ fullName, validTo: expect.any(String) })
    await expect(ask(context => port.getSeats(context, [id]))).rejects.toThrow('agencies.SeatUnknown')
    expect((await ask(context => port.seatsWhere(context, { role: 'village-head' }))).length).toBe(0)
  })

  test('nothing of seats and units of another agency', async () => {
    const theirs = other.seats.clerk.id
    expect(await ask(context => port.findSeat(context, theirs))).toBeUndefined()
    expect((await ask(context => port.seatNames(context, [theirs]))).size).toBe(0)
    await expect(ask(context => port.getSeats(context, [theirs]))).rejects.toThrow('agencies.SeatUnknown')
    await expect(ask(context => port.getUnits(context, [other.units.economy]))).rejects.toThrow('agencies.UnitUnknown')
    expect(await ask(context => port.findUnitHead(context, other.units.economy))).toBeUndefined()
  })
})
