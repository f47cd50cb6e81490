import { beforeAll, describe, expect, test } from 'vitest'
import { createIssuer } from '#modules/agencies/create-issuer.ts'
import { createPersonWithLogin } from '#modules/agencies/create-person.ts'
import { giveSeat } from '#modules/agencies/give-seat.ts'
import { saveUnit } from '#modules/agencies/save-unit.ts'
import { hashPassword } from '#platform/sessions/passwords.ts'
import { testDatabase } from '#tests/database/test-database.ts'
import { makeOffice, type Office, officeOpenedOn, testId } from '#tests/office/make-office.ts'
import { getSigning, possibleSigners } from './signing.ts'

let office: Office
const centre = { issuerId: testId(), unitId: testId(), director: testId(), deputy: testId() }

/** A service centre under the commune's roof: its own seal and series, one unit, a director and his deputy. */
beforeAll(async () => {
  office = await makeOffice(await testDatabase())
  const passwordHash = await hashPassword('mật khẩu thử nghiệm 2026')
  await office.system(async context => {
    await createIssuer(context, {
      ...{ id: centre.issuerId, agencyId: office.agencyId, kind: 'service-centre', ordinal: 3, identifiers: [] },
      ...{ name: 'Trung tâm Phục vụ hành chính công xã Cam Lộ', shortName: 'TTPVHCC', abbreviation: 'TTPVHCC' },
      ...{ letterhead: ['ỦY BAN NHÂN DÂN', 'XÃ CAM LỘ'], placeName: 'Cam Lộ', openedOn: officeOpenedOn },
    })
    await saveUnit(context, {
      ...{ id: centre.unitId, name: 'Trung tâm Phục vụ hành chính công', abbreviation: 'TTPVHCC', kind: 'centre' },
      ...{ ordinal: 9, validFrom: officeOpenedOn },
    })
    for (const [id, fullName, standing, title] of [
      [centre.director, 'Hoàng Thị Thắm', 'unit-head', 'GIÁM ĐỐC'],
      [centre.deputy, 'Đinh Công Tạo', 'unit-deputy', 'PHÓ GIÁM ĐỐC'],
    ] as const) {
      const personId = testId()
      const login = `tt.${personId.slice(-12)}`
      await createPersonWithLogin(context, { personId, fullName, login, passwordHash, mustChangePassword: false })
      await giveSeat(context, {
        ...{ id, person: { personId }, unitId: centre.unitId, issuerId: centre.issuerId, role: 'unit-head' },
        ...{ standing, title, validFrom: officeOpenedOn },
      })
    }
  })
})

const signing = (issuerId: string, seatId: string) =>
  office.system(async context => {
    const issuer = (await context.ports.agencies.findIssuer(context, issuerId))!
    const [seat] = await context.ports.agencies.getSeats(context, [seatId])
    return (await getSigning(context, issuer, seat!, { typeCode: 'cong-van' })).lines
  })

describe('who signs for a unit with a seal of its own', () => {
  test('is its head, and his deputy in his place', async () => {
    expect(await signing(centre.issuerId, centre.director)).toEqual(['GIÁM ĐỐC'])
    expect(await signing(centre.issuerId, centre.deputy)).toEqual(['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'])
  })

  test('is nobody of another unit, not even the chairman above it', async () => {
    for (const seat of ['leader', 'unit-head'] as const)
      await expect(signing(centre.issuerId, office.seats[seat].id)).rejects.toMatchObject({
        code: 'documents.SigningForbidden',
      })
    const possible = await office.system(async context =>
      possibleSigners(context, (await context.ports.agencies.findIssuer(context, centre.issuerId))!, 'cong-van'),
    )
    expect(possible.map(one => one.name)).toEqual(['Hoàng Thị Thắm', 'Đinh Công Tạo'])
  })

  test('signs for the agency itself as a head of a unit, never as a head', async () => {
    await expect(signing(office.issuer.id, centre.director)).rejects.toMatchObject({
      code: 'documents.SigningForbidden',
    })
    expect(await signing(office.issuer.id, office.seats.leader.id)).toEqual(['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'])
  })
})
