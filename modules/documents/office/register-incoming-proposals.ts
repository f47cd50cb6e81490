import type { CalendarDate } from '#lib/calendar-date/index.ts'
import { findDeadlines, type Letterhead, readInvitation, readLetterhead } from '#lib/document-form/index.ts'
import { fold } from '#lib/vietnamese/index.ts'
import type { FirstPage, PlacedLine } from './document-pane-text.tsx'

/** The fields that the machine may read on page 1, in the order of the form; their numbers run in it. */
export const headFields = ['notation', 'issuedOn', 'issuer', 'typeCode', 'subject', 'signerName', 'urgency'] as const
/** Of an invitation alone. */
export const meetingFields = ['meetingOn', 'meetingTime', 'meetingPlace', 'meetingChair', 'meetingInvited'] as const
export type HeadField = (typeof headFields)[number]
export type MeetingField = (typeof meetingFields)[number]
export const readFields = [...headFields, ...meetingFields] as const
export type ReadField = (typeof readFields)[number]
export type Place = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
export type PlaceName = 'top-left' | 'top-right' | 'top-middle' | 'middle' | 'bottom'
export type ReadValue = {
  readonly number: number
  readonly value: string
  readonly place: Place
  readonly where: PlaceName
}
export type ReadValues = Partial<Record<ReadField, ReadValue>>
export type ReadDeadline = {
  readonly number: number
  /** The day that stands there; 'trước ngày …' leaves it out. Which day to set for it, the server says. */
  readonly on: CalendarDate
  readonly before: boolean
  readonly words: string
  readonly place: Place
}

/**
 * What page 1 says, as proposals with their places. The signer stands on the last page: of a document of several pages
 * he is not guessed from the first.
 */
export function readFirstPage(page: FirstPage, pages: number | null): ReadValues {
  const head: Letterhead = readLetterhead(page.lines)
  const meeting = head.typeCode?.value === 'giay-moi' ? readInvitation(page.lines) : {}
  const found: Partial<Record<ReadField, { value: string; lines: readonly PlacedLine[] } | undefined>> = {
    notation: head.notation && { ...head.notation, value: head.notation.value.written },
    issuedOn: head.issuedOn,
    issuer: head.issuerName,
    typeCode: head.typeCode,
    subject: head.subject,
    signerName: pages === 1 ? head.signerName : undefined,
    urgency: head.urgency && { ...head.urgency, value: saysHour(head.urgency) ? 'hour' : String(head.urgency.value) },
    meetingOn: meeting.day,
    meetingTime: meeting.time,
    meetingPlace: meeting.place,
    meetingChair: meeting.chair,
    meetingInvited: meeting.invited,
  }
  const values: ReadValues = {}
  let number = 0
  for (const field of readFields) {
    const read = found[field]
    if (!read) continue
    number += 1
    const place = placeOf(read.lines)
    values[field] = { number, value: read.value, place, where: nameOfPlace(place, page) }
  }
  return values
}

/** The first deadline on page 1 that lies after the document's own day and is not over. */
export function readDeadline(
  page: FirstPage,
  { issuedOn, today }: { readonly issuedOn: string; readonly today: string },
  number: number,
): ReadDeadline | undefined {
  // Lines are put together by single characters, so that an index in the text finds its line again.
  const starts: number[] = []
  let text = ''
  for (const line of page.lines) {
    starts.push(text.length)
    text += `${line.text} `
  }
  const found = findDeadlines(text).find(({ on, before }) => on > issuedOn && (before ? on > today : on >= today))
  if (!found) return undefined
  const end = found.index + found.text.length
  const lines = page.lines.filter((line, at) => starts[at]! < end && starts[at]! + line.text.length > found.index)
  return { number, on: found.on, before: found.before, words: found.text, place: placeOf(lines) }
}

function placeOf(lines: readonly PlacedLine[]): Place {
  const x = Math.min(...lines.map(line => line.x))
  const y = Math.min(...lines.map(line => line.y))
  const right = Math.max(...lines.map(line => line.x + line.width))
  const bottom = Math.max(...lines.map(line => line.y + line.height))
  return { x, y, width: right - x, height: bottom - y }
}

function nameOfPlace(place: Place, page: FirstPage): PlaceName {
  const middle = (place.x + place.width / 2) / page.width
  const height = place.y / page.height
  if (height > 0.66) return 'bottom'
  if (height > 0.33) return 'middle'
  if (middle < 0.42) return 'top-left'
  return middle > 0.58 ? 'top-right' : 'top-middle'
}

/** Words of offices that are written small within a name; what is in none of them is the name of a place or a house. */
const smallWords = new Set(
  'ủy uỷ ban nhân dân hội đồng tỉnh xã phường đặc khu thành phố phòng kinh tế văn hóa xã hội trung tâm phục vụ hành chính công ty điện lực an chi cục tổng vụ viện trường trạm hạt đội tổ quốc mặt trận đoàn liên nông nghiệp môi xây dựng tài nguyên nội giáo dục đào tạo y khoa học nghệ tư pháp thương và của bảo hiểm kho bạc thuế ngân hàng quản lý'.split(
    ' ',
  ),
)

/** A letterhead is in capitals; names are not: 'ĐIỆN LỰC CAM LỘ' → 'Điện lực Cam Lộ'. Only proposed, never taken. */
export function nameOfCapitals(capitals: string): string {
  return capitals
    .toLocaleLowerCase('vi')
    .split(' ')
    .map((word, at) => (at > 0 && smallWords.has(word) ? word : word.charAt(0).toLocaleUpperCase('vi') + word.slice(1)))
    .join(' ')
}

/** HỎA TỐC HẸN GIỜ, letters apart or not: it bears an hour, which the clerk enters. */
const saysHour = ({ lines }: { readonly lines: readonly { readonly text: string }[] }): boolean =>
  lines.some(({ text }) => /hengio/.test(fold(text).replace(/[^\p{L}]/gu, '')))
