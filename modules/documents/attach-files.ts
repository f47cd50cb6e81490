import { sql } from 'kysely'
import type { z } from '#lib/schemas/index.ts'
import type { ActContext, Context } from '#platform/acts/context.ts'
import { takeUploads } from '#platform/files/uploads.ts'
import { type AttachedFile, type Direction, documentErrors } from './contract.ts'

type FileToAttach = z.output<typeof AttachedFile>
type FileRole = FileToAttach['role']

/** The document itself, what belongs to it, what came along, what it was written in, and the paper with a direction. */
const rolesInOrder: readonly FileRole[] = ['main', 'annex', 'attachment', 'source', 'evidence']
/** The pages of a document are those of its text and its annexes (NĐ 30/2020 Phụ lục VI, số trang), and so are its words. */
export const countedRoles: readonly FileRole[] = ['main', 'annex']

export type AttachedFiles = {
  /** In their order. */
  readonly ids: readonly string[]
  readonly mainFileId: string | null
  readonly sourceFileId: string | null
  readonly pages: number
  /** What the main file and the annexes say, for the search index. */
  readonly bodyText: string
}

/**
 * Ties uploads to a document, in the order of their roles. An upload belongs to the seat that sent it: of another's, or
 * of one that is not there, nothing is said but that it is unknown.
 *
 * @param needs whether there must be a main file; there is never more than one
 * @throws documents.UploadUnknown, MainFileMissing, OneMainFile
 */
export async function attachFiles(
  context: ActContext,
  document: { readonly documentId: string; readonly direction: Direction; readonly version?: number },
  files: readonly FileToAttach[],
  needs: { readonly main: boolean },
): Promise<AttachedFiles> {
  const mains = files.filter(file => file.role === 'main').length
  if (mains > 1) throw documentErrors.OneMainFile()
  if (mains === 0 && needs.main) throw documentErrors.MainFileMissing()
  if (files.length === 0) return { ids: [], mainFileId: null, sourceFileId: null, pages: 0, bodyText: '' }

  const ordered = files.toSorted((left, right) => rolesInOrder.indexOf(left.role) - rolesInOrder.indexOf(right.role))
  const given = ordered.map((file, index) => ({
    upload_id: file.uploadId,
    id: context.newId(),
    role: file.role,
    place: index + 1,
    title: file.title ?? null,
  }))
  const attached = await tie(context, document, given)
  if (attached.size < files.length) throw documentErrors.UploadUnknown()

  const counted = given.filter(file => countedRoles.includes(file.role)).map(file => attached.get(file.id)!)
  return {
    ids: given.map(file => file.id),
    mainFileId: given.find(file => file.role === 'main')?.id ?? null,
    sourceFileId: given.find(file => file.role === 'source')?.id ?? null,
    pages: counted.reduce((sum, file) => sum + (file.pages ?? 0), 0),
    bodyText: counted.map(file => file.body_text).join('\n'),
  }
}

type GivenFile = { upload_id: string; id: string; role: FileRole; place: number; title: string | null }
type TiedFile = { readonly id: string; readonly pages: number | null; readonly body_text: string }

/** One statement: finds the seat's own uploads, marks them used, and ties them behind the files that are there. */
async function tie(
  context: ActContext,
  { documentId, direction, version = 1 }: { documentId: string; direction: Direction; version?: number },
  given: readonly GivenFile[],
): Promise<ReadonlyMap<string, TiedFile>> {
  const { tx, agency, actor, now } = context
  const uploadIds = given.map(file => file.upload_id)
  const { rows } = await sql<TiedFile>`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
        as file (upload_id uuid, id uuid, role text, place integer, title text)
    ), own as (
      ${takeUploads(context, uploadIds)}
    ), before as (
      select coalesce(max(ordinal), 0) as last from document_files
      where agency_id = ${agency} and document_id = ${documentId} and version = ${version}
    )
    insert into document_files (agency_id, id, document_id, direction, role, ordinal, version, title, name, hash,
      media_type, size, pages, body_text, added_by, added_at)
    select ${agency}::uuid, given.id, ${documentId}::uuid, ${direction}, given.role, before.last + given.place,
      ${version}::integer, coalesce(given.title, regexp_replace(own.name, '\.[^.]+$', '')), own.name, own.hash,
      own.media_type, own.size, own.pages, own.body_text, ${actor.seatId}::uuid, ${now}::timestamptz
    from given join own on own.id = given.upload_id cross join before
    returning id, pages, body_text`.execute(tx)
  return new Map(rows.map(row => [row.id, row]))
}

/**
 * The page count and the text of what stands among a document's files: of what came, or of a version. While a draft is a
 * Word file alone, its words are the document's; it has no pages yet.
 *
 * @param mainFileId where a version has several: what its drafter gave, what was frozen and what bears the number
 */
export async function measureFiles(
  { tx, agency }: Context,
  documentId: string,
  { version = 1, mainFileId }: { readonly version?: number; readonly mainFileId?: string } = {},
): Promise<{ pages: number; bodyText: string }> {
  const rows = await tx
    .selectFrom('document_files')
    .select(['id', 'role', 'pages', 'body_text'])
    .where('agency_id', '=', agency)
    .where('document_id', '=', documentId)
    .where('version', '=', version)
    .where('role', 'in', [...countedRoles, 'source'])
    .orderBy(sql`role = 'annex'`)
    .orderBy('ordinal')
    .execute()
  const given = rows.filter(row => row.role !== 'main' || mainFileId === undefined || row.id === mainFileId)
  const counted = given.filter(row => countedRoles.includes(row.role as FileRole))
  const said = given.some(row => row.role === 'main') ? counted : given
  return {
    pages: counted.reduce((sum, row) => sum + (row.pages ?? 0), 0),
    bodyText: said.flatMap(row => row.body_text || []).join('\n'),
  }
}
