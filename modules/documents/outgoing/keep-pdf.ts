import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { type ActMachinery, runAct } from '#platform/acts/run.ts'
import { keepStored } from '#platform/files/stored.ts'
import type { OutboxItem } from '#platform/outbox/relay.ts'
import { measureFiles } from '../attach-files.ts'
import { bySystem } from '../by-system.ts'
import { indexOutgoing } from './index-outgoing.ts'
import { announceOutgoing, updateOutgoing } from './record.ts'
import { findVersion, lockOutgoing, type OutgoingRowStored, outgoingSubject } from './rows.ts'

type MadePdf = {
  readonly pdfPath: string
  readonly pages: number
  readonly name: string
  readonly column: 'frozen_file_id' | 'numbered_file_id'
  readonly isSigned: boolean
  /** What the page says behind its number, where that is known. */
  readonly printedTail?: string | undefined
}

/**
 * Ties a PDF that the workshop made to its document, as the main file from now on. The work was slow: where the document
 * moved meanwhile, what was made belongs to nothing and is left.
 *
 * @param isStill whether the document is still as it was when the work began
 */
export async function keepPdf(
  machinery: ActMachinery,
  item: OutboxItem,
  { pdfPath, pages, name, column, isSigned, printedTail }: MadePdf,
  isStill: (document: OutgoingRowStored) => boolean,
): Promise<void> {
  const { store } = machinery
  const made = await store.receive(createReadStream(pdfPath)).finally(() => rm(pdfPath, { force: true }))
  const tied = runAct(machinery, bySystem(item), async context => {
    const { tx, agency, now } = context
    const document = await lockOutgoing(context, item.subjectId)
    if (!document || !isStill(document)) return
    const version = await findVersion(context, document.id, document.version)
    await keepStored(tx, store, made, 'application/pdf')
    const id = context.newId()
    await tx
      .insertInto('document_files')
      .values({
        ...{ agency_id: agency, id, document_id: document.id, direction: 'outgoing', role: 'main', ordinal: 0 },
        ...{ version: document.version, title: document.subject.slice(0, 200), name, hash: made.hash, pages },
        ...{ media_type: 'application/pdf', size: made.size, body_text: version?.body_text ?? '' },
        ...{ added_by: null, added_at: now },
      })
      .execute()
    const measured = await measureFiles(context, document.id, { version: document.version, mainFileId: id })
    const signature = column === 'frozen_file_id' ? 'by-signer' : 'signed'
    await updateOutgoing(context, document.id, {
      [column]: id,
      pages: measured.pages,
      ...(isSigned ? { signature } : {}),
      ...(printedTail === undefined ? {} : { printed_tail: printedTail }),
    })
    await context.audit({
      act: column === 'frozen_file_id' ? 'documents.frozen' : 'documents.number-filled',
      subject: outgoingSubject(document.id),
      after: { file: made.hash.toString('hex'), ...(isSigned ? { signature } : {}) },
    })
    if (column === 'numbered_file_id') await indexOutgoing(context, document.id)
    await announceOutgoing(context, document)
  })
  await tied.finally(() => store.discard(made))
}
