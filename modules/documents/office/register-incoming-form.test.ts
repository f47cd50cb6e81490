import { expect, test } from 'vitest'
import type { IncomingDocument } from '#modules/documents/contract.ts'
import {
  broughtBackRequestOf,
  emptyForm,
  type Form,
  formOf,
  missingIn,
  requestOf,
  unregisteredRequestOf,
} from './register-incoming-form.ts'

const today = '2026-11-25'
const form = (changes: Partial<Form> = {}): Form => ({ ...emptyForm(today), ...changes })
const missing = (value: Form) =>
  missingIn(value, { read: {}, today, uploading: false, duplicate: true, years: [] }).map(({ path }) => path)
const file = {
  ...{ id: 'f1', name: 'a.pdf', mediaType: 'application/pdf', size: 10, pages: 1, firstPage: null, url: '/f1' },
  ...{ role: 'attachment' as const, title: 'Công văn' },
}

test('a paper that is not entered into a register needs a reason, an issuer and what it is, and neither file nor number', () => {
  expect(missing(form({ setAside: true }))).toEqual(['reason', 'issuer', 'subject'])
  const noted = form({
    setAside: true,
    reason: ' Báo ',
    issuerByName: true,
    issuerName: 'Báo Quảng Trị',
    subject: 'Số 1',
  })
  expect(missing(noted)).toEqual([])
  const request = unregisteredRequestOf({ ...noted, dueOn: '2026-12-01', registerId: 'r' }, 'id')
  expect(request).toMatchObject({ id: 'id', reason: 'Báo', subject: 'Số 1', files: [], arrivedOn: today })
  for (const name of ['registerId', 'dueOn', 'period', 'leaderSeatId']) expect(request).not.toHaveProperty(name)
})

test('what is seldom entered goes along only where it was entered, and copies are a number', () => {
  const plain = form({ subject: 'Báo cáo', files: [file], issuerByName: true, issuerName: 'Sở Nội vụ' })
  const sent = requestOf(plain, 'id', 'r')
  expect(sent.carrier).toBe('paper')
  for (const name of ['signerTitle', 'copies', 'language']) expect(sent).not.toHaveProperty(name)
  const more = { ...plain, signerTitle: ' Giám đốc ', carrier: 'mail' as const, copies: '3', language: 'Tiếng Lào' }
  expect(requestOf(more, 'id', 'r')).toMatchObject({
    ...{ signerTitle: 'Giám đốc', carrier: 'mail', copies: 3, language: 'Tiếng Lào' },
  })
  expect(missing({ ...plain, copies: 'hai', duplicateReason: 'x' })).toEqual(['copies'])
})

test('HỎA TỐC HẸN GIỜ wants its day and hour, and is sent as HỎA TỐC with the instant in Việt Nam', () => {
  const express = form({ urgency: 'hour', subject: 'Bão', files: [file], issuerByName: true, issuerName: 'Sở Nội vụ' })
  expect(missing({ ...express, duplicateReason: 'x' })).toEqual(['handleOn', 'handleTime'])
  const whole = { ...express, handleOn: today, handleTime: '14h30' }
  expect(requestOf(whole, 'id', 'r')).toMatchObject({ urgency: 3, handleBy: '2026-11-25T07:30:00.000Z' })
  // Half an hour typed is no instant: nothing is sent for it where it is not asked for.
  expect(requestOf({ ...express, handleTime: '9' }, 'id', 'r')).not.toHaveProperty('handleBy')
})

test('a paper that was noted goes on from what is known of it; what was scanned then is not sent again', () => {
  const noted = {
    ...{ arrivedOn: '2026-11-24', notation: '12/CV', issuedOn: null, issuerId: null, issuerName: 'Báo Quảng Trị' },
    ...{ typeCode: null, subject: 'Số 1', signerName: null, urgency: 3, handleBy: '2026-11-25T07:30:00.000Z' },
    ...{
      meetingAt: null,
      meetingPlace: null,
      meetingChair: null,
      note: null,
      paperPlace: null,
      restricted: false,
      copies: 1,
    },
    ...{ language: 'Tiếng Việt', signerTitle: null, carrier: 'paper' },
    files: [{ ...file, role: 'main', ordinal: 1, version: 1 }],
  } as unknown as IncomingDocument
  const known = formOf(noted, today)
  expect(known).toMatchObject({ urgency: 'hour', handleOn: '2026-11-25', handleTime: '14:30', arrivedOn: '2026-11-24' })
  const added = { ...known, files: [...known.files, { ...file, id: 'f2' }] }
  expect(broughtBackRequestOf(added, 'r')).toMatchObject({
    registerId: 'r',
    paper: {
      subject: 'Số 1',
      issuerName: 'Báo Quảng Trị',
      urgency: 3,
      files: [{ uploadId: 'f2', role: 'attachment' }],
    },
  })
})
