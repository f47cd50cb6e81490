/** 0 thường, 1 khẩn, 2 thượng khẩn, 3 hỏa tốc: as the API counts (NĐ 30/2020, Phụ lục VI, mức độ khẩn). */
export type Urgency = 0 | 1 | 2 | 3

export const urgencyWords: Readonly<Record<Urgency, string>> = {
  0: 'Thường',
  1: 'Khẩn',
  2: 'Thượng khẩn',
  3: 'Hỏa tốc',
}
const stamps: Readonly<Record<Exclude<Urgency, 0>, string>> = { 1: 'KHẨN', 2: 'THƯỢNG KHẨN', 3: 'HỎA TỐC' }

/** The stamp as on paper; an ordinary document bears none. */
export function UrgencyStamp({ urgency }: { urgency: Urgency }) {
  return urgency === 0 ? null : <span className="urgency">{stamps[urgency]}</span>
}
