import { beforeAll, describe, expect, test } from 'vitest'
import { addDays } from '#lib/calendar-date/index.ts'
import type { z } from '#lib/schemas/index.ts'
import { todayInVietnam } from '#lib/vietnamese/index.ts'
import { type IncomingOffice, incomingOffice } from '#tests/office/incoming.ts'
import { type OfficeSeat, testId } from '#tests/office/make-office.ts'
import type { RegisterList, RegisterView, SeriesList, SeriesView } from '../contract.ts'

const today = todayInVietnam(new Date())
const period = today.slice(0, 4)
let desk: IncomingOffice
beforeAll(async () => {
  desk = await incomingOffice()
})
type Series = z.infer<typeof SeriesView>
const call = <Reply>(seat: OfficeSeat, request: string, body: object) =>
  desk.http.call<Reply>(desk.office.seats[seat], request, body, { key: testId() })

/** A register of its own series, which goes on after `lastNumber` on paper. */
async function book(lastNumber = 1268) {
  const series = {
    ...{ id: testId(), issuerId: desk.office.issuer.id, direction: 'incoming', name: 'Đơn thư', typeCodes: [] },
    ...{ periodKind: 'year', notationTemplate: '{number}', basis: 'Quyết định của Chủ tịch' },
  }
  await call('clerk', 'POST /series', series)
  await call('clerk', `POST /series/${series.id}/open`, { lastNumber })
  const register = {
    ...{ id: testId(), direction: 'incoming', code: testId().slice(-8), name: 'Sổ đơn thư', seriesId: series.id },
    ...{ isDefault: false, restricted: false, basis: 'Quy chế', routes: [{ typeCodes: [], route: 'leader' }] },
  }
  await call('clerk', 'POST /registers', register)
  return { series, register }
}
const correct = (seriesId: string, lastNumber: number) =>
  call<Series>('clerk', `POST /series/${seriesId}/correct-last-number`, { period, lastNumber, reason: 'Ghi nhầm' })
const ending = (validTo: string) => ({ validTo, basis: 'Quyết định 15/QĐ-UBND' })

describe('a last number on paper that was typed wrongly', () => {
  test('is put right with a reason until the first number is given after it, and stands from then on', async () => {
    const { series, register } = await book(1268)
    const corrected = await correct(series.id, 1286)
    expect(corrected.body.periods).toMatchObject([{ period, lastNumber: 1286, hasGiven: false }])
    const id = await desk.register({ registerId: register.id })
    expect((await desk.see('clerk', id)).body.arrivalNumber).toBe(1287)
    const late = await correct(series.id, 1300)
    expect([late.status, late.body.code]).toEqual([409, 'numbering.SeriesRuns'])
    const entries = await desk.office.system(({ tx, agency }) =>
      tx
        .selectFrom('audit_entries')
        .select('after')
        .where('agency_id', '=', agency)
        .where('act', '=', 'numbering.corrected')
        .where('subject_id', '=', series.id)
        .execute(),
    )
    expect(JSON.stringify(entries)).toContain('Ghi nhầm')
  })

  test('is none of a period that was not begun', async () => {
    const { series } = await book()
    const body = { period: '1999', lastNumber: 1, reason: 'Ghi nhầm' }
    const refused = await call('clerk', `POST /series/${series.id}/correct-last-number`, body)
    expect([refused.status, refused.body.code]).toEqual([409, 'numbering.SeriesNotOpened'])
  })
})

describe('a series that was set up wrongly', () => {
  const change = { name: 'Số đơn thư', typeCodes: [], notationTemplate: '{number}', basis: 'Quy chế, Điều 3' }
  test('is corrected before it has given a number, and not after', async () => {
    const { series, register } = await book()
    const changed = await call<Series>('clerk', `PUT /series/${series.id}`, change)
    expect(changed.body).toMatchObject(change)
    await desk.register({ registerId: register.id })
    const late = await call('clerk', `PUT /series/${series.id}`, change)
    expect([late.status, late.body.code]).toEqual([409, 'documents.SeriesGave'])
  })
})

describe('a register that ends', () => {
  test('takes no document from that day, is still read, and leaves its code to another', async () => {
    const { register } = await book()
    const end = await call<z.infer<typeof RegisterView>>('clerk', `POST /registers/${register.id}/end`, ending(today))
    expect(end.body.validTo).toBe(today)
    await expect(desk.register({ registerId: register.id })).rejects.toThrow()
    const ids = async (query: string) =>
      (await desk.get<z.infer<typeof RegisterList>>('clerk', `/registers${query}`)).body.items.map(one => one.id)
    expect(await ids('')).not.toContain(register.id)
    expect(await ids('?ended=true')).toContain(register.id)
    expect((await desk.get('clerk', `/registers/${register.id}/arrivals`)).status).toBe(200)
    expect((await call('clerk', 'POST /registers', { ...register, id: testId() })).status).toBe(201)
    const again = await call('clerk', `POST /registers/${register.id}/end`, ending(addDays(today, 3)))
    expect([again.status, again.body.code]).toEqual([409, 'documents.BookEnded'])
  })

  test('ends neither in the past, nor by who keeps no registers', async () => {
    const { register } = await book()
    const past = await call('clerk', `POST /registers/${register.id}/end`, ending(addDays(today, -1)))
    expect([past.status, past.body.code]).toEqual([422, 'documents.BookEndsBeforeToday'])
    expect((await call('specialist', `POST /registers/${register.id}/end`, ending(today))).status).toBe(403)
  })
})

test('a series ends after the registers that draw from it', async () => {
  const { series, register } = await book()
  const early = await call('clerk', `POST /series/${series.id}/end`, ending(today))
  expect([early.status, early.body.code]).toEqual([409, 'documents.SeriesInUse'])
  await call('clerk', `POST /registers/${register.id}/end`, ending(today))
  expect((await call<Series>('clerk', `POST /series/${series.id}/end`, ending(today))).body.validTo).toBe(today)
  const { items } = (await desk.get<z.infer<typeof SeriesList>>('clerk', '/series')).body
  expect(items.map(one => one.id)).not.toContain(series.id)
})
