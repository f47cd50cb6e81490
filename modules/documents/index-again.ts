import { type ActMachinery, runAct } from '#platform/acts/run.ts'
import type { OutboxItem } from '#platform/outbox/relay.ts'
import { bySystem } from './by-system.ts'
import { indexIncoming } from './incoming/index-incoming.ts'
import { indexOutgoing } from './outgoing/index-outgoing.ts'

/** Writes anew what one document is found by: for a migration that changed what stands in the index. */
export async function indexAgain(machinery: ActMachinery, item: OutboxItem): Promise<void> {
  const { direction } = item.payload as { direction: 'incoming' | 'outgoing' }
  await runAct(machinery, bySystem(item), context =>
    (direction === 'incoming' ? indexIncoming : indexOutgoing)(context, item.subjectId),
  )
}
