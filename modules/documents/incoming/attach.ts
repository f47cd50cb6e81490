import type { z } from '#lib/schemas/index.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { attachFiles, measureFiles } from '../attach-files.ts'
import { type AttachFiles, documentErrors } from '../contract.ts'
import { takeUp } from './case.ts'
import { indexIncoming } from './index-incoming.ts'
import { recordAct } from './record-act.ts'
import { announceIncoming } from './settle.ts'

/** Adds annexes and what came along to a document; its main file stays the one with which it was registered. */
export async function attach(
  context: ActContext,
  input: z.output<typeof AttachFiles> & { id: string },
): Promise<string> {
  const theCase = await takeUp(context, input.id, 'attach')
  const { document } = theCase
  if (input.files.some(file => file.role === 'main')) throw documentErrors.OneMainFile()
  const { ids } = await attachFiles(context, { documentId: input.id, direction: 'incoming' }, input.files, {
    main: false,
  })
  const { pages } = await measureFiles(context, input.id)
  await context.tx
    .updateTable('incoming_documents')
    .set({ pages })
    .where('agency_id', '=', context.agency)
    .where('id', '=', input.id)
    .execute()
  await indexIncoming(context, input.id)
  await recordAct(context, theCase, { after: document.state, detail: { files: ids } })
  await announceIncoming(context, document)
  return input.id
}
