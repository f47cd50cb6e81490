import { sql } from 'kysely'
import type { ActContext } from '#platform/acts/context.ts'

/** A look at the same document again within this time is one view: a screen reads anew by itself. */
const sameViewMinutes = 10

/**
 * Records that the acting seat looked at a document, one of its files, or a print of it (NĐ 30/2020 Phụ lục VI,
 * III.5đ, III.6l). Nothing of a document leaves the server without such a row.
 */
export async function logAccess(
  context: ActContext,
  seen: { readonly documentId: string; readonly fileId?: string; readonly kind: 'view' | 'file' | 'print' },
): Promise<void> {
  const { tx, agency, actor, now, origin } = context
  if (seen.kind === 'view' && (await sawItJustNow(context, seen.documentId))) return
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

async function sawItJustNow({ tx, agency, actor, now }: ActContext, documentId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('access_log')
    .select('id')
    .where('agency_id', '=', agency)
    .where('document_id', '=', documentId)
    .where('seat_id', '=', actor.seatId)
    .where('kind', '=', 'view')
    .where('at', '>', sql<Date>`${now}::timestamptz - make_interval(mins => ${sameViewMinutes})`)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
