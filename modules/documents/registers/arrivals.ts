import { sql } from 'kysely'
import { findDocumentType, writeNumber } from '#lib/document-form/index.ts'
import type { z } from '#lib/schemas/index.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { cursorAtNumber, readNumberCursor } from '#platform/http/cursor.ts'
import type { ArrivalLine, RegisterQuery } from '../contract.ts'
import { urgencyNote } from '../handle-by.ts'
import { seenBy } from '../readers.ts'
import { partOf, type RegisterPart } from './part.ts'
import { getRegister, presentPeriod } from './queries.ts'

type Row = {
  id: string
  state: string
  state_reason: string | null
  arrived_on: string
  arrival_number: number
  arrival_suffix: string
  issuer_name: string
  notation: string
  issued_on: string | null
  type_code: string | null
  subject: string
  receiver_name: string
  passed_on: string | null
  received_by: string
  urgency: number
  handle_by: Date | null
  reply_notation: string | null
  note: string | null
  seen: boolean
}

type Line = z.input<typeof ArrivalLine>

/**
 * The register of arrivals as the decree has it, ten columns in order, the highest number first (NĐ 30/2020 Phụ lục IV).
 * A cancelled number stays in its place, struck out, with the reason. Restricted documents are shown to named seats alone; to others their
 * number is taken, so that no number seems to be missing (Điều 15, 22: numbers follow one another).
 */
export async function listArrivals(
  context: ActContext,
  query: z.output<typeof RegisterQuery> & { id: string },
): Promise<{ items: Line[]; next: string | null }> {
  const register = await getRegister(context, query.id)
  const { limit = 50, period = await presentPeriod(context, register) } = query
  const below = readNumberCursor(query.cursor)
  const rows = await readArrivals(context, register.id, { period, below, order: 'highest first', most: limit + 1 })
  const shown = rows.slice(0, limit)
  return {
    items: shown.map(row => row.line),
    next: rows.length > limit ? cursorAtNumber(shown.at(-1)!.number) : null,
  }
}

/** Lines of a register of arrivals; of what the acting seat may not see, the number alone, and of its answer nothing. */
export async function readArrivals(
  context: ActContext,
  registerId: string,
  part: RegisterPart,
): Promise<readonly { number: number; line: Line }[]> {
  const { tx, agency } = context
  const { numbers, inOrder } = partOf(part, { number: 'd.arrival_number', suffix: 'd.arrival_suffix' })
  const { rows } = await sql<Row>`
    select d.id, d.state, d.state_reason, d.arrived_on, d.arrival_number, d.arrival_suffix, d.issuer_name, d.notation,
      d.issued_on, d.type_code, d.subject, d.receiver_name, d.passed_on, d.received_by, d.urgency, d.handle_by, d.note,
      case when ${seenBy(context, 'outgoing', 'reply')} then d.reply_notation end as reply_notation,
      ${seenBy(context, 'incoming', 'd')} as seen
    from incoming_documents d
      left join outgoing_documents reply on reply.agency_id = ${agency} and reply.id = d.reply_document_id
    where d.agency_id = ${agency} and d.register_id = ${registerId} and d.period = ${part.period} and ${numbers}
      ${inOrder}`.execute(tx)
  return rows.map(row => ({ number: row.arrival_number, line: row.seen ? presentLine(row) : withheld(row) }))
}

const presentLine = (row: Row): Line => ({
  documentId: row.id,
  arrivedOn: row.arrived_on,
  number: writeNumber(row.arrival_number, row.arrival_suffix),
  author: row.issuer_name,
  notation: row.notation,
  issuedOn: row.issued_on,
  subject: typeAndSubject(row.type_code, row.subject),
  receiver: row.receiver_name,
  passedOn: row.passed_on,
  signedFor: row.received_by,
  note: notesOf(row),
  cancelled: row.state === 'cancelled',
  reason: row.state === 'cancelled' ? row.state_reason : null,
})

/** What the note says of a number whose document others may not know. */
export const withheldNote = 'Văn bản hạn chế'

const withheld = ({ arrival_number, arrival_suffix }: Row): Line => ({
  ...{ documentId: null, arrivedOn: null, number: writeNumber(arrival_number, arrival_suffix), author: '' },
  ...{ notation: '', issuedOn: null, subject: '', receiver: '', passedOn: null, signedFor: '', note: withheldNote },
  ...{ cancelled: false, reason: null },
})

/** 'Tên loại và trích yếu': a letter has its 'V/v', all else its type before the subject. */
export function typeAndSubject(typeCode: string | null, subject: string): string {
  const type = typeCode ? findDocumentType(typeCode) : undefined
  if (!type || type.code === 'khac') return subject
  return `${type.name} ${type.code === 'cong-van' ? concerning(subject) : subject}`
}

/** A letter's subject as it is written after its type: 'V/v đẩy nhanh tiến độ'. */
export function concerning(subject: string): string {
  const bare = subject.replace(/^(v\/v|về việc)\s+/i, '')
  // 'Đẩy nhanh' goes on in small letters after 'V/v', 'UBND' and names do not.
  const begins = /^\p{Lu}\p{Ll}/u.test(bare) && /^\p{Lu}\p{Ll}*\s+\p{Ll}/u.test(bare)
  return `V/v ${begins ? bare[0]!.toLocaleLowerCase('vi') + bare.slice(1) : bare}`
}

const notesOf = ({ urgency, handle_by, reply_notation, note }: Row): string =>
  [urgencyNote({ urgency, handle_by }), reply_notation ? `Trả lời: ${reply_notation}` : '', note ?? '']
    .filter(Boolean)
    .join('; ')
