import type { ActMachinery } from '#platform/acts/run.ts'
import type { OutboxHandler } from '#platform/outbox/relay.ts'
import { fillNumber } from './outgoing/fill-number.ts'
import { freeze } from './outgoing/freeze.ts'

/** The slow work of documents, outside every transaction: frozen PDFs, and numbers filled into them. */
export const documentHandlers = (machinery: ActMachinery): Readonly<Record<string, OutboxHandler>> => ({
  'documents.freeze': item => freeze(machinery, item),
  'documents.fill-number': item => fillNumber(machinery, item),
})
