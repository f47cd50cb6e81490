import type { ActMachinery } from '#platform/acts/run.ts'
import type { OutboxHandler } from '#platform/outbox/relay.ts'
import { nameFollows } from './person-name.ts'
import { nameBegins } from './rename-agency.ts'

/** What agencies said today shall be done on a later day, and what other offices take over from one. */
export const agencyHandlers = (machinery: ActMachinery): Readonly<Record<string, OutboxHandler>> => ({
  'agencies.rename': item => nameBegins(machinery, item),
  'agencies.rename-person': item => nameFollows(machinery, item),
})
