import { expect, test } from 'vitest'
import { replyValueOf } from './reply-value.ts'

const asked = {
  ...{ subject: 'Rà soát hộ nghèo năm 2026', notation: '2111/SNV-TCBC', issuedOn: '2026-11-20', typeCode: 'cong-van' },
  ...{ issuerId: 'issuer', issuerName: 'Sở Nội vụ tỉnh Quảng Trị', restricted: false },
}
const department = {
  ...{ issuerId: 'issuer', agencyId: 'agency', name: asked.issuerName, shortName: 'SNV', abbreviation: 'SNV' },
  ...{ kind: 'department' as const, level: 'province', parentName: null, identifier: null, placeName: 'Quảng Trị' },
}

test('a reply begins with its addressee and with what it answers, and nothing of it is typed', () => {
  const begun = replyValueOf(asked, department as never)
  expect(begun).toMatchObject({
    subject: 'trả lời công văn số 2111/SNV-TCBC',
    addressees: 'Sở Nội vụ tỉnh Quảng Trị',
    recipients: [{ kind: 'agency', refId: 'issuer', purpose: 'act', carrier: 'system' }],
    restricted: false,
  })
  expect(begun.blocks).toMatchObject([
    {
      text: 'Phúc đáp Công văn số 2111/SNV-TCBC ngày 20/11/2026 của Sở Nội vụ tỉnh Quảng Trị (Rà soát hộ nghèo năm 2026), ',
    },
  ])
})

test('to a citizen it goes on paper, without the number that his letter does not bear', () => {
  const letter = { ...asked, notation: '', issuedOn: null, typeCode: null, issuerId: null, issuerName: 'Trần Văn Đức' }
  const begun = replyValueOf(letter, undefined)
  expect(begun.recipients).toMatchObject([{ kind: 'outside', name: 'Trần Văn Đức', carrier: 'paper', purpose: 'act' }])
  expect(begun.subject).toBe('trả lời văn bản')
})

test('to what few may see, it is for few as well', () => {
  expect(replyValueOf({ ...asked, restricted: true }, undefined).restricted).toBe(true)
})
