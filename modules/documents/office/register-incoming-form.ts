import { todayInVietnam, vietnamTime } from '#lib/vietnamese/index.ts'
import type { IncomingDocument } from '#modules/documents/contract.ts'
import { instantAt, parseClockText } from '#platform/ui/forms/clock-text.ts'
import type { FormError } from '#platform/ui/forms/error-summary.tsx'
import type { FirstPage } from './document-pane-text.tsx'
import { registerMessages as words } from './register-incoming-messages.vi.ts'
import { type ReadField, type ReadValues, readFields } from './register-incoming-proposals.ts'

export const secrecies = ['none', 'mat', 'toi-mat', 'tuyet-mat'] as const
/** As the API counts; `hour` is HỎA TỐC HẸN GIỜ, which is HỎA TỐC with the hour by which it is to be handled. */
export const urgencyCodes = ['0', '1', '2', '3', 'hour'] as const
export type Issuer = { id: string; name: string; note?: string | undefined }
export type Leader = { id: string; name: string; note?: string | undefined }
export type AnsweredUpload = {
  id: string
  name: string
  mediaType: string
  size: number
  pages: number | null
  firstPage: FirstPage | null
  url: string
}
/** `kept`: it is among the document's files already. */
export type EnteredFile = AnsweredUpload & { role: 'annex' | 'attachment'; title: string; kept?: true }

/** What the clerk enters; kept as a draft, the uploaded files with it. The first file is the document itself. */
export type Form = {
  files: EnteredFile[]
  notation: string
  issuedOn: string
  issuer: Issuer | undefined
  issuerByName: boolean
  issuerName: string
  typeCode: string
  subject: string
  signerName: string
  urgency: (typeof urgencyCodes)[number]
  handleOn: string
  handleTime: string
  /** Read fields that a person has said to be right, or changed. */
  settled: ReadField[]
  secrecy: (typeof secrecies)[number]
  registerId: string
  arrivedOn: string
  period: string
  dueOn: string
  leader: Leader | undefined
  meetingOn: string
  meetingTime: string
  meetingPlace: string
  meetingChair: string
  meetingInvited: string
  signerTitle: string
  /** How it came to the counter. */
  carrier: 'paper' | 'mail'
  copies: string
  language: string
  note: string
  paperPlace: string
  restricted: boolean
  duplicateReason: string
  /** Not into a register (không vào sổ), and why. */
  setAside: boolean
  reason: string
}

export const emptyForm = (today: string): Form => ({
  files: [],
  notation: '',
  issuedOn: '',
  issuer: undefined,
  issuerByName: false,
  issuerName: '',
  typeCode: 'cong-van',
  subject: '',
  signerName: '',
  urgency: '0',
  handleOn: '',
  handleTime: '',
  settled: [],
  secrecy: 'none',
  registerId: '',
  arrivedOn: today,
  period: '',
  dueOn: '',
  leader: undefined,
  meetingOn: '',
  meetingTime: '',
  meetingPlace: '',
  meetingChair: '',
  meetingInvited: '',
  signerTitle: '',
  carrier: 'paper',
  copies: '',
  language: '',
  note: '',
  paperPlace: '',
  restricted: false,
  duplicateReason: '',
  setAside: false,
  reason: '',
})

/** Further photos of a photographed paper are its pages; anything else goes with it. */
export function withFile(files: readonly EnteredFile[], answer: AnsweredUpload): EnteredFile[] {
  const isPage = isPicture(answer) && files[0] !== undefined && isPicture(files[0])
  const title = isPage ? words.photoPage(files.length + 1) : ''
  return [...files, { ...answer, role: isPage ? 'annex' : 'attachment', title }]
}

const isPicture = ({ mediaType }: AnsweredUpload) => mediaType.startsWith('image/')

type Facts = {
  readonly read: ReadValues
  readonly today: string
  readonly uploading: boolean
  readonly duplicate: boolean
  readonly years: readonly string[]
}

