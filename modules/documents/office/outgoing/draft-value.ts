import type { z } from '#lib/schemas/index.ts'
import { normaliseInput, todayInVietnam, vietnamTime } from '#lib/vietnamese/index.ts'
import type { DocumentFile, DraftOutgoing, OutgoingDocument, SignerList } from '#modules/documents/contract.ts'
import { instantAt, parseClockText } from '#platform/ui/forms/clock-text.ts'
import { type EditorBlock, editorBlocks, hasWords, letterBlocks, textBlock } from './letter-blocks.ts'
import { ofView, type RecipientDraft, recipientInput } from './recipient-draft.ts'

export type FileRole = 'main' | 'annex' | 'attachment' | 'source'
/** A file of the draft: just uploaded, or of the version before, which it goes on from. */
export type DraftFile = {
  readonly uploadId: string
  readonly keptId: string
  readonly name: string
  readonly mediaType: string
  readonly size: number
  readonly pages: number | null
  readonly role: FileRole
  readonly title: string
}
export type Signer = z.infer<typeof SignerList>['items'][number]
type Choice = Signer['choices'][number]
export type Capacity = Choice['capacity']
export type Authority = Choice['authority']

/** The form of a draft: plain values that the machine keeps from one keystroke to the next. */
export type DraftValue = {
  readonly source: 'template' | 'upload'
  readonly issuerId: string
  readonly typeCode: string
  readonly subject: string
  /** `hour`: HỎA TỐC HẸN GIỜ. */
  readonly urgency: '0' | '1' | '2' | '3' | 'hour'
  readonly handleDay: string
  readonly handleTime: string
  readonly secrecy: 'none' | 'mat' | 'toi-mat' | 'tuyet-mat'
  readonly restricted: boolean
  readonly dueOn: string
  readonly copies: string
  readonly note: string
  readonly meetingDay: string
  readonly meetingTime: string
  readonly meetingPlace: string
  readonly meetingChair: string
  readonly meetingInvited: string
  /** Empty: the proposed one. */
  readonly signerSeatId: string
  readonly capacity: Capacity | ''
  /** Whose the document is, where that changes what is printed above the name. */
  readonly authority: Authority
  readonly recipients: readonly RecipientDraft[]
  /** One addressee a line. */
  readonly addressees: string
  readonly blocks: readonly EditorBlock[]
  readonly files: readonly DraftFile[]
  readonly versionNote: string
  /** The revision that was before its author; 0 for a new draft. */
  readonly basedOn: number
}

export const newDraftValue = (): DraftValue => ({
  source: 'template',
  issuerId: '',
  typeCode: 'cong-van',
  subject: '',
  urgency: '0',
  handleDay: '',
  handleTime: '',
  secrecy: 'none',
  restricted: false,
  dueOn: '',
  copies: '1',
  note: '',
  meetingDay: '',
  meetingTime: '',
  meetingPlace: '',
  meetingChair: '',
  meetingInvited: '',
  signerSeatId: '',
  capacity: '',
  authority: 'collective',
  recipients: [],
  addressees: '',
  blocks: [textBlock()],
  files: [],
  versionNote: '',
  basedOn: 0,
})

/** A draft of the server as the form shows it. */
export function draftValueOf(document: OutgoingDocument): DraftValue {
  const meeting = document.meetingAt ? new Date(document.meetingAt) : undefined
  const hour = document.handleBy ? new Date(document.handleBy) : undefined
  return {
    source: document.source,
    issuerId: document.issuerId,
    typeCode: document.typeCode,
    subject: document.subject,
    urgency: hour ? 'hour' : (String(document.urgency) as DraftValue['urgency']),
    handleDay: hour ? todayInVietnam(hour) : '',
    handleTime: hour ? vietnamTime(hour) : '',
    secrecy: 'none',
    restricted: document.restricted,
    dueOn: document.dueOn ?? '',
    copies: String(document.copies),
    note: document.note ?? '',
    meetingDay: meeting ? todayInVietnam(meeting) : '',
    meetingTime: meeting ? vietnamTime(meeting) : '',
    meetingPlace: document.meetingPlace ?? '',
    meetingChair: document.meetingChair ?? '',
    meetingInvited: document.meetingInvited ?? '',
    signerSeatId: document.signerSeatId ?? '',
    capacity: document.signerSeatId ? document.capacity : '',
    authority: document.authority,
    recipients: document.recipients.map(ofView),
    addressees: (document.letter?.addressees ?? []).join('\n'),
    blocks: editorBlocks(document.letter?.blocks ?? []),
    files: keepable(document),
    versionNote: '',
    basedOn: document.revision,
  }
}

/** The files of the present version that may go on: of texts written here, only what belongs to them. */
function keepable(document: OutgoingDocument): DraftFile[] {
  const files = document.versions.find(one => one.version === document.version)?.files ?? []
  // What was frozen at an approval that fell stands first and is none of the drafter's: his own main file is the last.
  const main = files.findLast(file => file.role === 'main')?.id
  return files
    .filter(file =>
      file.role === 'main' ? document.source === 'upload' && file.id === main : file.role !== 'evidence',
    )
    .map(keptFile)
}

const keptFile = ({ id, name, mediaType, size, pages, role, title }: DocumentFile): DraftFile => ({
  uploadId: '',
  keptId: id,
  role: role as FileRole,
  ...{ name, mediaType, size, pages, title },
})

