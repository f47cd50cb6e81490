import { type RawBuilder, sql } from 'kysely'
import type { ActContext } from '#platform/acts/context.ts'
import { hatsOf } from '#platform/acts/hats.ts'
import { sightOf } from '#platform/acts/sight.ts'
import { upTo } from '#platform/database/plans.ts'
import type { ListPlace } from '#platform/http/cursor.ts'
import { seenBy } from '../readers.ts'
import { isUnderWay } from './states.ts'
import type { ListContent } from './tabs.ts'

export type Wanted = ListContent & {
  readonly after?: ListPlace | undefined
}

const columns = sql.raw(
  'd.id, d.state, d.subject, d.type_code, d.notation, d.issued_on, d.drafting_unit_id, d.signer_name, d.urgency, d.handle_by,' +
    ' d.holder_name, d.due_on, d.created_at, d.restricted, d.signature',
)

/**
 * The newest documents that the acting seat may see, as for incoming ones: who sees all walks the documents by their own
 * index, one branch a state, everybody else the rows of his reader keys, one branch a key. Each branch stops after `count`
 * rows. What is under way is little, however much a unit has issued over the years: there everybody walks the documents.
 */
export function visible(context: ActContext, wanted: Wanted, count: number): RawBuilder<unknown> {
  const { states } = wanted
  const { seesAll, readerKeys } = sightOf(context.actor, 'outgoing')
  const byDocument = !wanted.issuedToMe && (seesAll || states?.every(isUnderWay))
  const branches = byDocument
    ? states
      ? states.map(state => amongAll(context, { ...wanted, states: [state] }, count))
      : [amongAll(context, wanted, count)]
    : readerKeys.map(key => amongRead(context, wanted, key, count))
  if (branches.length === 1) return branches[0]!
  // The same document may lie under several keys; each is shown once.
  return sql`select distinct on (d.created_at, d.id) ${columns}
    from (${sql.join(
      branches.map(branch => sql`(${branch})`),
      sql` union all `,
    )}) d order by d.created_at desc, d.id desc limit ${upTo(count)}`
}

function amongAll(context: ActContext, wanted: Wanted, count: number): RawBuilder<unknown> {
  const { agency } = context
  return sql`select ${columns} from outgoing_documents d
    where d.agency_id = ${agency} ${fits(context, wanted)} ${beyond(wanted.after, 'd.created_at, d.id')}
      and ${seenBy(context, 'outgoing', 'd')}
    order by d.created_at desc, d.id desc limit ${upTo(count)}`
}

function amongRead(context: ActContext, wanted: Wanted, key: string, count: number): RawBuilder<unknown> {
  const { agency } = context
  return sql`select ${columns} from document_readers r
      join outgoing_documents d on d.agency_id = ${agency} and d.id = r.document_id
    where r.agency_id = ${agency} and r.reader = ${key} and r.direction = 'outgoing'
      ${fits(context, wanted)} ${beyond(wanted.after, 'r.sort_at, r.document_id')}
    order by r.sort_at desc, r.document_id desc limit ${upTo(count)}`
}

function fits(context: ActContext, { states, waiting, issuedToMe }: Wanted): RawBuilder<unknown> {
  const [only] = states ?? []
  return sql.join(
    [
      states?.length === 1 ? sql`and d.state = ${only}` : states ? sql`and d.state in (${sql.join(states)})` : sql``,
      waiting ? sql`and ${waitsForMe(context)}` : sql``,
      issuedToMe ? sql`and ${issuedTo(context)}` : sql``,
    ],
    sql` `,
  )
}

const beyond = (after: ListPlace | undefined, place: string): RawBuilder<unknown> =>
  after ? sql`and (${sql.raw(place)}) < (${after.at}, ${after.id})` : sql``

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
