import type { ActContext } from '#platform/acts/context.ts'
import { type SoughtEntry, takeFromOutbox, waitsInOutbox } from '#platform/outbox/waiting.ts'
import { documentErrors } from '../contract.ts'
import type { IncomingDocumentRow } from './rows.ts'

type Refused = Pick<IncomingDocumentRow, 'sender_recipient_id' | 'sent_sequence'>

/** The refusal is the last that was said of the pair; an earlier state that still waits for its next try is another's. */
const refusalOf = (agency: string, { sender_recipient_id, sent_sequence }: Refused): SoughtEntry => ({
  ...{ agency, kind: 'exchange.state', subjectId: sender_recipient_id! },
  payload: { message: { state: 'refused', sequence: sent_sequence } },
})

/** A refusal waits ten seconds before it leaves; in the last two it is as good as gone. */
export async function refusalIsStillHere({ tx, agency }: ActContext, document: Refused): Promise<boolean> {
  return document.sender_recipient_id !== null && waitsInOutbox(tx, refusalOf(agency, document), 2)
}

/** @throws documents.RefusalHasLeft */
export async function keepRefusalHere({ tx, agency }: ActContext, document: Refused): Promise<void> {
  if (!(await takeFromOutbox(tx, refusalOf(agency, document)))) throw documentErrors.RefusalHasLeft()
}
