import { officeRoles } from '#lib/roles/index.ts'
import { type Hat, leadsUnit } from '#platform/acts/hats.ts'
import { documentPermissions } from '../contract.ts'
import { goesThroughExchange } from './message.ts'
import type { OutgoingRowStored, RecipientRow, ReviewRow } from './rows.ts'
import type { OutgoingNeed, OutgoingWho } from './states.ts'

/** What a hat is to a document. A draft belongs to its unit: whoever leads the unit may go on with it. */
export function partsOf(
  hat: Hat,
  document: Pick<OutgoingRowStored, 'drafter_seat_id' | 'drafting_unit_id' | 'signer_seat_id'>,
  reviews: readonly Pick<ReviewRow, 'seat_id' | 'state'>[],
  issuedOnly = false,
): ReadonlySet<OutgoingWho> {
  const parts: readonly (readonly [OutgoingWho, boolean])[] = [
    [
      'drafter',
      documentPermissions.draft.roles.includes(hat.role) &&
        (document.drafter_seat_id === hat.seatId || leadsUnit(hat, document.drafting_unit_id)),
    ],
    ['reviewer', reviews.some(review => review.state === 'asked' && review.seat_id === hat.seatId)],
    // Signing is never delegated by standing in: TUQ. makes another person the signer of the draft (Điều 13.3).
    ['signer', document.signer_seat_id === hat.seatId && hat.standIn === undefined],
    ['clerk', hat.role === 'clerk'],
    ['leader', hat.role === 'leader'],
    ['office-head', hat.role === 'office-head'],
    ['reader', officeRoles.includes(hat.role) && !issuedOnly],
  ]
  return new Set(parts.filter(([, holds]) => holds).map(([who]) => who))
}

/** A receiver in one of these has looked at the document: it cannot be had back as if it had never gone. */
const openedThere: readonly string[] = ['registered', 'assigned', 'in-progress', 'finished', 'read', 'handed-over']

/** A recalled paper is asked for until it lies here again: nobody answers for it by a message. */
export const isPaperOut = (one: Pick<RecipientRow, 'state' | 'kind' | 'carrier' | 'receiver_agency_id'>): boolean =>
  one.state === 'recall-asked' && !goesThroughExchange(one)

/** Nothing of the document is left with who gave it back. */
export const isGivenBack = (one: Pick<RecipientRow, 'state'>): boolean => one.state === 'taken-back'

/** Its office sent the document away, though the body is there: it may be sent the same again, once both have spoken. */
export const isRefused = (one: Pick<RecipientRow, 'state' | 'successor_issuer_id'>): boolean =>
  one.state === 'refused' && one.successor_issuer_id === null

type Succeeded = Pick<RecipientRow, 'state' | 'issuer_id' | 'successor_issuer_id'>

/** It was closed before the document came, and who took over has not been sent it. */
export const isSucceeded = (one: Succeeded, all: readonly Succeeded[]): boolean =>
  one.state === 'refused' &&
  one.successor_issuer_id !== null &&
  !all.some(other => other.issuer_id === one.successor_issuer_id && !hasNothing.includes(other.state))

/** With these nothing of the document is left. */
const hasNothing: readonly string[] = ['refused', 'taken-back', 'recalled']

/** What a document has of what acts need. */
export function needsMet(
  { source }: Pick<OutgoingRowStored, 'source'>,
  recipients: readonly (Succeeded & Pick<RecipientRow, 'kind' | 'carrier' | 'receiver_agency_id'>)[],
): ReadonlySet<OutgoingNeed> {
  const met = new Set<OutgoingNeed>()
  if (source === 'upload') met.add('uploaded')
  if (!recipients.some(one => openedThere.includes(one.state))) met.add('unopened')
  if (recipients.some(one => one.state === 'by-hand')) met.add('by-hand')
  if (recipients.some(isPaperOut)) met.add('paper-out')
  if (!recipients.some(one => one.state === 'take-back-asked')) met.add('answered')
  if (recipients.some(one => isGivenBack(one) || isRefused(one))) met.add('without')
  if (recipients.some(one => isSucceeded(one, recipients))) met.add('succeeded')
  return met
}
