import type { ActMachinery } from '#platform/acts/run.ts'
import type { OutboxHandler } from '#platform/outbox/relay.ts'
import { readText } from './incoming/read-text.ts'
import { tellNextRung } from './incoming/tell-rung.ts'
import { officeClosed } from './incoming/turn-away-arrived.ts'
import { indexAgain } from './index-again.ts'
import { clerksChanged } from './let-clerks-read.ts'
import { headsChanged } from './let-heads-read.ts'
import { fillNumber } from './outgoing/fill-number.ts'
import { freeze } from './outgoing/freeze.ts'

/** What is done outside the act that asked for it: frozen PDFs and their numbers, the index, and what time brings about. */
export const documentHandlers = (machinery: ActMachinery): Readonly<Record<string, OutboxHandler>> => ({
  'agencies.closed': item => officeClosed(machinery, item),
  'agencies.clerks-change': item => clerksChanged(machinery, item),
  'agencies.heads-change': item => headsChanged(machinery, item),
  'documents.index': item => indexAgain(machinery, item),
  'documents.read-text': item => readText(machinery, item),
  'documents.urgent-unopened': item => tellNextRung(machinery, item),
  'documents.freeze': item => freeze(machinery, item),
  'documents.fill-number': item => fillNumber(machinery, item),
})
