import type { Assignment } from '#modules/assignments/contract.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { platformErrors } from '#platform/acts/errors.ts'
import { type Hat, hatsOf } from '#platform/acts/hats.ts'
import { documentErrors, type IncomingAct, incomingActs } from '../contract.ts'
import { lastAct } from '../last-act.ts'
import { requireVisible } from '../readers.ts'
import type { Standpoint } from '../state-table.ts'
import { finishedBy } from './finished-by.ts'
import { hasLooked, lookedAt } from './looks.ts'
import { type HatStandpoint, hatStandpoints, needsMet, takeableWork } from './policy.ts'
import { progressOf } from './progress.ts'
import { refusalIsStillHere } from './refusal.ts'
import { findIncoming, type IncomingDocumentRow, incomingSubject, lockIncoming } from './rows.ts'
import { type IncomingEvent, type IncomingNeed, type IncomingWho, incomingTable } from './states.ts'

/** An incoming document with all that decides what the acting seat may do with it. */
export type IncomingCase = {
  readonly document: IncomingDocumentRow
  readonly work: readonly Assignment[]
  readonly hats: readonly HatStandpoint[]
  /** What the acting seat gave and may take back. */
  readonly takeable: readonly Assignment[]
  readonly standpoint: Standpoint<IncomingWho, IncomingNeed>
}

/** A case in which an act was asked for and is allowed, with the hat under which the actor does it. */
export type ActingCase = IncomingCase & { readonly hat: Hat; readonly act: IncomingEvent }

/** @throws platform.NotFound also for what the acting seat may not see */
export async function readCase(context: ActContext, id: string): Promise<IncomingCase> {
  return caseOf(context, await requireVisible(context, 'incoming', await findIncoming(context, id)))
}

/** What the acting seat may do with a document now. */
export function allowedActs({ document, standpoint }: IncomingCase): IncomingAct[] {
  const allowed = incomingTable.allowed(document.state, standpoint)
  return incomingActs.filter(act => allowed.includes(act))
}
export const allowedNow = async (context: ActContext, id: string): Promise<IncomingAct[]> =>
  allowedActs(await readCase(context, id))

/**
 * Takes a document in hand for an act: nobody else acts on it until the commit.
 *
 * @param onBehalfOf one of the actor's hats, where he names it himself
 * @throws platform.NotFound, StateForbids, NotAllowed
 */
export async function takeUp(
  context: ActContext,
  id: string,
  act: IncomingEvent,
  onBehalfOf?: string,
): Promise<ActingCase> {
  const theCase = await caseOf(context, await requireVisible(context, 'incoming', await lockIncoming(context, id)))
  return { ...theCase, act, hat: await hatFor(context, theCase, act, onBehalfOf) }
}

async function caseOf(context: ActContext, document: IncomingDocumentRow): Promise<IncomingCase> {
  const { actor, ports } = context
  // Nothing is given before a document is registered, so nothing is asked.
  const work =
    document.arrival_number === null ? [] : await ports.assignments.ofSubject(context, incomingSubject(document.id))
  const finisher = document.state === 'finished' ? await finishedBy(context, document.id) : null
  const hats = hatStandpoints(actor, document, work, finisher)
  const takeable = await findTakeable(context, document, work)
  const unopened = takeable.length > 0 || (await leaderHasNotLooked(context, document, work))
  const stillHere = document.state === 'refused' && (await refusalIsStillHere(context, document))
  return {
    document,
    work,
    hats,
    takeable,
    standpoint: {
      is: new Set(hats.flatMap(({ is }) => [...is])),
      has: needsMet(document, { unopened, stillHere, work }),
    },
  }
}

async function hatFor(
  context: ActContext,
  theCase: IncomingCase,
  act: IncomingEvent,
  onBehalfOf: string | undefined,
): Promise<Hat> {
  const { document, standpoint } = theCase
  const asked = { state: document.state, act, ...standpoint }
  if (!incomingTable.allowed(document.state, standpoint).includes(act))
    incomingTable.require(asked, { last: await lastAct(context, document.id), missing })
  const { by } = incomingTable.find(document.state, act)!
  const fitting = theCase.hats.filter(
    ({ hat, is }) => (onBehalfOf ? hat.seatId === onBehalfOf : true) && by.some(who => is.has(who)),
  )
  const first = fitting.at(0)
  if (!first) throw platformErrors.NotAllowed({ roles: by.map(who => incomingTable.words.who[who]).join(', ') })
  return first.hat
}

const missing = {
  sender: () => documentErrors.NotFromInside(),
  unopened: () => documentErrors.NothingToTakeBack(),
  'still-here': () => documentErrors.RefusalHasLeft(),
}

async function findTakeable(
  context: ActContext,
  document: IncomingDocumentRow,
  work: readonly Assignment[],
): Promise<readonly Assignment[]> {
  const hats = hatsOf(context.actor, 'incoming')
  const unopened = takeableWork(hats, work)
  return unopened.length === 0 ? [] : takeableWork(hats, work, await lookedAt(context, document.id, unopened))
}

/** What was sent up to a leader can be taken back until he looked. */
async function leaderHasNotLooked(
  context: ActContext,
  document: IncomingDocumentRow,
  work: readonly Assignment[],
): Promise<boolean> {
  const { state, holder_seat_id: leader } = document
  if (state !== 'awaiting-direction' || !leader || progressOf(work)) return false
  return !(await hasRead(context, document.id, leader)) && !(await hasLooked(context, document.id, leader))
}

export async function hasRead({ tx, agency }: ActContext, documentId: string, seatId: string): Promise<boolean> {
  const read = await tx
    .selectFrom('document_reads')
    .select('seat_id')
    .where('agency_id', '=', agency)
    .where('document_id', '=', documentId)
    .where('seat_id', '=', seatId)
    .executeTakeFirst()
  return read !== undefined
}
