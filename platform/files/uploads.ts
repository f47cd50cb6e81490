import { type RawBuilder, sql } from 'kysely'
import type { ActContext, Context } from '../acts/context.ts'

type NewUpload = {
  readonly seatId: string
  readonly hash: Buffer
  readonly name: string
  readonly mediaType: string
  readonly size: number
  readonly pages: number | null
  readonly text: string
  /** Lines of the first page with their places, for proposals. */
  readonly firstPage: object | null
  /** Now, unless what is replayed is of an earlier day: by that day it would be old enough to be swept. */
  readonly createdAt?: RawBuilder<Date>
}

/** Notes a file that is kept under its hash, until an act ties it to what it belongs to. @returns its id */
export async function addUpload(context: Context, upload: NewUpload): Promise<string> {
  const id = context.newId()
  await context.tx
    .insertInto('uploads')
    .values({
      agency_id: context.agency,
      id,
      seat_id: upload.seatId,
      hash: upload.hash,
      name: upload.name,
      media_type: upload.mediaType,
      size: upload.size,
      pages: upload.pages,
      body_text: upload.text,
      first_page: upload.firstPage ? JSON.stringify(upload.firstPage) : null,
      created_at: upload.createdAt ?? context.now,
    })
    .execute()
  return id
}

/**
 * SQL that marks the acting seat's own uploads as used and answers with them: `id`, `name`, `hash`, `media_type`, `size`,
 * `pages`, `body_text`. The caller puts it before the statement that ties them; another seat's are not among them.
 *
 * @example sql`with own as (${takeUploads(context, ids)}) insert into document_files (…) select … from own`
 */
export const takeUploads = ({ agency, actor, now }: ActContext, ids: readonly string[]): RawBuilder<unknown> => sql`
  update uploads set used_at = coalesce(used_at, ${now})
  where agency_id = ${agency} and seat_id = ${actor.seatId} and id in (${sql.join(ids)})
  returning id, name, hash, media_type, size, pages, body_text`
