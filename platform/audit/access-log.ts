import { type RawBuilder, sql } from 'kysely'
import type { ActContext, Context } from '../acts/context.ts'

/** A look at the same within this time is one look: a screen reads anew by itself, and a file comes piece by piece. */
const sameLookMinutes = 10

export type Look = {
  readonly documentId: string
  readonly fileId?: string
  /** `save` is a file taken to one's own machine. */
  readonly kind: 'view' | 'file' | 'save' | 'print'
  /** Asks for a further piece of a file; of a look that is in the log already, if the client says the truth. */
  readonly goesOn?: boolean
}

/**
 * Records that the acting seat looked at a document, one of its files, or a print of it (NĐ 30/2020 Phụ lục VI,
 * III.5đ, III.6l). Nothing of a document leaves the server without such a row.
 */
export async function logAccess(context: ActContext, seen: Look): Promise<void> {
  const { tx, agency, actor, now, origin } = context
  if ((seen.kind === 'view' || seen.goesOn) && (await sawItJustNow(context, seen))) return
  await tx
    .insertInto('access_log')
    .values({
      agency_id: agency,
      id: context.newId(),
      at: now,
      person_id: actor.personId,
      seat_id: actor.seatId,
      document_id: seen.documentId,
      file_id: seen.fileId ?? null,
      kind: seen.kind,
      request_id: origin.requestId,
      network: origin.network,
    })
    .execute()
}

async function sawItJustNow({ tx, agency, actor, now }: ActContext, { documentId, fileId, kind }: Look) {
  const row = await tx
    .selectFrom('access_log')
    .select('id')
    .where('agency_id', '=', agency)
    .where('document_id', '=', documentId)
    .where('seat_id', '=', actor.seatId)
    .where('kind', '=', kind)
    .where('file_id', 'is not distinct from', fileId ?? null)
    .where('at', '>', sql<Date>`${now}::timestamptz - make_interval(mins => ${sameLookMinutes})`)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** When each seat last looked at a document; with `seatId` that one alone. */
export async function lastLooks(
  { tx, agency }: Context,
  documentId: string,
  seatId?: string,
): Promise<ReadonlyMap<string, Date>> {
  let query = tx
    .selectFrom('access_log')
    .select(['seat_id', sql<Date>`max(at)`.as('at')])
    .where('agency_id', '=', agency)
    .where('document_id', '=', documentId)
    .groupBy('seat_id')
  if (seatId) query = query.where('seat_id', '=', seatId)
  return new Map((await query.execute()).map(row => [row.seat_id, row.at]))
}

/**
 * A condition of SQL: one of these seats, or another than these, looked at the document of the statement's row.
 *
 * @param document its id in the statement
 * @param since only looks from that time on
 */
export const looked = (
  { agency }: Context,
  document: RawBuilder<unknown>,
  seats: { readonly by: readonly string[] } | { readonly notBy: readonly string[] },
  since?: RawBuilder<unknown>,
): RawBuilder<boolean> =>
  sql`exists (select from access_log look where look.agency_id = ${agency} and look.document_id = ${document}
    and ${'by' in seats ? sql`look.seat_id = any(${seats.by}::uuid[])` : sql`look.seat_id <> all(${seats.notBy}::uuid[])`}
    ${since ? sql`and look.at >= ${since}` : sql``})`

/**
 * The looks at a document as SQL to join, those of one seat and kind as one: `id` and `first_at` of the first, `last_at`,
 * `times`, `kind`, `seat_id`.
 */
export const looksToJoin = ({ agency }: Context, documentId: string): RawBuilder<unknown> => sql`(
  select (array_agg(l.id order by l.at, l.id))[1] as id, min(l.at) as first_at, max(l.at) as last_at, count(*) as times,
    l.kind, l.seat_id
  from access_log l where l.agency_id = ${agency} and l.document_id = ${documentId} group by l.seat_id, l.kind)`
