import { sql } from 'kysely'
import type { ActContext } from '#platform/acts/context.ts'
import { documentErrors, type ExchangePayload } from '../contract.ts'
import { replySent } from '../incoming/reply-link.ts'
import { addReaders, readerKeysFor } from '../readers.ts'
import { takeUp } from './case.ts'
import { refuseGone } from './gone.ts'
import { insideSeats, isInside } from './inside.ts'
import { goesThroughExchange, messageOf } from './message.ts'
import { markUnread } from './reads.ts'
import { recordOutgoing } from './record.ts'
import { asRead, type OutgoingRowStored, type RecipientRow, recipientsOf } from './rows.ts'
import { tell } from './tell.ts'

/**
 * Sends a numbered document to its recipients: to agencies here by one outbox row each, in one statement; to own units
 * and people by letting them read it; what goes by paper or mail stands to be carried by hand. The list is frozen.
 *
 * Source: NĐ 30/2020 Điều 18.
 * @throws documents.FileNotReady, RecipientsMissing, RecipientGone, TakeBackUnanswered
 */
export async function dispatchOutgoing(context: ActContext, input: { id: string }): Promise<{ id: string }> {
  const theCase = await takeUp(context, input.id, 'dispatch')
  const { document } = theCase
  if (!document.numbered_file_id) throw documentErrors.FileNotReady({}, { retryAfterSeconds: 3 })
  const recipients = await recipientsNow(context, theCase)
  if (recipients.length === 0) throw documentErrors.RecipientsMissing()
  await refuseGone(context, recipients)
  await send(context, document, recipients)
  await recordOutgoing(
    context,
    theCase,
    { after: 'dispatched', detail: { recipients: recipients.length } },
    {
      dispatched_at: context.now,
      dispatched_by: context.actor.seatId,
      holder_seat_id: null,
      holder_unit_id: null,
      holder_name: '',
    },
  )
  await replySent(context, document)
  return { id: document.id }
}

/** Whom it goes to: who refused it or gave it back gets it anew, as a pair of its own. */
async function recipientsNow(
  context: ActContext,
  { document, recipients }: { document: OutgoingRowStored; recipients: readonly RecipientRow[] },
): Promise<readonly RecipientRow[]> {
  const renewed = recipients.filter(one => one.state !== 'waiting')
  if (renewed.length === 0) return recipients
  await renew(
    context,
    renewed.map(one => one.id),
  )
  return recipientsOf(context, document.id)
}

/** Late states of a pair that is over must not touch the new one, so each has a new id. */
export async function renew(context: ActContext, recipientIds: readonly string[]): Promise<void> {
  const fresh = recipientIds.map(() => context.newId())
  await sql`
    update outgoing_recipients set id = renewed.fresh, state = 'waiting', state_sequence = 0, state_reason = null, state_at = null,
      successor_issuer_id = null
    from unnest(${recipientIds}::uuid[], ${fresh}::uuid[]) as renewed (before, fresh)
    where agency_id = ${context.agency} and id = renewed.before`.execute(context.tx)
}

/** Sends to those of the recipients that wait for it. */
export async function send(
  context: ActContext,
  document: OutgoingRowStored,
  recipients: readonly RecipientRow[],
): Promise<void> {
  await sendToAgencies(context, document, recipients.filter(goesThroughExchange))
  await showInside(context, document, recipients)
  await markSent(context, document.id)
}

async function sendToAgencies(
  context: ActContext,
  document: OutgoingRowStored,
  receivers: readonly RecipientRow[],
): Promise<void> {
  if (receivers.length === 0) return
  const body = await messageOf(context, document)
  await context.outbox(
    receivers.map(receiver => {
      const pair = { messageId: context.newId(), recipientId: receiver.id, addresseeIssuerId: receiver.issuer_id! }
      const payload: ExchangePayload = { receiverAgencyId: receiver.receiver_agency_id!, message: { ...body, ...pair } }
      // Messages of one pair keep their order; pairs do not wait for each other.
      return { kind: 'exchange.document', subjectId: receiver.id, payload }
    }),
  )
}

/** Own units and people find it among what was issued inside, to be read; it gets no arrival number. */
async function showInside(
  context: ActContext,
  document: OutgoingRowStored,
  recipients: readonly RecipientRow[],
): Promise<void> {
  const inside = recipients.filter(isInside)
  if (inside.length === 0) return
  const parties = inside.map(one => ({ seatId: one.seat_id, unitId: one.unit_id }))
  await addReaders(context, asRead(document), await readerKeysFor(context, parties, document.restricted), 'recipient')
  await markUnread(context, document, inside)
  await tell(context, document, await insideSeats(context, inside), 'internal')
}

const markSent = ({ tx, agency, now }: ActContext, documentId: string) =>
  sql`update outgoing_recipients set state_at = ${now},
      state = case when kind in ('unit', 'seat') or carrier = 'system' then 'sent' else 'by-hand' end
    where agency_id = ${agency} and document_id = ${documentId} and state = 'waiting'`.execute(tx)
