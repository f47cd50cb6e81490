import { sql } from 'kysely'
import type { ActContext } from '#platform/acts/context.ts'

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
