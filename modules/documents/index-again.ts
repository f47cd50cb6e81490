import { type ActMachinery, runAct } from '#platform/acts/run.ts'
import type { OutboxItem } from '#platform/outbox/relay.ts'
import { indexIncoming } from './incoming/index-incoming.ts'
import { indexOutgoing } from './outgoing/index-outgoing.ts'

/** Writes anew what one document is found by: for a migration that changed what stands in the index. */
export async function indexAgain(machinery: ActMachinery, item: OutboxItem): Promise<void> {
  const { direction } = item.payload as { direction: 'incoming' | 'outgoing' }
  const indexer = { kind: 'system', name: 'documents' } as const
  const origin = { requestId: item.id, network: 'local' }
  await runAct(machinery, { agency: item.agencyId, actor: indexer, origin }, context =>
    (direction === 'incoming' ? indexIncoming : indexOutgoing)(context, item.subjectId),
  )
}
