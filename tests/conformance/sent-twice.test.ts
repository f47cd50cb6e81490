import { beforeAll, expect, test } from 'vitest'
import { agencyRoutes } from '#modules/agencies/routes.ts'
import { testDatabase } from '#tests/database/test-database.ts'
import { makeOffice, type Office, testId } from '#tests/office/make-office.ts'
import { type OfficeHttp, officeHttp } from '#tests/office/office-http.ts'

let office: Office
let http: OfficeHttp
beforeAll(async () => {
  office = await makeOffice(await testDatabase())
  http = await officeHttp(office.machinery, agencyRoutes)
})

test('an act that is sent again under its key is the same whatever the order of its fields, and another with others', async () => {
  const { specialist } = office.seats
  const members = [{ seatId: office.seats.clerk.id }]
  const group = { id: testId(), name: 'Các phòng', own: true, members }
  expect((await http.call(specialist, 'POST /recipient-groups', group)).status).toBe(201)
  const key = testId()
  const change = (body: object) => http.call(specialist, `PUT /recipient-groups/${group.id}`, body, { key })
  expect((await change({ name: 'Các ban', own: true, members })).status).toBe(200)
  expect((await change({ members, own: true, name: 'Các ban' })).status).toBe(200)
  expect(await change({ name: 'Các thôn', own: true, members })).toMatchObject({
    ...{ status: 422, body: { code: 'platform.KeyUsedDifferently' } },
  })
})
