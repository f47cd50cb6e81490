import type { ActMachinery } from '#platform/acts/run.ts'
import type { OutboxHandler } from '#platform/outbox/relay.ts'
import { nameBegins } from './rename-agency.ts'

/** What agencies said today shall be done on a later day. */
export const agencyHandlers = (machinery: ActMachinery): Readonly<Record<string, OutboxHandler>> => ({
  'agencies.rename': item => nameBegins(machinery, item),
})
