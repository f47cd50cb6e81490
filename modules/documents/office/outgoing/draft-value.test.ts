import { expect, test } from 'vitest'
import type { OutgoingDocument } from '#modules/documents/contract.ts'
import {
  type DraftFile,
  draftValueOf,
  faultsOf,
  keptFileIds,
  linesOf,
  newDraftValue,
  requestOf,
  type Signer,
  signingOf,
  uploadedFile,
} from './draft-value.ts'
import { textBlock } from './letter-blocks.ts'
import { ofMember, outsider, recipientInput, withAdded } from './recipient-draft.ts'

const head: Signer = {
  seatId: 'head',
  name: 'Lê Văn Định',
  title: 'Chủ tịch',
  choices: [{ capacity: 'TM', authority: 'collective', lines: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'] }],
}
const deputy: Signer = {
  seatId: 'deputy',
  name: 'Hồ Thị Đào',
  title: 'Phó Chủ tịch',
  choices: [
    { capacity: 'KT', authority: 'collective', lines: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'] },
    { capacity: 'KT', authority: 'head', lines: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'] },
  ],
}
const written = { ...newDraftValue(), subject: 'Báo cáo đất đai', blocks: [textBlock({ text: 'Đã rà soát.' })] }
const file = (facts: Partial<DraftFile>): DraftFile => ({
  ...{
    uploadId: 'u',
    keptId: '',
    name: 'a.pdf',
    mediaType: 'application/pdf',
    size: 1,
    pages: 1,
    role: 'annex',
    title: 'A',
  },
  ...facts,
})

test('the head is proposed as signer, and a chosen one stays with his words', () => {
  expect(signingOf(newDraftValue(), [head, deputy])).toMatchObject({ signer: head, capacity: 'TM' })
  const chosen = { signerSeatId: 'deputy', capacity: 'KT' } as const
  expect(signingOf({ ...chosen, authority: 'collective' }, [head, deputy]).lines).toHaveLength(3)
  expect(signingOf({ ...chosen, authority: 'head' }, [head, deputy]).lines).toEqual(['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'])
  expect(signingOf({ ...chosen, authority: 'head', signerSeatId: 'gone' }, [head]).signer).toBeUndefined()
})

test('a draft is saved when it has a subject and some content, and never with a mark of secrecy', () => {
  expect(faultsOf(written)).toEqual([])
  expect(faultsOf(newDraftValue())).toEqual(['subject', 'content'])
  expect(faultsOf({ ...written, source: 'upload' })).toEqual(['content'])
  expect(faultsOf({ ...written, secrecy: 'mat' })).toEqual(['secrecy'])
  const invitation = { ...written, typeCode: 'giay-moi', meetingDay: '2026-12-01' }
  for (const meetingTime of ['', '25:00', 'sáng'])
    expect(faultsOf({ ...invitation, meetingTime })).toEqual(['meetingTime'])
  expect(faultsOf({ ...invitation, meetingTime: '7h30' })).toEqual([])
  expect(faultsOf({ ...written, copies: '0' })).toEqual(['copies'])
})

test('the time of a meeting is a time in Việt Nam', () => {
  const invitation = { ...written, typeCode: 'giay-moi', meetingDay: '2026-12-01', meetingTime: '07:30' }
  expect(requestOf(invitation, [head]).meetingAt).toBe('2026-12-01T00:30:00.000Z')
  expect(requestOf({ ...invitation, typeCode: 'cong-van' }, [head]).meetingAt).toBeNull()
})

test('a written text takes its annexes along and leaves an uploaded main file behind', () => {
  const files = [file({ keptId: 'k1', uploadId: '' }), file({ role: 'main', keptId: 'k2', uploadId: '' }), file({})]
  expect(keptFileIds({ ...written, files })).toEqual(['k1'])
  expect(requestOf({ ...written, files }, [head]).files).toEqual([{ uploadId: 'u', role: 'annex', title: 'A' }])
  expect(keptFileIds({ ...written, source: 'upload', files })).toEqual(['k1', 'k2'])
})

test('of what is uploaded the first PDF is the document, Word its source, the rest belongs to it', () => {
  const answer = (name: string, mediaType: string) => ({ id: name, name, mediaType, size: 1, pages: null })
  const pdf = answer('Công văn.pdf', 'application/pdf')
  const word = answer('Công văn.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document')
  const upload = (files: DraftFile[]) => ({ source: 'upload' as const, files })
  expect(uploadedFile(pdf, upload([]))).toMatchObject({ role: 'main', title: 'Công văn' })
  expect(uploadedFile(word, upload([]))).toMatchObject({ role: 'source' })
  expect(uploadedFile(pdf, upload([file({ role: 'main' })]))).toMatchObject({ role: 'annex' })
  expect(uploadedFile(answer('a.png', 'image/png'), upload([]))).toMatchObject({ role: 'attachment' })
})

test('addressees are lines, whatever dashes and semicolons were typed', () => {
  expect(linesOf('- Sở Nội vụ;\n\n– UBND các xã, phường.\n')).toEqual(['Sở Nội vụ', 'UBND các xã, phường'])
})

test('what was frozen at an approval that fell is not taken for the uploaded text', () => {
  const stored = { title: 't', name: 'n.pdf', mediaType: 'application/pdf', size: 1, pages: 1, version: 1, url: '' }
  const files = [
    { ...stored, id: 'frozen', role: 'main', ordinal: 0 },
    { ...stored, id: 'own', role: 'main', ordinal: 1 },
  ]
  const document = {
    ...{
      source: 'upload',
      version: 1,
      urgency: 0,
      copies: 1,
      capacity: 'none',
      authority: 'collective',
      recipients: [],
      letter: null,
    },
    versions: [{ version: 1, files }],
  } as unknown as OutgoingDocument
  expect(keptFileIds(draftValueOf(document))).toEqual(['own'])
})

test('nobody is a recipient twice, and those outside go by paper', () => {
  const member = { issuerId: 'i', unitId: null, seatId: null, agencyId: null, name: 'Điện lực Cam Lộ' }
  const [one, two] = [ofMember(member), ofMember(member)]
  const citizen = outsider({ name: 'Ông Lê Đình Đạt', address: 'Thôn Đông Hòa', carrier: 'mail' })
  const list = withAdded([], [one, two, citizen, { ...citizen, id: 'again' }])
  expect(list.map(recipient => recipient.carrier)).toEqual(['paper', 'mail'])
  expect(recipientInput(list[1]!)).toEqual({
    ...{ id: citizen.id, kind: 'outside', carrier: 'mail', purpose: 'inform' },
    ...{ name: 'Ông Lê Đình Đạt', address: 'Thôn Đông Hòa' },
  })
})
