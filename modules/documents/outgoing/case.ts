import type { ActContext } from '#platform/acts/context.ts'
import { platformErrors } from '#platform/acts/errors.ts'
import { type Hat, hatsOf } from '#platform/acts/hats.ts'
import { documentErrors, type OutgoingAct, outgoingActs } from '../contract.ts'
import { lastAct } from '../last-act.ts'
import { requireVisible } from '../readers.ts'
import type { Standpoint } from '../state-table.ts'
import { seesIssuedOnly } from './issued-only.ts'
import { needsMet, partsOf } from './policy.ts'
import {
  findOutgoing,
  lockOutgoing,
  type OutgoingRowStored,
  type RecipientRow,
  type ReviewRow,
  recipientsOf,
  reviewsOf,
} from './rows.ts'
import { type OutgoingNeed, type OutgoingWho, outgoingTable } from './states.ts'

/** An outgoing document with all that decides what the acting seat may do with it. */
export type OutgoingCase = {
  readonly document: OutgoingRowStored
  readonly reviews: readonly ReviewRow[]
  readonly recipients: readonly RecipientRow[]
  /** The acting seat knows it as a receiver does. */
  readonly issuedOnly: boolean
  readonly hats: readonly { readonly hat: Hat; readonly is: ReadonlySet<OutgoingWho> }[]
  readonly standpoint: Standpoint<OutgoingWho, OutgoingNeed>
}
/** A case in which an act was asked for and is allowed, with the hat under which the actor does it. */
export type ActingCase = OutgoingCase & { readonly hat: Hat; readonly act: OutgoingAct }

/** @throws platform.NotFound also for what the acting seat may not see */
export async function readCase(context: ActContext, id: string): Promise<OutgoingCase> {
  return caseOf(context, await requireVisible(context, 'outgoing', await findOutgoing(context, id)))
}

/** What the acting seat may do with a document now. */
export function allowedActs({ document, standpoint }: OutgoingCase): OutgoingAct[] {
  const allowed = outgoingTable.allowed(document.state, standpoint)
  return outgoingActs.filter(act => allowed.includes(act))
}
export const allowedNow = async (context: ActContext, id: string): Promise<OutgoingAct[]> =>
  allowedActs(await readCase(context, id))

/**
 * Takes a document in hand for an act: nobody else acts on it until the commit.
 *
 * @param onBehalfOf one of the actor's hats, where he names it himself
 * @throws platform.NotFound, StateForbids, NotAllowed; documents.NotTheSigner, NotAsked
 */
export async function takeUp(
  context: ActContext,
  id: string,
  act: OutgoingAct,
  onBehalfOf?: string,
): Promise<ActingCase> {
  const theCase = await caseOf(context, await requireVisible(context, 'outgoing', await lockOutgoing(context, id)))
  const { document, standpoint } = theCase
  if (!outgoingTable.allowed(document.state, standpoint).includes(act)) {
    refuseAnothers(theCase, act)
    outgoingTable.require({ state: document.state, act, ...standpoint }, { last: await lastAct(context, id), missing })
  }
  const { by } = outgoingTable.find(document.state, act)!
  const fitting = theCase.hats.find(
    ({ hat, is }) => (!onBehalfOf || hat.seatId === onBehalfOf) && by.some(who => is.has(who)),
  )
  if (!fitting) throw platformErrors.NotAllowed({ roles: by.map(who => outgoingTable.words.who[who]).join(', ') })
  return { ...theCase, act, hat: fitting.hat }
}

/** What waits for one person is refused to others by his name. @throws documents.NotTheSigner, NotAsked */
function refuseAnothers({ document, standpoint }: OutgoingCase, act: OutgoingAct): void {
  const [only, ...others] = outgoingTable.find(document.state, act)?.by ?? []
  if (!only || others.length > 0 || standpoint.is.has(only)) return
  if (only === 'signer') throw documentErrors.NotTheSigner({ name: document.signer_name ?? '' })
  if (only === 'reviewer') throw documentErrors.NotAsked({ holder: document.holder_name })
}

const missing = {
  unopened: () => documentErrors.AlreadyOpenedThere(),
  'by-hand': () => documentErrors.NotByHand(),
  'paper-out': () => documentErrors.NoPaperOut(),
  without: () => documentErrors.NothingGivenBack(),
  succeeded: () => documentErrors.NoSuccessor(),
  uploaded: () => documentErrors.PlacesOfTemplate(),
  answered: () => documentErrors.TakeBackUnanswered({}, { retryAfterSeconds: 3 }),
}

async function caseOf(context: ActContext, document: OutgoingRowStored): Promise<OutgoingCase> {
  const [reviews, recipients, issuedOnly] = await Promise.all([
    reviewsOf(context, document.id),
    recipientsOf(context, document.id),
    seesIssuedOnly(context, document),
  ])
  const hats = hatsOf(context.actor, 'outgoing').map(hat => ({ hat, is: partsOf(hat, document, reviews, issuedOnly) }))
  return {
    document,
    reviews,
    recipients,
    issuedOnly,
    hats,
    standpoint: { is: new Set(hats.flatMap(({ is }) => [...is])), has: needsMet(document, recipients) },
  }
}
