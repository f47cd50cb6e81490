import { type ActMachinery, runAct } from '#platform/acts/run.ts'
import type { OutboxItem } from '#platform/outbox/relay.ts'
import { bySystem } from './by-system.ts'
import type { Direction } from './contract.ts'
import { indexIncoming } from './incoming/index-incoming.ts'
import { indexOutgoing } from './outgoing/index-outgoing.ts'

/**
 * Writes anew what one document is found by: for a migration that changed what stands in the index. One that asks for all
 * documents names them in the payload, each under a subject of its own, so that no act's work waits behind it.
 */
export async function indexAgain(machinery: ActMachinery, item: OutboxItem): Promise<void> {
  const { direction, documentId = item.subjectId } = item.payload as { direction: Direction; documentId?: string }
  await runAct(machinery, bySystem(item), context =>
    (direction === 'incoming' ? indexIncoming : indexOutgoing)(context, documentId),
  )
}
