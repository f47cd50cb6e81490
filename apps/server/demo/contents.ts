import type { CalendarDate } from '#lib/calendar-date/index.ts'
import { formatDate, vietnamTime } from '#lib/vietnamese/index.ts'
import { dayOf } from './office-hours.ts'
import type { Random } from './random.ts'
import type { SubjectRow, Tables } from './tables.ts'
import type { PlannedContent } from './types.ts'

export type Meeting = NonNullable<PlannedContent['meeting']>

type Wanted = {
  readonly row: SubjectRow
  /** As it stands in sentences: 'Ủy ban nhân dân xã Cam Lộ'. */
  readonly issuerName: string
  /** 'xã Cam Lộ' of the issuer, or of the receiver of a document from outside. */
  readonly communeName: string
  readonly villageName: string
  readonly addressees: readonly string[]
  readonly issuedOn: CalendarDate
  readonly answerBy: CalendarDate | null
  readonly meeting: Meeting | null
}

/** Types whose body reports; the others say what is to be done. */
const reportingTypes = ['BC', 'TTr', 'BB', 'DT', 'PC']
/** Types written in articles. */
const articleTypes = ['QĐ', 'NQ']

/** Writes a document's subject and body from the sentences of `paragraphs.tsv`. */
export function writeContent(tables: Tables, wanted: Wanted, random: Random): PlannedContent {
  const { row, answerBy, meeting } = wanted
  const subject = fillSubject(row.subject, wanted)
  const sentence = (part: 'opening' | 'closing') => {
    const found = tables.paragraphs.find(one => one.part === part && one.key === row.type)
    if (!found) throw new Error(`no ${part} for ${row.type}`)
    return fillSentence(found.text, wanted, subject)
  }
  const matter = (part: 'task' | 'result') =>
    tables.paragraphs.filter(one => one.part === part && one.key === row.field).map(one => one.text)
  const parts = reportingTypes.includes(row.type) ? (['result'] as const) : (['task'] as const)
  const middle =
    row.type === 'GM' ? [] : row.type === 'DT' ? [...matter('task'), ...matter('result')] : parts.flatMap(matter)

  return {
    typeCode: row.type,
    subject,
    addressees: wanted.addressees,
    paragraphs: [
      { mark: null, text: sentence('opening') },
      ...middle.map((text, index) => ({ mark: markOf(row.type, index), text })),
      { mark: articleTypes.includes(row.type) ? `Điều ${middle.length + 1}.` : null, text: sentence('closing') },
    ],
    pages: random.between(1, ['BC', 'KH', 'QĐ', 'HD', 'TT', 'NĐ'].includes(row.type) ? 6 : 2),
    urgency: row.urgency,
    restricted: row.type === 'DT' && /khiếu nại|tố cáo/i.test(subject),
    answerBy,
    meeting: row.type === 'GM' ? meeting : null,
  }
}

function markOf(type: string, index: number): string | null {
  if (articleTypes.includes(type)) return `Điều ${index + 1}.`
  return type === 'DT' || type === 'PC' ? null : `${index + 1}.`
}

function fillSubject(subject: string, { issuedOn, communeName, villageName }: Wanted): string {
  const [year, month] = issuedOn.split('-').map(Number) as [number, number]
  return subject
    .replaceAll('{year}', String(year))
    .replaceAll('{nextYear}', String(year + 1))
    .replaceAll('{month}', String(month))
    .replaceAll('{quarter}', ['I', 'II', 'III', 'IV'][Math.floor((month - 1) / 3)]!)
    .replaceAll('{commune}', communeName)
    .replaceAll('{village}', villageName)
}

function fillSentence(text: string, { issuerName, answerBy, meeting }: Wanted, subject: string): string {
  const filled = text
    .replaceAll('{subject}', lowered(subject))
    .replaceAll('{issuer}', issuerName)
    .replaceAll('{deadline}', answerBy ? ` trước ngày ${formatDate(answerBy)}` : '')
    .replaceAll(
      '{meetingTime}',
      meeting ? `${vietnamTime(new Date(meeting.at))} ngày ${formatDate(dayOf(meeting.at))}` : '',
    )
    .replaceAll('{meetingPlace}', meeting?.place ?? '')
    .replaceAll('{meetingChair}', meeting?.chair ?? '')
  return filled.charAt(0).toUpperCase() + filled.slice(1)
}

/** 'Đẩy nhanh tiến độ' → 'đẩy nhanh tiến độ'; an abbreviation or a name at the start stays. */
const lowered = (text: string): string =>
  text.charAt(1) === text.charAt(1).toLowerCase() ? text.charAt(0).toLowerCase() + text.slice(1) : text
