import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from '#lib/schemas/index.ts'
import { logAccess } from '#platform/audit/access-log.ts'
import { type IncomingOffice, incomingOffice } from '#tests/office/incoming.ts'
import type { OfficeSeat } from '#tests/office/make-office.ts'
import { type OutgoingDesk, type TwoDesks, toSeat, twoDesks } from '#tests/office/outgoing.ts'
import type { HistoryPage } from './contract.ts'

type Page = z.infer<typeof HistoryPage>
const told = ({ items }: Page) =>
  items.map(({ act, actorName, detail }) => [act, actorName, ...(detail.count ? [detail.count] : [])])
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000)

describe('the history of an incoming document', () => {
  let desk: IncomingOffice
  beforeAll(async () => {
    desk = await incomingOffice()
  })
  const historyOf = (seat: OfficeSeat, id: string, query = '') =>
    desk.get<Page>(seat, `/documents/incoming/${id}/history${query}`)
  const lookAt = (seat: OfficeSeat, documentId: string, hours: number) =>
    desk.office.act(seat, context => logAccess(context, { documentId, kind: 'view' }), { at: inHours(hours) })

  test('has beside the movements who looked at it, opened its files and took them, one entry a seat and kind', async () => {
    const id = await desk.register()
    for (const hours of [1, 3, 5]) await lookAt('auditor', id, hours)
    await lookAt('deputy', id, 2)
    const { body } = await desk.see('leader', id)
    const url = body.files[0]!.url.replace('/api/v1', '')
    await desk.get('leader', url)
    await desk.get('leader', `${url}?save=true`)
    const all = (await historyOf('clerk', id)).body
    expect(told(all).slice(0, 2)).toEqual([
      ['look-view', 'Hồ Thị Đào', 1],
      ['look-view', expect.any(String), 3],
    ])
    expect(told(all).slice(2, 5).toSorted()).toEqual([
      ['look-file', 'Lê Văn Định', 1],
      ['look-save', 'Lê Văn Định', 1],
      ['look-view', 'Lê Văn Định', 1],
    ])
    expect(told(all).slice(5)).toEqual([['register', 'Trần Thị Lụa']])
    const auditor = all.items[1]!
    const minutesOff = (at: unknown, hours: number) =>
      Math.abs(Date.parse(String(at)) - inHours(hours).getTime()) / 60_000
    expect([minutesOff(auditor.at, 1) < 5, minutesOff(auditor.detail.lastAt, 5) < 5]).toEqual([true, true])
    expect(told((await historyOf('auditor', id, '?only=movements')).body)).toEqual([['register', 'Trần Thị Lụa']])
    const looks = told((await historyOf('leader', id, '?only=looks')).body)
    expect(looks.every(([act]) => String(act).startsWith('look-'))).toBe(true)
  })

  test('shows looks to those alone who see all of the office by their role, and who stand in for them', async () => {
    const id = await desk.register()
    await desk.act('leader', id, 'direct', { targets: [{ unitId: desk.office.units.economy, role: 'lead' }] })
    await lookAt('leader', id, 1)
    for (const seat of ['unit-head', 'specialist'] as const) {
      expect(await historyOf(seat, id, '?only=looks')).toMatchObject({
        ...{ status: 403, body: { code: 'platform.NotAllowed' } },
      })
      expect(told((await historyOf(seat, id)).body).map(([act]) => act)).toEqual(['direct', 'register'])
      expect((await desk.see(seat, id)).body.seesLooks).toBe(false)
    }
    for (const seat of ['clerk', 'leader', 'deputy', 'office-head', 'auditor'] as const)
      expect([(await historyOf(seat, id, '?only=looks')).status, (await desk.see(seat, id)).body.seesLooks]).toEqual([
        200,
        true,
      ])
    expect((await historyOf('other-specialist', id)).status).toBe(404)
    const hidden = await desk.register({ restricted: true })
    expect((await historyOf('office-head', hidden, '?only=looks')).status).toBe(404)
  })

  test('is read page by page, each entry once and the newest first, also when one more comes in between', async () => {
    const id = await desk.register()
    await historyOf('clerk', id)
    for (const [at, seat] of (['leader', 'deputy', 'office-head', 'auditor'] as const).entries())
      await lookAt(seat, id, at + 1)
    const whole = (await historyOf('clerk', id, '?limit=100')).body.items.map(one => one.id)
    expect(whole).toHaveLength(6)
    const seen: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page: Page = (await historyOf('clerk', id, `?limit=2${cursor && `&cursor=${cursor}`}`)).body
      seen.push(...page.items.map(one => one.id))
      if (cursor === '') for (const seat of ['leader', 'clerk'] as const) await lookAt(seat, id, 9)
      cursor = page.next
    }
    expect(seen).toEqual(whole)
    expect((await historyOf('clerk', id, '?cursor=nonsense')).status).toBe(400)
  })

  test('keeps the order in which acts took effect, whatever the time at which they began', async () => {
    const id = await desk.register()
    await desk.act('leader', id, 'direct', { targets: [{ unitId: desk.office.units.economy, role: 'lead' }] })
    await desk.office.system(({ tx, agency }) =>
      sql`insert into document_history (agency_id, id, document_id, at, act, actor_name, actor_title, detail, position)
        select agency_id, gen_random_uuid(), document_id, at - interval '3 hours', 'urge', 'Lê Văn Định', '', '{}', 3
        from document_history where agency_id = ${agency} and document_id = ${id} and position = 2`.execute(tx),
    )
    const acts = told((await historyOf('clerk', id, '?only=movements')).body).map(([act]) => act)
    expect(acts).toEqual(['urge', 'direct', 'register'])
  })

  test('is itself a look, and opens what arrived', async () => {
    const id = await desk.register()
    await historyOf('office-head', id)
    expect(told((await historyOf('clerk', id, '?only=looks')).body)).toEqual([['look-view', 'Nguyễn Hữu Phước', 1]])
  })
})

describe('the history of an outgoing document', () => {
  let desks: TwoDesks
  let desk: OutgoingDesk
  beforeAll(async () => {
    desks = await twoDesks({ relaying: false })
    desk = desks.here
  })
  afterAll(() => desks.stop())
  const historyOf = (seat: OfficeSeat, id: string, query = '') =>
    desk.get<Page>(seat, `/documents/outgoing/${id}/history${query}`)

  test('has its looks for the office, and its issue alone for whoever received it', async () => {
    const id = await desk.quick.dispatched({ recipients: [toSeat(desk.office.seats['village-head'].id)] })
    await desk.see('village-head', id)
    expect(told((await historyOf('village-head', id)).body).map(([act]) => act)).toEqual(['dispatch'])
    expect((await historyOf('village-head', id, '?only=looks')).status).toBe(403)
    expect((await desk.see('village-head', id)).body.seesLooks).toBe(false)
    const looks = (await historyOf('leader', id, '?only=looks')).body
    expect(told(looks)).toContainEqual(['look-view', 'Hoàng Đình Cảnh', 1])
    expect((await historyOf('other-specialist', id)).status).toBe(404)
  })
})
