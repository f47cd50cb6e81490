import type { z } from '#lib/schemas/index.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { documentErrors, type RecipientInput, type SetRecipients } from '../contract.ts'
import { takeUp } from './case.ts'
import { findGoneOf } from './gone.ts'
import { indexOutgoing } from './index-outgoing.ts'
import { nextRevision, refuseMoved } from './moved.ts'
import { recordOutgoing } from './record.ts'
import type { RecipientRow } from './rows.ts'
import { isUnsettled } from './states.ts'
import { writeRecipients } from './write-recipients.ts'

/**
 * Changes whom a document goes to. With the version that goes up for approval the list is fixed: it is printed there and
 * approved with it. From then on only the way to somebody may change, and who is no longer there be replaced.
 *
 * @throws documents.DraftMoved, RecipientsFixed
 */
export async function setRecipients(
  context: ActContext,
  input: z.output<typeof SetRecipients> & { id: string },
): Promise<{ id: string }> {
  const theCase = await takeUp(context, input.id, 'set-recipients')
  await refuseMoved(context, theCase, input)
  const { state } = theCase.document
  if (!isUnsettled(state)) await refuseOthers(context, theCase.recipients, input.recipients)
  await writeRecipients(context, input.id, input.recipients)
  const said = { after: state, detail: { recipients: input.recipients.length } }
  await recordOutgoing(context, theCase, said, nextRevision(theCase))
  await indexOutgoing(context, input.id)
  return { id: input.id }
}

/** @throws documents.RecipientsFixed for whoever is added or left out, but in place of somebody who is gone */
async function refuseOthers(
  context: ActContext,
  before: readonly RecipientRow[],
  given: readonly RecipientInput[],
): Promise<void> {
  const wanted = new Set(given.map(one => one.issuerId ?? one.unitId ?? one.seatId ?? one.name))
  const stood = new Set(before.map(partyOf))
  const left = before.filter(one => !wanted.has(partyOf(one)))
  const gone = await findGoneOf(context, left)
  const added = [...wanted].filter(one => one === undefined || !stood.has(one))
  if (left.some(one => !gone.has(partyOf(one))) || added.length > left.length) throw documentErrors.RecipientsFixed()
}

const partyOf = ({ issuer_id, unit_id, seat_id, name }: RecipientRow): string => issuer_id ?? unit_id ?? seat_id ?? name
