import type { z } from '#lib/schemas/index.ts'
import type { ActContext, Context } from '#platform/acts/context.ts'
import { type AttachedFile, type Direction, documentErrors } from './contract.ts'

type FileToAttach = z.output<typeof AttachedFile>
type FileRole = FileToAttach['role']

/** The document itself, what belongs to it, what came along, what it was written in, and the paper with a direction. */
const rolesInOrder: readonly FileRole[] = ['main', 'annex', 'attachment', 'source', 'evidence']
/** The pages of a document are those of its text and its annexes (NĐ 30/2020 Phụ lục VI, số trang). */
const countedRoles: readonly FileRole[] = ['main', 'annex']

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

  const uploads = await ownUploads(context, files)
  const version = document.version ?? 1
  const first = await nextOrdinal(context, document.documentId, version)
  const ordered = files.toSorted((left, right) => rolesInOrder.indexOf(left.role) - rolesInOrder.indexOf(right.role))
  const rows = ordered.map((file, index) => {
    const upload = uploads.get(file.uploadId)!
    return {
      agency_id: context.agency,
      id: context.newId(),
      document_id: document.documentId,
      direction: document.direction,
      role: file.role,
      ordinal: first + index,
      version,
      title: file.title ?? upload.name.replace(/\.[^.]+$/, ''),
      name: upload.name,
      hash: upload.hash,
      media_type: upload.media_type,
      size: upload.size,
      pages: upload.pages,
      body_text: upload.body_text,
      added_by: context.actor.seatId,
      added_at: context.now,
    }
  })
  await context.tx.insertInto('document_files').values(rows).execute()
  await markUsed(context, files)

  const counted = rows.filter(row => countedRoles.includes(row.role))
  return {
    ids: rows.map(row => row.id),
    mainFileId: rows.find(row => row.role === 'main')?.id ?? null,
    sourceFileId: rows.find(row => row.role === 'source')?.id ?? null,
    pages: counted.reduce((sum, row) => sum + (row.pages ?? 0), 0),
    bodyText: counted.map(row => row.body_text).join('\n'),
  }
}

async function ownUploads({ tx, agency, actor }: ActContext, files: readonly FileToAttach[]) {
  const ids = [...new Set(files.map(file => file.uploadId))]
  const rows = await tx
    .selectFrom('uploads')
    .select(['id', 'name', 'hash', 'media_type', 'size', 'pages', 'body_text'])
    .where('agency_id', '=', agency)
    .where('seat_id', '=', actor.seatId)
    .where('id', 'in', ids)
    .execute()
  if (rows.length < ids.length || ids.length < files.length) throw documentErrors.UploadUnknown()
  return new Map(rows.map(row => [row.id, row]))
}

async function nextOrdinal({ tx, agency }: Context, documentId: string, version: number): Promise<number> {
  const row = await tx
    .selectFrom('document_files')
    .select(({ fn }) => fn.max('ordinal').as('last'))
    .where('agency_id', '=', agency)
    .where('document_id', '=', documentId)
    .where('version', '=', version)
    .executeTakeFirst()
  return (row?.last ?? 0) + 1
}

async function markUsed({ tx, agency, now }: Context, files: readonly FileToAttach[]) {
  await tx
    .updateTable('uploads')
    .set({ used_at: now })
    .where('agency_id', '=', agency)
    .where(
      'id',
      'in',
      files.map(file => file.uploadId),
    )
    .where('used_at', 'is', null)
    .execute()
}

/** The page count and the text of what already stands among a document's files: of a message, or of a version. */
export async function measureFiles(
  { tx, agency }: Context,
  documentId: string,
  version = 1,
): Promise<{ pages: number; bodyText: string }> {
  const rows = await tx
    .selectFrom('document_files')
    .select(['pages', 'body_text'])
    .where('agency_id', '=', agency)
    .where('document_id', '=', documentId)
    .where('version', '=', version)
    .where('role', 'in', countedRoles)
    .orderBy('ordinal')
    .execute()
  return {
    pages: rows.reduce((sum, row) => sum + (row.pages ?? 0), 0),
    bodyText: rows.map(row => row.body_text).join('\n'),
  }
}