/** What is still missing or cannot be, in the order of the form. */
export function missingIn(form: Form, { read, today, uploading, duplicate, years }: Facts): FormError[] {
  const { wanted, fields } = words
  if (form.setAside) return missingToSetAside(form, { today, uploading })
  const errors: FormError[] = []
  const want = (missing: boolean, path: string, message: string) => missing && errors.push({ path, message })
  want(form.secrecy !== 'none', 'secrecy', wanted.secret)
  want(form.files.length === 0 && !uploading, 'file', wanted.file)
  want(uploading, 'file', wanted.uploading)
  for (const field of readFields)
    want(read[field] !== undefined && !form.settled.includes(field), field, wanted.confirm(fields[field]))
  const named = form.issuerByName ? form.issuerName.trim() !== '' : form.issuer !== undefined
  want(!named && !errors.some(({ path }) => path === 'issuer'), 'issuer', wanted.issuer)
  want(form.subject.trim() === '' && !errors.some(({ path }) => path === 'subject'), 'subject', wanted.subject)
  if (form.urgency === 'hour') {
    want(form.handleOn === '', 'handleOn', wanted.handleOn)
    want(!isClock(form.handleTime), 'handleTime', wanted.handleTime)
  }
  want(form.arrivedOn === '', 'arrivedOn', wanted.arrivedOn)
  want(form.arrivedOn > today, 'arrivedOn', wanted.arrivedInFuture)
  want(form.arrivedOn !== '' && form.issuedOn > form.arrivedOn, 'issuedOn', wanted.issuedAfterArrival)
  want(years.length > 0 && form.period === '', 'period', wanted.year)
  if (form.typeCode === 'giay-moi') {
    want(form.meetingTime.trim() !== '' && !isClock(form.meetingTime), 'meetingTime', wanted.meetingTime)
    want(form.meetingOn !== '' && form.meetingTime.trim() === '', 'meetingTime', wanted.meetingTime)
    want(form.meetingOn === '' && form.meetingTime.trim() !== '', 'meetingOn', wanted.meetingOn)
  }
  want(!isCopies(form.copies), 'copies', wanted.copies)
  want(duplicate && form.duplicateReason.trim() === '', 'duplicateReason', wanted.duplicate)
  return errors
}

/** Little is asked of what is not entered into a register: what it is, from whom, and why. */
function missingToSetAside(form: Form, { today, uploading }: Pick<Facts, 'today' | 'uploading'>): FormError[] {
  const { wanted } = words
  const named = form.issuerByName ? form.issuerName.trim() !== '' : form.issuer !== undefined
  const errors: readonly (readonly [boolean, FormError])[] = [
    [form.reason.trim() === '', { path: 'reason', message: wanted.reason }],
    [form.secrecy !== 'none', { path: 'secrecy', message: wanted.secret }],
    [uploading, { path: 'file', message: wanted.uploading }],
    [!named, { path: 'issuer', message: wanted.issuer }],
    [form.subject.trim() === '', { path: 'subject', message: wanted.subject }],
    [form.arrivedOn === '', { path: 'arrivedOn', message: wanted.arrivedOn }],
    [form.arrivedOn > today, { path: 'arrivedOn', message: wanted.arrivedInFuture }],
    [form.arrivedOn !== '' && form.issuedOn > form.arrivedOn, { path: 'issuedOn', message: wanted.issuedAfterArrival }],
  ]
  return errors.filter(([isMissing]) => isMissing).map(([, error]) => error)
}

const isCopies = (typed: string): boolean => typed.trim() === '' || /^[1-9]\d{0,2}$/.test(typed.trim())

const isClock = (typed: string): boolean => parseClockText(typed) !== undefined

