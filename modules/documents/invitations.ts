import { sql } from 'kysely'
import type { z } from '#lib/schemas/index.ts'
import type { ActContext } from '#platform/acts/context.ts'
import type { Direction, Today } from './contract.ts'
import { seenBy } from './readers.ts'

type Row = { id: string; direction: Direction; meeting_at: Date; meeting_place: string | null; subject: string }

/** Today's meetings, of invitations that came and of those that this office sent, as far as the acting seat sees them. */
export async function invitationsOf(context: ActContext): Promise<z.input<typeof Today>['invitations']> {
  const { tx, agency, today } = context
  const begins = sql`(${today}::date::timestamp at time zone 'Asia/Ho_Chi_Minh')`
  const meetings = (direction: Direction, states: string) =>
    sql`select d.id, ${direction} as direction, d.meeting_at, d.meeting_place, d.subject
      from ${sql.table(`${direction}_documents`)} d
      where d.agency_id = ${agency} and d.meeting_at >= ${begins} and d.meeting_at < ${begins} + interval '1 day'
        and d.state ${sql.raw(states)} and ${seenBy(context, direction, 'd')}`
  const { rows } = await sql<Row>`
    ${meetings('incoming', `not in ('set-aside', 'refused', 'taken-back', 'cancelled')`)}
    union all ${meetings('outgoing', `in ('numbered', 'dispatched')`)}
    order by meeting_at, id limit 20`.execute(tx)
  return rows.map(row => ({
    documentId: row.id,
    direction: row.direction,
    at: row.meeting_at.toISOString(),
    place: row.meeting_place,
    subject: row.subject,
  }))
}
