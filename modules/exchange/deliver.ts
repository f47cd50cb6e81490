import { sql } from 'kysely'
import { instantOf } from '#lib/identifiers/index.ts'
import type {
  DocumentMessage,
  ExchangePayload,
  Reception,
  StateMessage,
  WithdrawalMessage,
} from '#modules/documents/contract.ts'
import type { SystemActor } from '#platform/acts/actor.ts'
import type { Context } from '#platform/acts/context.ts'
import { type ActMachinery, runAct } from '#platform/acts/run.ts'
import { exchangeErrors } from './contract.ts'

export type Parcel = ExchangePayload & { readonly kind: string; readonly senderAgencyId: string }

const carrier: SystemActor = { kind: 'system', name: 'exchange' }

/** A state for a document that is not known yet may have overtaken it: it is tried again for a day, then shown. */
const patienceMillis = 24 * 3_600_000

/**
 * Delivers one message: one transaction in the receiver's agency and nothing else. Its id is the key of the inbox, so that
 * a message delivered again after a crash takes effect once.
 *
 * @throws exchange.NotKnownYet so that the relay tries again
 */
export async function deliver(machinery: ActMachinery, parcel: Parcel): Promise<void> {
  const { receiverAgencyId, message } = parcel
  const origin = { requestId: message.messageId, network: 'local' }
  await runAct(machinery, { agency: receiverAgencyId, actor: carrier, origin }, async context => {
    if (!(await enterInbox(context, parcel))) return
    const said = await apply(context, parcel)
    const reception = said === 'unknown' && (await wasTurnedAway(context, message)) ? 'applied' : said
    if (reception === 'unknown' && !waitedLongEnough(parcel, context)) throw exchangeErrors.NotKnownYet()
    await context.tx
      .updateTable('inbox')
      .set({ applied_at: context.now, problem: problems[reception], turned_away: reception === 'turned-away' })
      .where('agency_id', '=', context.agency)
      .where('message_id', '=', message.messageId)
      .execute()
  })
}

/** What the operator is shown of a message that found nothing to apply to. */
const problems: Readonly<Record<Reception, string | null>> = {
  applied: null,
  unknown: 'unknown document',
  impossible: 'impossible message',
  // Its sender was told, and has it in hand.
  'turned-away': null,
}

/** What was turned away at the door is not here to be had back, and never will be: its sender knows. */
async function wasTurnedAway(
  { tx, agency }: Context,
  { documentId, recipientId }: Parcel['message'],
): Promise<boolean> {
  const found = await tx
    .selectFrom('inbox')
    .select('message_id')
    .where('agency_id', '=', agency)
    .where('document_id', '=', documentId)
    .where('turned_away', '=', true)
    .where(sql`payload ->> 'recipientId'`, '=', recipientId)
    .executeTakeFirst()
  return found !== undefined
}

/** @returns false when the message was received before */
async function enterInbox({ tx, agency, now }: Context, { kind, senderAgencyId, message }: Parcel): Promise<boolean> {
  const entered = await tx
    .insertInto('inbox')
    .values({
      agency_id: agency,
      message_id: message.messageId,
      from_agency_id: senderAgencyId,
      kind,
      document_id: message.documentId,
      sequence: message.sequence,
      // The content stands in the document's own rows; the inbox keeps who, what and when.
      payload: JSON.stringify({ recipientId: message.recipientId }),
      received_at: now,
    })
    .onConflict(conflict => conflict.doNothing())
    .returning('message_id')
    .executeTakeFirst()
  return entered !== undefined
}

async function apply(context: Context, { kind, senderAgencyId, message }: Parcel): Promise<Reception> {
  const { documents } = context.ports
  switch (kind) {
    case 'exchange.document':
      return documents.receiveDocument(context, message as DocumentMessage, senderAgencyId)
    case 'exchange.state':
      return documents.receiveState(context, message as StateMessage, senderAgencyId)
    case 'exchange.withdrawal':
      return documents.receiveWithdrawal(context, message as WithdrawalMessage, senderAgencyId)
    default:
      throw new Error(`no such kind of message: ${kind}`)
  }
}

/** How old a message is stands in its id, a UUIDv7. */
function waitedLongEnough({ message }: Parcel, { now }: Context): boolean {
  const sentAt = instantOf(message.messageId)
  return now.getTime() - sentAt > patienceMillis
}
