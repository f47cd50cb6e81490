import type { SystemActor } from '#platform/acts/actor.ts'
import type { OutboxItem } from '#platform/outbox/relay.ts'

const system: SystemActor = { kind: 'system', name: 'documents' }

/** In whose transactions a job reads and writes: nobody's of the office, in the agency whose outbox asked for it. */
export const bySystem = (item: OutboxItem) => ({
  agency: item.agencyId,
  actor: system,
  origin: { requestId: item.id, network: 'local' },
})
