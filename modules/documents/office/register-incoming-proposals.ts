import type { CalendarDate } from '#lib/calendar-date/index.ts'

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
