import { type RawBuilder, sql } from 'kysely'
import type { ActContext } from '#platform/acts/context.ts'
import { sightOf } from '#platform/acts/sight.ts'
import { upTo } from '#platform/database/plans.ts'
import type { ListPlace } from '#platform/http/cursor.ts'
import type { Direction } from './contract.ts'
import { type ReaderReason, seenBy } from './readers.ts'

/** A list of documents of one direction; a row of them is `d`. */
export type SeenList = {
  readonly direction: Direction
  /** What is read of `d`, and how that is named afterwards where it is more than a column. */
  readonly columns: RawBuilder<unknown>
  readonly named?: RawBuilder<unknown>
  /** Those in these states; nothing said: in any. */
  readonly states?: readonly string[] | undefined
  /** All that is in these states is little, however much an office gathers over the years. */
  readonly isLittle: boolean
  /** Only what one reads for one of these reasons, or as somebody to whom it came: always one's own rows are walked. */
  readonly asReader?: boolean
  readonly why?: readonly ReaderReason[] | undefined
  /** Under which keys one looks; nothing said: under all under which one reads. */
  readonly keys?: readonly string[]
  /** What else is asked of `d`, each with its `and`. */
  readonly narrowedBy?: readonly RawBuilder<unknown>[]
  /** Some of it is so seldom, and has an index of its own, that beginning there may be shorter than with the reader's rows. */
  readonly mayBeginElsewhere?: boolean
  readonly after?: ListPlace | undefined
}

/**
 * The newest documents that the acting seat may see. Who sees all walks the documents by their own index, one branch a
 * state; everybody else the rows of his reader keys, one branch a key, which lie in the same order. Each branch stops
 * after `count` rows, so that a page costs the same in the first year and in the tenth. What is little everybody walks by
 * the documents.
 *
 * @example sql`select count(*) from (${newestSeen(context, list, 100)}) counted`
 */
export function newestSeen(context: ActContext, list: SeenList, count: number): RawBuilder<unknown> {
  const { direction, states, columns, named = columns } = list
  const { seesAll, readerKeys } = sightOf(context.actor, direction)
  const byDocument = !list.asReader && (seesAll || list.isLittle)
  const branches = byDocument
    ? states
      ? states.map(state => amongAll(context, { ...list, states: [state] }, count))
      : [amongAll(context, list, count)]
    : (list.keys ?? readerKeys).map(key => amongRead(context, list, key, count))
  if (branches.length === 1) return branches[0]!
  const at = timeOf[direction]
  // The same document may lie under several keys; each is shown once.
  return sql`select distinct on (${at}, d.id) ${named}
    from (${sql.join(
      branches.map(branch => sql`(${branch})`),
      sql` union all `,
    )}) d order by ${at} desc, d.id desc limit ${upTo(count)}`
}

const tableOf = { incoming: sql.table('incoming_documents'), outgoing: sql.table('outgoing_documents') }
/** By which a document stands in its lists, and its readers' rows with it. */
const timeOf = { incoming: sql.ref('d.arrived_at'), outgoing: sql.ref('d.created_at') }

function amongAll(context: ActContext, list: SeenList, count: number): RawBuilder<unknown> {
  const { direction, columns, after } = list
  const at = timeOf[direction]
  return sql`select ${columns} from ${tableOf[direction]} d
    where d.agency_id = ${context.agency} ${fits(list)} ${beyond(after, sql`${at}, d.id`)}
      and ${seenBy(context, direction, 'd')}
    order by ${at} desc, d.id desc limit ${upTo(count)}`
}

function amongRead({ agency }: ActContext, list: SeenList, key: string, count: number): RawBuilder<unknown> {
  const { direction, columns, why, after } = list
  const at = timeOf[direction]
  // Row by row from the reader's newest on, whatever PostgreSQL believes of their number: a subquery with a limit is never
  // joined in another order. Where it may begin elsewhere it takes whichever are fewer; both times are one and the same,
  // so that it has either in the order of the list.
  const documents = list.mayBeginElsewhere
    ? sql`join ${tableOf[direction]} d on d.agency_id = ${agency} and d.id = r.document_id and ${at} = r.sort_at
        ${beyond(after, sql`${at}, d.id`)}`
    : sql`cross join lateral (select * from ${tableOf[direction]} one
        where one.agency_id = ${agency} and one.id = r.document_id limit 1) d`
  return sql`select ${columns} from document_readers r ${documents}
    where r.agency_id = ${agency} and r.reader = ${key} and r.direction = ${sql.lit(direction)}
      ${why ? sql`and r.why in (${sql.join(why)})` : sql``}
      ${fits(list)} ${beyond(after, sql`r.sort_at, r.document_id`)}
    order by r.sort_at desc, r.document_id desc limit ${upTo(count)}`
}

function fits({ states, narrowedBy = [] }: SeenList): RawBuilder<unknown> {
  const inStates =
    states?.length === 1 ? sql`and d.state = ${states[0]}` : sql`and d.state in (${sql.join(states ?? [])})`
  return sql.join([...(states ? [inStates] : []), ...narrowedBy], sql` `)
}

const beyond = (after: ListPlace | undefined, place: RawBuilder<unknown>): RawBuilder<unknown> =>
  after ? sql`and (${place}) < (${after.at}, ${after.id})` : sql``
