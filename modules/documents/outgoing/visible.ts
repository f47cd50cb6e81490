import { type RawBuilder, sql } from 'kysely'
import type { ActContext } from '#platform/acts/context.ts'
import { hatsOf } from '#platform/acts/hats.ts'
import type { ListPlace } from '#platform/http/cursor.ts'
import { newestSeen } from '../newest-seen.ts'
import { isUnderWay } from './states.ts'
import type { ListContent } from './tabs.ts'

export type Wanted = ListContent & {
  readonly after?: ListPlace | undefined
}

const columns = sql.raw(
  'd.id, d.state, d.subject, d.type_code, d.notation, d.issued_on, d.drafting_unit_id, d.signer_name, d.urgency, d.handle_by,' +
    ' d.holder_name, d.due_on, d.created_at, d.restricted, d.signature',
)

/** The newest documents that the acting seat may see; of what is under way there is little. */
export function visible(context: ActContext, wanted: Wanted, count: number): RawBuilder<unknown> {
  const { states, waiting, issuedToMe = false, after } = wanted
  return newestSeen(
    context,
    {
      ...{ direction: 'outgoing', columns, states, after },
      ...{ isLittle: states?.every(isUnderWay) ?? false, asReader: issuedToMe },
      narrowedBy: [
        ...(waiting ? [sql`and ${waitsForMe(context)}`] : []),
        ...(issuedToMe ? [sql`and ${issuedTo(context)}`] : []),
      ],
    },
    count,
  )
}

/** `d` lies before the acting seat, or before one that it stands in for: to go on with, or to say a word. */
export function waitsForMe({ agency, actor }: ActContext): RawBuilder<boolean> {
  const seats = hatsOf(actor, 'outgoing').map(hat => hat.seatId)
  return sql<boolean>`(d.holder_seat_id in (${sql.join(seats)}) or exists (select from outgoing_reviews v
    where v.agency_id = ${agency} and v.document_id = d.id and v.state = 'asked' and v.seat_id in (${sql.join(seats)})))`
}

/** The acting seat has not read `d` yet. */
export const unreadBy = ({ agency, actor }: ActContext): RawBuilder<boolean> =>
  sql<boolean>`not exists (select from document_reads seen where seen.agency_id = ${agency}
    and seen.document_id = d.id and seen.seat_id = ${actor.seatId})`

/** `d` was issued inside for the acting seat or its unit. */
const issuedTo = ({ agency, actor }: ActContext): RawBuilder<boolean> =>
  sql<boolean>`exists (select from outgoing_recipients p where p.agency_id = ${agency} and p.document_id = d.id
    and (p.seat_id = ${actor.seatId} or p.unit_id = ${actor.unitId}))`
