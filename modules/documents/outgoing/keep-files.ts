import type { ActContext } from '#platform/acts/context.ts'
import { documentErrors } from '../contract.ts'
import { findVersion } from './rows.ts'

export type KeptFiles = {
  readonly mainFileId: string | null
  readonly sourceFileId: string | null
}
const nothingKept: KeptFiles = { mainFileId: null, sourceFileId: null }

/**
 * Files of a version go on in the next one, so that who changes the text does not send every annex again. The main file
 * is the one that the drafter gave: what was frozen of it belongs to the approval that fell.
 *
 * @throws documents.UploadUnknown for a file that is none of that version
 */
export async function keepFiles(
  context: ActContext,
  { documentId, from, to }: { readonly documentId: string; readonly from: number; readonly to: number },
  fileIds: readonly string[],
): Promise<KeptFiles> {
  if (fileIds.length === 0) return nothingKept
  const { tx, agency, actor, now } = context
  const before = await findVersion(context, documentId, from)
  const rows = await tx
    .selectFrom('document_files')
    .selectAll()
    .where('agency_id', '=', agency)
    .where('document_id', '=', documentId)
    .where('version', '=', from)
    .where('id', 'in', [...fileIds])
    .orderBy('ordinal')
    .execute()
  const unfit = rows.some(row => row.role === 'main' && row.id !== before?.main_file_id)
  if (unfit || rows.length < new Set(fileIds).size) throw documentErrors.UploadUnknown()
  const kept = rows.map(row => ({ ...row, id: context.newId(), version: to, added_by: actor.seatId, added_at: now }))
  await tx.insertInto('document_files').values(kept).execute()
  return {
    mainFileId: kept.find(row => row.role === 'main')?.id ?? null,
    sourceFileId: kept.find(row => row.role === 'source')?.id ?? null,
  }
}
