import type { Selectable } from 'kysely'
import type { z } from '#lib/schemas/index.ts'
import type { ActContext, Context } from '#platform/acts/context.ts'
import type { Database } from '#platform/database/schema.ts'
import type { Comment, DocumentFile, HistoryEntry } from './contract.ts'

/** The files of a document in their order; of an outgoing one those of a version. */
export async function listFiles(
  { tx, agency }: Context,
  documentId: string,
  version?: number,
): Promise<DocumentFile[]> {
  let query = tx
    .selectFrom('document_files')
    .select(['id', 'role', 'ordinal', 'title', 'name', 'media_type', 'size', 'pages', 'version'])
    .where('agency_id', '=', agency)
    .where('document_id', '=', documentId)
    .orderBy('version')
    .orderBy('ordinal')
  if (version !== undefined) query = query.where('version', '=', version)
  return (await query.execute()).map(presentFile)
}

export type FileRow = {
  readonly id: string
  readonly role: string
  readonly ordinal: number
  readonly title: string
  readonly name: string
  readonly media_type: string
  readonly size: number
  readonly pages: number | null
  readonly version: number
}

/** Where the bytes of a document's file are, for whoever may see the document. */
export const fileUrl = (fileId: string): string => `/api/v1/documents/files/${fileId}`

export const presentFile = (row: FileRow): DocumentFile => ({
  id: row.id,
  role: row.role as DocumentFile['role'],
  ordinal: row.ordinal,
  title: row.title,
  name: row.name,
  mediaType: row.media_type,
  size: row.size,
  pages: row.pages,
  version: row.version,
  url: fileUrl(row.id),
})

/** What a document says, its main file first: shown before any page of it is there. */
export async function bodyTextOf({ tx, agency }: Context, documentId: string, version?: number): Promise<BodyText> {
  let query = tx
    .selectFrom('document_files')
    .select(['body_text', 'text_cut'])
    .where('agency_id', '=', agency)
    .where('document_id', '=', documentId)
    .where('role', '=', 'main')
    .orderBy('version', 'desc')
    .limit(1)
  if (version !== undefined) query = query.where('version', '=', version)
  const file = await query.executeTakeFirst()
  return { bodyText: file?.body_text ?? '', textCut: file?.text_cut ?? false }
}

/** `textCut`: only its beginning is known so far. */
type BodyText = { readonly bodyText: string; readonly textCut: boolean }

/** The movements of a document, the oldest first; with the looks at it, `pageOfHistory` gives them page by page. */
export async function listHistory({ tx, agency }: Context, documentId: string): Promise<HistoryEntry[]> {
  const rows = await tx
    .selectFrom('document_history')
    .selectAll()
    .where('agency_id', '=', agency)
    .where('document_id', '=', documentId)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map(presentEntry)
}

type EntryRow = Pick<
  Selectable<Database['document_history']>,
  | 'id'
  | 'at'
  | 'act'
  | 'actor_name'
  | 'actor_title'
  | 'on_behalf_of_name'
  | 'state_before'
  | 'state_after'
  | 'text'
  | 'detail'
>

export const presentEntry = (row: EntryRow): HistoryEntry => ({
  id: row.id,
  at: row.at.toISOString(),
  act: row.act,
  actorName: row.actor_name,
  actorTitle: row.actor_title,
  onBehalfOfName: row.on_behalf_of_name,
  stateBefore: row.state_before,
  stateAfter: row.state_after,
  text: row.text,
  detail: row.detail as Record<string, unknown>,
})

/**
 * What was said about a document, the oldest first.
 *
 * @param mayResolve whether the acting seat may settle a comment, where comments are settled at all
 */
export async function listComments(
  context: ActContext,
  documentId: string,
  mayResolve: (comment: { readonly seat_id: string }) => boolean = () => false,
): Promise<z.input<typeof Comment>[]> {
  const { tx, agency, actor, ports } = context
  const rows = await tx
    .selectFrom('document_comments')
    .selectAll()
    .where('agency_id', '=', agency)
    .where('document_id', '=', documentId)
    .orderBy('at')
    .orderBy('id')
    .execute()
  const names = await ports.agencies.seatNames(
    context,
    rows.map(row => row.seat_id),
  )
  return rows.map(row => ({
    id: row.id,
    at: row.at.toISOString(),
    name: names.get(row.seat_id)?.fullName ?? '',
    title: names.get(row.seat_id)?.title ?? '',
    text: row.text,
    version: row.version,
    resolvedAt: row.resolved_at?.toISOString() ?? null,
    own: row.seat_id === actor.seatId,
    mayResolve: row.resolved_at === null && mayResolve(row),
  }))
}
