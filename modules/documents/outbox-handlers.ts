import type { ActMachinery } from '#platform/acts/run.ts'
import type { OutboxHandler } from '#platform/outbox/relay.ts'
import { indexAgain } from './index-again.ts'
import { clerksChanged } from './let-clerks-read.ts'
import { fillNumber } from './outgoing/fill-number.ts'
import { freeze } from './outgoing/freeze.ts'

/** The slow work of documents, outside every transaction: frozen PDFs, numbers filled into them, and the index. */
export const documentHandlers = (machinery: ActMachinery): Readonly<Record<string, OutboxHandler>> => ({
  'agencies.clerks-change': item => clerksChanged(machinery, item),
  'documents.index': item => indexAgain(machinery, item),
  'documents.freeze': item => freeze(machinery, item),
  'documents.fill-number': item => fillNumber(machinery, item),
})
