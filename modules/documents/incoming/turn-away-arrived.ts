import type { Context } from '#platform/acts/context.ts'
import { type ActMachinery, runAct } from '#platform/acts/run.ts'
import type { OutboxItem } from '#platform/outbox/relay.ts'
import { bySystem } from '../by-system.ts'
import { writeHistory } from '../history.ts'
import { incomingSubject, lockIncoming } from './rows.ts'
import { announceIncoming } from './settle.ts'
import type { IncomingEvent } from './states.ts'
import { tellSender } from './tell-sender.ts'
import { findGoneAddressee, reasonOf } from './turn-away.ts'

const act: IncomingEvent = 'turned-away'

/**
 * The office is closed from today on: what lies there unregistered has no clerk any more and would lie there for ever. Each
 * goes back to its sender by itself, so that one that cannot keeps no other; what a crash leaves is done at the next try.
 */
export async function officeClosed(machinery: ActMachinery, item: OutboxItem): Promise<void> {
  const scope = bySystem(item)
  const ids = await runAct(machinery, { ...scope, mode: 'read only' }, arrivedFromSenders)
  for (const id of ids) await runAct(machinery, scope, context => turnAwayArrived(context, id))
}

async function arrivedFromSenders({ tx, agency }: Context): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('incoming_documents')
    .select('id')
    .where('agency_id', '=', agency)
    .where('state', '=', 'arrived')
    .where('sender_agency_id', 'is not', null)
    .orderBy('arrived_at')
    .orderBy('id')
    .execute()
  return rows.map(row => row.id)
}

/**
 * Gives an unregistered arrival back to its sender, who is told since when the office is gone and who took over, and may send
 * it there. A paper that waits has no sender to go back to: whoever has it in his hand takes it along.
 */
async function turnAwayArrived(context: Context, id: string): Promise<void> {
  const { tx, agency } = context
  const document = await lockIncoming(context, id)
  if (document?.state !== 'arrived') return
  const gone = await findGoneAddressee(context, { addresseeIssuerId: document.addressee_issuer_id })
  if (!gone) return
  const reason = reasonOf(gone)
  await tx
    .updateTable('incoming_documents')
    .set({ state: 'refused', state_reason: reason })
    .where('agency_id', '=', agency)
    .where('id', '=', id)
    .execute()
  await tellSender(context, document, 'refused', {
    ...{ byName: '', reason },
    ...(gone.successor ? { successorIssuerId: gone.successor.issuerId } : {}),
  })
  await writeHistory(context, { documentId: id, act, before: document.state, after: 'refused', text: reason })
  await context.audit({
    act: `documents.${act}`,
    subject: incomingSubject(id),
    before: { state: document.state },
    after: { state: 'refused', reason, successor: gone.successor?.issuerId ?? null },
  })
  await announceIncoming(context, document)
}