/** The request of it: what is empty is left out, so that the register and the system say it. */
export function requestOf(form: Form, id: string, registerId: string | undefined): Record<string, unknown> {
  const invited = form.typeCode === 'giay-moi'
  const request: Record<string, unknown> = {
    id,
    carrier: form.carrier,
    files: form.files.flatMap(({ id: uploadId, role, title, kept }, at) =>
      kept ? [] : [{ uploadId, role: at === 0 ? 'main' : role, title: title || undefined }],
    ),
    registerId,
    notation: form.notation.trim(),
    issuedOn: form.issuedOn,
    ...(form.issuerByName ? { issuerName: form.issuerName.trim() } : { issuerId: form.issuer?.id }),
    typeCode: form.typeCode,
    subject: form.subject.trim(),
    signerName: form.signerName.trim(),
    urgency: form.urgency === 'hour' ? 3 : Number(form.urgency),
    handleBy:
      form.urgency === 'hour' && form.handleOn && isClock(form.handleTime)
        ? instantAt(form.handleOn, form.handleTime)
        : '',
    secrecy: form.secrecy,
    arrivedOn: form.arrivedOn,
    period: form.period,
    dueOn: form.dueOn,
    leaderSeatId: form.leader?.id,
    meetingAt:
      invited && form.meetingOn && isClock(form.meetingTime) ? instantAt(form.meetingOn, form.meetingTime) : '',
    meetingPlace: invited ? form.meetingPlace.trim() : '',
    meetingChair: invited ? form.meetingChair.trim() : '',
    meetingInvited: invited ? form.meetingInvited.trim() : '',
    signerTitle: form.signerTitle.trim(),
    copies: isCopies(form.copies) && form.copies.trim() ? Number(form.copies) : undefined,
    language: form.language.trim(),
    note: form.note.trim(),
    paperPlace: form.paperPlace.trim(),
    restricted: form.restricted || undefined,
    duplicateReason: form.duplicateReason.trim(),
  }
  return Object.fromEntries(Object.entries(request).filter(([, value]) => value !== '' && value !== undefined))
}

/** The same of a paper that is only noted: it goes no way. */
export function unregisteredRequestOf(form: Form, id: string): Record<string, unknown> {
  const { registerId, period, dueOn, leaderSeatId, duplicateReason, ...noted } = requestOf(form, id, undefined)
  return { ...noted, reason: form.reason.trim() }
}

/** And of one that was noted and is entered now: its way, and what the paper says. */
export function broughtBackRequestOf(form: Form, registerId: string | undefined): Record<string, unknown> {
  const {
    id,
    carrier,
    registerId: register,
    period,
    dueOn,
    leaderSeatId,
    duplicateReason,
    restricted,
    ...paper
  } = requestOf(form, '', registerId)
  return { registerId: register, period, dueOn, leaderSeatId, duplicateReason, restricted, paper }
}

/** What was noted of a paper, as the form goes on from it. */
export function formOf(noted: IncomingDocument, today: string): Form {
  const hour = noted.handleBy ? new Date(noted.handleBy) : undefined
  const meeting = noted.meetingAt ? new Date(noted.meetingAt) : undefined
  return {
    ...emptyForm(noted.arrivedOn ?? today),
    files: noted.files.map(({ id, name, mediaType, size, pages, url, role, title }) => ({
      ...{ id, name, mediaType, size, pages, url, title, firstPage: null, kept: true },
      role: role === 'annex' ? 'annex' : 'attachment',
    })),
    notation: noted.notation,
    issuedOn: noted.issuedOn ?? '',
    issuer: noted.issuerId ? { id: noted.issuerId, name: noted.issuerName } : undefined,
    issuerByName: !noted.issuerId,
    issuerName: noted.issuerId ? '' : noted.issuerName,
    typeCode: noted.typeCode ?? 'cong-van',
    subject: noted.subject,
    signerName: noted.signerName ?? '',
    urgency: hour ? 'hour' : (urgencyCodes.find(code => code === String(noted.urgency)) ?? '0'),
    handleOn: hour ? todayInVietnam(hour) : '',
    handleTime: hour ? vietnamTime(hour) : '',
    meetingOn: meeting ? todayInVietnam(meeting) : '',
    meetingTime: meeting ? vietnamTime(meeting) : '',
    meetingPlace: noted.meetingPlace ?? '',
    meetingChair: noted.meetingChair ?? '',
    meetingInvited: noted.meetingInvited ?? '',
    signerTitle: noted.signerTitle ?? '',
    carrier: noted.carrier === 'mail' ? 'mail' : 'paper',
    copies: noted.copies === 1 ? '' : String(noted.copies),
    language: noted.language,
    note: noted.note ?? '',
    paperPlace: noted.paperPlace ?? '',
    restricted: noted.restricted,
  }
}
