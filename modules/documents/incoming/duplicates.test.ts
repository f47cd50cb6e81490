import { beforeAll, describe, expect, test } from 'vitest'
import { calendarDate, yearOf } from '#lib/calendar-date/index.ts'
import { todayInVietnam } from '#lib/vietnamese/index.ts'
import { assignmentsPort } from '#modules/assignments/port.ts'
import { testDatabase } from '#tests/database/test-database.ts'
import { makeBooks, paper } from '#tests/office/books.ts'
import { makeOffice, type Office } from '#tests/office/make-office.ts'
import type { RegisterIncoming } from '../contract.ts'
import { lookForDuplicate } from './duplicates.ts'
import { registerIncoming } from './register-incoming.ts'

const today = todayInVietnam(new Date())
let office: Office
beforeAll(async () => {
  office = await makeOffice(await testDatabase(), { ports: { assignments: assignmentsPort } })
  await makeBooks(office, { lastNumber: 1285 })
})

const register = (input: RegisterIncoming) => office.act('clerk', context => registerIncoming(context, input))

describe('a document that is there already', () => {
  test('is warned of, however its number is written, and the first one is named', async () => {
    const first = await register(
      await paper(office, { notation: '05/QĐ-UBND', issuerName: 'Ủy ban nhân dân xã Hướng Lập' }),
    )
    const same = await paper(office, { notation: '5/QÐ- UBND'.normalize('NFD'), issuerName: 'UBND xã Hướng Lập' })
    await expect(register(same)).rejects.toMatchObject({
      code: 'documents.DuplicateOfRegistered',
      status: 409,
      title: expect.stringContaining(`số ${first.arrival_number} ngày`),
      extras: { subject: { id: first.id, arrivalNumber: first.arrival_number } },
    })
    const asked = await office.act('clerk', context =>
      lookForDuplicate(context, { notation: '05/QĐ-UBND', issuerName: 'UBND xã Hướng Lập' }),
    )
    expect(asked.duplicate).toMatchObject({ id: first.id })
    const reasoned = await register({ ...same, duplicateReason: 'Bản giấy đến sau bản điện tử' })
    expect(reasoned).toMatchObject({
      arrival_number: expect.any(Number),
      duplicate_reason: 'Bản giấy đến sau bản điện tử',
    })
  })

  test('is none of another issuer, nor of another year', async () => {
    const year = yearOf(today)
    await register(
      await paper(office, { notation: '77/TB-STP', issuerName: 'Sở Tư pháp', issuedOn: calendarDate(`${year}-01-02`) }),
    )
    const other = paper(office, {
      notation: '77/TB-STP',
      issuerName: 'Sở Tài chính',
      issuedOn: calendarDate(`${year}-01-02`),
    })
    await expect(register(await other)).resolves.toBeDefined()
    const old = paper(office, {
      notation: '77/TB-STP',
      issuerName: 'Sở Tư pháp',
      issuedOn: calendarDate(`${year - 1}-01-02`),
    })
    await expect(register(await old)).resolves.toBeDefined()
  })

  test('is warned of also among the reports that every commune of a province sends under one number', async () => {
    const of = (commune: number) => ({ notation: '01/BC-UBND', issuerName: `UBND xã Thử ${commune}` })
    for (let commune = 1; commune <= 25; commune++) await register(await paper(office, of(commune)))
    await expect(register(await paper(office, of(25)))).rejects.toMatchObject({
      code: 'documents.DuplicateOfRegistered',
    })
    await expect(register(await paper(office, of(26)))).resolves.toBeDefined()
  })

  test('is warned of when two clerks enter it at one time', async () => {
    const facts = { notation: '901/SNV-CCVC', issuerName: 'Sở Nội vụ' }
    const inputs = [await paper(office, facts), await paper(office, facts)]
    const answers = await Promise.allSettled(inputs.map(input => register(input)))
    expect(answers.map(answer => answer.status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const refused = answers.find(answer => answer.status === 'rejected')
    expect(refused?.reason).toMatchObject({ code: 'documents.DuplicateOfRegistered' })
  })

  test('says nothing of a restricted one to a clerk who may not see it', async () => {
    const facts = { notation: '12/TB-TTCP', issuerName: 'Thanh tra tỉnh' }
    await register(await paper(office, { ...facts, restricted: true }))
    await office.act('clerk', ({ tx, agency }) =>
      tx
        .deleteFrom('document_readers')
        .where('agency_id', '=', agency)
        .where('reader', '=', `seat:${office.seats.clerk.id}`)
        .execute(),
    )
    await expect(register(await paper(office, facts))).resolves.toBeDefined()
  })
})
