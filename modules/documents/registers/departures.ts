import { sql } from 'kysely'
import { writeNumber } from '#lib/document-form/index.ts'
import type { z } from '#lib/schemas/index.ts'
import { todayInVietnam } from '#lib/vietnamese/index.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { cursorAtNumber, readNumberCursor } from '#platform/http/cursor.ts'
import type { DepartureLine, RegisterQuery } from '../contract.ts'
import { urgencyNote } from '../handle-by.ts'
import { seenBy } from '../readers.ts'
import { typeAndSubject, withheldNote } from './arrivals.ts'
import { partOf, type RegisterPart } from './part.ts'
import { getRegister, presentPeriod } from './queries.ts'

type Row = {
  id: string
  state: string
  state_reason: string | null
  number: number
  notation: string
  issued_on: string
  type_code: string
  subject: string
  signer_name: string | null
  recipient_names: string | null
  recipient_count: number
  drafting_unit_id: string
  copies: number
  dispatched_at: Date | null
  urgency: number
  handle_by: Date | null
  note: string | null
  number_suffix: string
  seen: boolean
}
type Line = z.input<typeof DepartureLine>

/** A line of the screen holds so many recipients; of a longer list the rest are counted. The bound register names all. */
const namedRecipients = 12
const mostRecipients = 100_000

/**
 * The register of outgoing documents as the decree has it, ten columns in order, the highest number first (NĐ 30/2020
 * Phụ lục IV). A number that was cancelled or recalled stays in its place, struck out, with the reason. Restricted
 * documents are shown to named seats alone; to others their number is taken.
 */
export async function listDepartures(
  context: ActContext,
  query: z.output<typeof RegisterQuery> & { id: string },
): Promise<{ items: Line[]; next: string | null }> {
  const register = await getRegister(context, query.id)
  const { limit = 50, period = await presentPeriod(context, register) } = query
  const below = readNumberCursor(query.cursor)
  const part = { period, below, order: 'highest first', most: limit + 1 } as const
  const rows = await readDepartures(context, register.series_id, part)
  const shown = rows.slice(0, limit)
  return {
    items: shown.map(row => row.line),
    next: rows.length > limit ? cursorAtNumber(shown.at(-1)!.number) : null,
  }
}

/** Lines of a register of outgoing documents: those that drew their number from its series. */
export async function readDepartures(
  context: ActContext,
  seriesId: string,
  part: RegisterPart,
): Promise<readonly { number: number; line: Line }[]> {
  const { tx, agency, ports } = context
  const most = part.order === 'lowest first' ? mostRecipients : namedRecipients
  const { numbers, inOrder } = partOf(part, { number: 'd.number', suffix: 'd.number_suffix' })
  const { rows } = await sql<Row>`
    select d.id, d.state, d.state_reason, d.number, d.notation, d.issued_on, d.type_code, d.subject, d.signer_name,
      sent.names as recipient_names, sent.count as recipient_count, d.drafting_unit_id, d.copies, d.dispatched_at,
      d.urgency, d.handle_by, d.note, d.number_suffix, ${seenBy(context, 'outgoing', 'd')} as seen
    from outgoing_documents d
      cross join lateral (
        select string_agg(p.name, '; ' order by p.ordinal) filter (where p.place <= ${most}) as names,
          count(*)::int as count
        from (select name, ordinal, row_number() over (order by ordinal) as place from outgoing_recipients
          where agency_id = ${agency} and document_id = d.id) p
      ) sent
    where d.agency_id = ${agency} and d.series_id = ${seriesId} and d.period = ${part.period} and ${numbers}
      ${inOrder}`.execute(tx)
  const unitIds = [...new Set(rows.map(row => row.drafting_unit_id))]
  const units = new Map((await ports.agencies.getUnits(context, unitIds)).map(unit => [unit.id, unit.name]))
  return rows.map(row => ({
    number: row.number,
    line: row.seen ? presentLine(row, units.get(row.drafting_unit_id) ?? '', most) : withheld(row),
  }))
}

/** The number alone: its notation would name the type and the unit. */
const withheld = ({ number, number_suffix }: Row): Line => ({
  ...{ documentId: null, notation: writeNumber(number, number_suffix), issuedOn: null, subject: '', signer: '' },
  ...{ recipients: '', keeper: '', copies: null, passedOn: null, signedFor: '', note: withheldNote },
  ...{ cancelled: false, reason: null },
})

function presentLine(row: Row, unitName: string, named: number): Line {
  const cancelled = row.state === 'cancelled' || row.state === 'recalled'
  const further = row.recipient_count - named
  return {
    documentId: row.id,
    notation: row.notation,
    issuedOn: row.issued_on,
    subject: typeAndSubject(row.type_code, row.subject),
    signer: row.signer_name ?? '',
    recipients: [row.recipient_names ?? '', ...(further > 0 ? [`và ${further} nơi nhận khác`] : [])].join('; '),
    // The original stays with the clerk, a copy with the unit that drafted it (NĐ 30/2020 Điều 19).
    keeper: ['Văn thư', unitName].filter(Boolean).join('; '),
    copies: row.copies,
    passedOn: row.dispatched_at && todayInVietnam(row.dispatched_at),
    signedFor: '',
    note: [urgencyNote(row), row.note ?? ''].filter(Boolean).join('; '),
    cancelled,
    reason: cancelled
      ? [row.state === 'recalled' ? 'Thu hồi' : '', row.state_reason ?? ''].filter(Boolean).join(': ')
      : null,
  }
}
