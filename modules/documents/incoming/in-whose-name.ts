import type { Assignment } from '#modules/assignments/contract.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { hatsOf } from '#platform/acts/hats.ts'
import { typedBy } from './policy.ts'
import { incomingSubject } from './rows.ts'

/** In whose name given work is changed, when it is not the actor's own; `typed`: he says what that leader told him. */
export type NamedDecider = { readonly seatId: string; readonly name: string; readonly typed: boolean }

/** In whose name an actor changes a piece of given work; nothing where it is his own decision. */
export function deciderOf({ actor }: ActContext, one: Assignment): NamedDecider | undefined {
  const seatId = one.mayChangeAs
  if (seatId === null || seatId === actor.seatId) return undefined
  const standIn = hatsOf(actor, 'incoming').find(hat => hat.seatId === seatId)?.standIn
  return { seatId, name: standIn?.fullName ?? one.onBehalfOfName ?? '', typed: typedBy(actor, one) }
}

/** Whoever is said to have decided it is told who typed it in, and can put it right. */
export async function tellDecider(
  context: ActContext,
  documentId: string,
  decider: { readonly seatId: string; readonly typed: boolean } | undefined,
): Promise<void> {
  if (!decider?.typed) return
  await context.notify({
    seatId: decider.seatId,
    kind: 'documents.entered-for-you',
    subject: incomingSubject(documentId),
    detail: { by: context.actor.fullName },
    onceKey: `entered/${documentId}/${context.now.toISOString()}`,
  })
}
