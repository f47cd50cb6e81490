import { beforeAll, expect, test } from 'vitest'
import type { z } from '#lib/schemas/index.ts'
import { testDatabase } from '#tests/database/test-database.ts'
import { makeOffice, type Office } from '#tests/office/make-office.ts'
import { type OfficeHttp, officeHttp } from '#tests/office/office-http.ts'
import type { OwnAgency } from './contract.ts'
import { agencyRoutes } from './routes.ts'

let office: Office
let http: OfficeHttp
const { server } = await testDatabase()
beforeAll(async () => {
  office = await makeOffice({ server })
  http = await officeHttp(office.machinery, agencyRoutes)
})
const helper = { name: 'Trần Thị Bình, Phòng Văn hóa – Xã hội', phone: '0233 000 0001' }
const known = async () => {
  const { body } = await http.call<z.infer<typeof OwnAgency>>(office.seats.specialist, 'GET /agency')
  return { name: body.supportName, phone: body.supportPhone }
}

test('everybody of the office is told whom to call, as its administrator named it', async () => {
  expect(await known()).toEqual({ name: null, phone: null })
  const sent = await http.call(office.seats['agency-admin'], 'PUT /agency/support', helper)
  expect(sent.status).toBe(200)
  expect(await known()).toEqual(helper)
  await http.call(office.seats['agency-admin'], 'PUT /agency/support', { name: '', phone: '' })
  expect(await known()).toEqual({ name: null, phone: null })
})
