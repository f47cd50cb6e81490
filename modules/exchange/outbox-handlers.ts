import type { ExchangePayload } from '#modules/documents/contract.ts'
import type { ActMachinery } from '#platform/acts/run.ts'
import type { OutboxHandler } from '#platform/outbox/relay.ts'
import { deliver } from './deliver.ts'

/** How what the documents module sends is carried inside this installation. */
export const exchangeHandlers = (machinery: ActMachinery): Readonly<Record<string, OutboxHandler>> => {
  const carry: OutboxHandler = item =>
    deliver(machinery, { kind: item.kind, senderAgencyId: item.agencyId, ...(item.payload as ExchangePayload) })
  return { 'exchange.document': carry, 'exchange.state': carry, 'exchange.withdrawal': carry }
}
