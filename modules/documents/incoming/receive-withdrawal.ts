import { openStates } from '#modules/assignments/contract.ts'
import type { Context } from '#platform/acts/context.ts'
import { cancelNumber } from '#platform/numbering/numbering.ts'
import type { Reception, StateMessage, WithdrawalMessage } from '../contract.ts'
import { writeHistory } from '../history.ts'
import { findReceived } from './receive-document.ts'
import { type IncomingDocumentRow, incomingSubject, lockIncoming } from './rows.ts'
import { announceIncoming } from './settle.ts'
import { type IncomingEvent, incomingTable } from './states.ts'
import { tellSender } from './tell-sender.ts'

/**
 * In the receiver's transaction: the sender asks for a document back. Before anybody here opened it, it goes back (lấy
 * lại); a legal recall cancels it in whatever state it is: its arrival number stays, struck out, its work ends, and only
 * reading is left (NĐ 30/2020 Điều 18.4b). The sender is told either way.
 */
export async function receiveWithdrawal(
  context: Context,
  message: WithdrawalMessage,
  from: string,
): Promise<Reception> {
  const received = await findReceived(context, message)
  const document = received && (await lockIncoming(context, received.id))
  if (!document) return 'unknown'
  if (document.sender_agency_id !== from) return 'impossible'
  const event = message.kind === 'recall' ? 'recalled-by-sender' : 'taken-back-by-sender'
  const step = incomingTable.find(document.state, event)
  const refused = !step || (message.kind === 'take-back' && document.opened_at !== null)
  if (refused) await answerWithState(context, document, message)
  else if (message.kind === 'recall') await cancel(context, document, message)
  else await giveBack(context, document, message)
  return 'applied'
}

async function cancel(context: Context, document: IncomingDocumentRow, message: WithdrawalMessage): Promise<void> {
  const { ports } = context
  const work =
    document.arrival_number === null ? [] : await ports.assignments.ofSubject(context, incomingSubject(document.id))
  await ports.assignments.endAll(context, incomingSubject(document.id), 'withdrawn')
  if (document.arrival_number !== null) await cancelNumber(context, document.id, `Nơi gửi thu hồi: ${message.reason}`)
  await leave(context, document, 'cancelled', message)
  const parties = [
    ...work.filter(one => openStates.includes(one.state)),
    { toSeatId: document.holder_seat_id, toUnitId: document.holder_unit_id },
  ]
  const told = await whoStops(context, parties)
  await context.notify(
    told.map(seatId => ({
      seatId,
      kind: 'documents.recalled',
      subject: incomingSubject(document.id),
      detail: { by: message.orderedBy?.name ?? message.byName, reason: message.reason, subject: document.subject },
      onceKey: `recalled/${document.id}`,
    })),
  )
  await tellSender(context, document, 'recalled', { byName: '' })
}

/** Who has to know at once: those who have work of it, of a unit its head, and the clerks, whose register it stands in. */
async function whoStops(
  context: Context,
  parties: readonly { readonly toSeatId: string | null; readonly toUnitId: string | null }[],
): Promise<readonly string[]> {
  const { agencies } = context.ports
  const unitIds = parties.flatMap(({ toUnitId }) => toUnitId ?? [])
  const [heads, clerks] = await Promise.all([
    agencies.findUnitHeads(context, unitIds),
    agencies.seatsWhere(context, { role: 'clerk' }),
  ])
  const seatIds = parties.flatMap(({ toSeatId }) => toSeatId ?? [])
  return [...new Set([...seatIds, ...[...heads.values(), ...clerks].map(seat => seat.id)])]
}

async function giveBack(context: Context, document: IncomingDocumentRow, message: WithdrawalMessage): Promise<void> {
  await leave(context, document, 'taken-back', message)
  await tellSender(context, document, 'taken-back', { byName: '' })
}

async function leave(
  context: Context,
  document: IncomingDocumentRow,
  after: 'cancelled' | 'taken-back',
  message: WithdrawalMessage,
): Promise<void> {
  const { orderedBy, byName } = message
  const act: IncomingEvent = after === 'cancelled' ? 'recalled-by-sender' : 'taken-back-by-sender'
  await context.tx
    .updateTable('incoming_documents')
    .set({
      ...{ state: after, state_reason: message.reason, proposal: null },
      recall_ordered_by: orderedBy ? [orderedBy.name, orderedBy.title].filter(Boolean).join(', ') : null,
      ...{ holder_seat_id: null, holder_unit_id: null, holder_name: '' },
    })
    .where('agency_id', '=', context.agency)
    .where('id', '=', document.id)
    .execute()
  await writeHistory(context, {
    documentId: document.id,
    act,
    before: document.state,
    after,
    text: message.reason,
    by: { name: byName, title: '' },
    ...(orderedBy ? { detail: { orderedBy } } : {}),
    onBehalfOfName: orderedBy && orderedBy.name !== byName ? orderedBy.name : undefined,
  })
  await context.audit({
    act: `documents.${act}`,
    subject: incomingSubject(document.id),
    before: { state: document.state },
    after: { state: after, reason: message.reason, message: message.messageId, ...(orderedBy ? { orderedBy } : {}) },
  })
  await announceIncoming(context, document)
}

/**
 * It stays as it is here: the sender is told where it stands, and why it did not go back. A document that this office
 * refused or gave back before needs no recall; one that it cancelled is cancelled, and was said to be.
 */
async function answerWithState(
  context: Context,
  document: IncomingDocumentRow,
  { kind }: WithdrawalMessage,
): Promise<void> {
  if (document.state === 'cancelled') return
  const opened = document.opened_at !== null || document.registered_at !== null
  await tellSender(context, document, toldAs[document.state], {
    byName: '',
    reason: opened ? 'Nơi nhận đã mở văn bản.' : document.state_reason,
    ...(kind === 'take-back' ? { keeps: true } : {}),
  })
}

/** What the sender is told of each state here. */
const toldAs: Readonly<Record<IncomingDocumentRow['state'], StateMessage['state']>> = {
  arrived: 'delivered',
  'set-aside': 'delivered',
  'awaiting-proposal': 'registered',
  'awaiting-direction': 'registered',
  assigned: 'assigned',
  'in-progress': 'in-progress',
  finished: 'finished',
  refused: 'refused',
  'taken-back': 'taken-back',
  cancelled: 'recalled',
}