export type UploadAnswer = {
  readonly id: string
  readonly name: string
  readonly mediaType: string
  readonly size: number
  readonly pages: number | null
}

/** The likely role of a new file: the first PDF is the document, Word its source, what comes after is an annex. */
export function uploadedFile(answer: UploadAnswer, value: Pick<DraftValue, 'source' | 'files'>): DraftFile {
  const { id, name, mediaType, size, pages } = answer
  const has = (role: FileRole) => value.files.some(file => file.role === role)
  const isPdf = mediaType === 'application/pdf'
  const isWord = mediaType.includes('word')
  const role: FileRole =
    value.source === 'upload' && isPdf && !has('main')
      ? 'main'
      : value.source === 'upload' && isWord && !has('source')
        ? 'source'
        : isPdf
          ? 'annex'
          : 'attachment'
  return { uploadId: id, keptId: '', role, title: name.replace(/\.[^.]+$/, ''), ...{ name, mediaType, size, pages } }
}

/** Who signs in which words: as chosen, else the usual one. */
export function signingOf(
  { signerSeatId, capacity, authority }: Pick<DraftValue, 'signerSeatId' | 'capacity' | 'authority'>,
  signers: readonly Signer[],
): { readonly signer: Signer | undefined } & Pick<Choice, 'capacity' | 'authority' | 'lines'> {
  const signer = signerSeatId ? signers.find(one => one.seatId === signerSeatId) : signers[0]
  const inWords = signer?.choices.filter(one => one.capacity === capacity) ?? []
  const choice = inWords.find(one => one.authority === authority) ?? inWords[0] ?? signer?.choices[0]
  return { signer, ...(choice ?? { capacity: 'none', authority: 'collective', lines: [] }) }
}

export type Fault = 'subject' | 'content' | 'secrecy' | 'meetingTime' | 'handleTime' | 'copies' | 'twoMains'

/** A day with its time of day, or nothing of both. */
const isWhole = (day: string, time: string): boolean =>
  day === '' ? time.trim() === '' : parseClockText(time) !== undefined

/** What must be put right before it can be saved, by field. */
export function faultsOf(value: DraftValue): readonly Fault[] {
  const faults: readonly (readonly [Fault, boolean])[] = [
    ['subject', value.subject.trim() === ''],
    ['secrecy', value.secrecy !== 'none'],
    ['meetingTime', value.typeCode === 'giay-moi' && !isWhole(value.meetingDay, value.meetingTime)],
    ['handleTime', value.urgency === 'hour' && (value.handleDay === '' || !parseClockText(value.handleTime))],
    ['content', value.source === 'template' ? !hasWords(value.blocks) : value.files.length === 0],
    ['twoMains', value.files.filter(file => file.role === 'main').length > 1],
    ['copies', !/^[1-9]\d{0,2}$/.test(value.copies.trim())],
  ]
  return faults.filter(([, holds]) => holds).map(([fault]) => fault)
}

/** The request of a new draft or of a new version, without what only one of the two has. */
export function requestOf(value: DraftValue, signers: readonly Signer[]) {
  const { signer, capacity, authority } = signingOf(value, signers)
  const invites = value.typeCode === 'giay-moi'
  const text = (words: string) => normaliseInput(words).trim()
  return {
    ...(value.issuerId ? { issuerId: value.issuerId } : {}),
    typeCode: value.typeCode,
    subject: value.subject,
    urgency: value.urgency === 'hour' ? 3 : Number(value.urgency),
    handleBy: value.urgency === 'hour' ? instantAt(value.handleDay, value.handleTime) : null,
    secrecy: value.secrecy,
    restricted: value.restricted,
    dueOn: value.dueOn || null,
    copies: Number(value.copies),
    // What was emptied is sent as nothing: what is left out stays as it was.
    note: text(value.note) ? value.note : null,
    meetingAt: invites && value.meetingDay ? instantAt(value.meetingDay, value.meetingTime) : null,
    meetingPlace: invites && text(value.meetingPlace) ? value.meetingPlace : null,
    meetingChair: invites && text(value.meetingChair) ? value.meetingChair : null,
    meetingInvited: invites && text(value.meetingInvited) ? value.meetingInvited : null,
    signerSeatId: signer?.seatId ?? null,
    capacity,
    authority,
    recipients: value.recipients.map(recipientInput),
    ...(value.source === 'template' ? { letter: letterOf(value) } : {}),
    files: filesOf(value).flatMap(file =>
      file.uploadId
        ? [{ uploadId: file.uploadId, role: file.role, ...(text(file.title) ? { title: file.title } : {}) }]
        : [],
    ),
  } satisfies Omit<DraftOutgoing, 'id' | 'inReplyTo' | 'dueOn'> & { dueOn: string | null }
}

/** Of a written text there is no main file and no source: they are left behind when the drafter goes over to writing. */
const filesOf = ({ source, files }: DraftValue) =>
  source === 'upload' ? files : files.filter(file => file.role === 'annex' || file.role === 'attachment')

export const keptFileIds = (value: DraftValue): string[] =>
  filesOf(value).flatMap(file => (file.keptId ? [file.keptId] : []))

const letterOf = ({ addressees, blocks }: DraftValue) => ({
  addressees: linesOf(addressees),
  blocks: letterBlocks(blocks),
})

export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map(line =>
      line
        .replace(/^\s*[-–]\s*/, '')
        .replace(/[;.]?\s*$/, '')
        .trim(),
    )
    .filter(Boolean)
