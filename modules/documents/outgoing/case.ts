import { officeRoles } from '#lib/roles/index.ts'
import type { ActContext, Context } from '#platform/acts/context.ts'
import { platformErrors } from '#platform/acts/errors.ts'
import { type Hat, hatsOf, leadsUnit } from '#platform/acts/hats.ts'
import { documentErrors, type OutgoingAct, type OutgoingState } from '../contract.ts'
import { writeHistory } from '../history.ts'
import { lastAct } from '../last-act.ts'
import { readersOf, requireVisible } from '../readers.ts'
import type { Standpoint } from '../state-table.ts'
import {
  findOutgoing,
  lockOutgoing,
  type OutgoingRowStored,
  outgoingSubject,
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
  readonly hats: readonly { readonly hat: Hat; readonly is: ReadonlySet<OutgoingWho> }[]
  readonly standpoint: Standpoint<OutgoingWho, OutgoingNeed>
}
export type ActingCase = OutgoingCase & { readonly hat: Hat; readonly act: OutgoingAct }

/** @throws platform.NotFound also for what the acting seat may not see */
export async function readCase(context: ActContext, id: string): Promise<OutgoingCase> {
  return caseOf(context, await requireVisible(context, await findOutgoing(context, id)))
}

/** Takes a document in hand for an act. @throws platform.NotFound, StateForbids, NotAllowed */
export async function takeUp(
  context: ActContext,
  id: string,
  act: OutgoingAct,
  onBehalfOf?: string,
): Promise<ActingCase> {
  const theCase = await caseOf(context, await requireVisible(context, await lockOutgoing(context, id)))
  const { document, standpoint } = theCase
  if (!outgoingTable.allowed(document.state, standpoint).includes(act))
    outgoingTable.require({ state: document.state, act, ...standpoint }, { last: await lastAct(context, id), missing })
  const { by } = outgoingTable.find(document.state, act)!
  const fitting = theCase.hats.find(
    ({ hat, is }) => (!onBehalfOf || hat.seatId === onBehalfOf) && by.some(who => is.has(who)),
  )
  if (!fitting) throw platformErrors.NotAllowed({ roles: by.map(who => outgoingTable.words.who[who]).join(', ') })
  return { ...theCase, act, hat: fitting.hat }
}

const missing = {
  unopened: () => documentErrors.AlreadyOpenedThere(),
  'by-hand': () => documentErrors.NotByHand(),
}

async function caseOf(context: ActContext, document: OutgoingRowStored): Promise<OutgoingCase> {
  const reviews = await reviewsOf(context, document.id)
  const recipients = await recipientsOf(context, document.id)
  const hats = hatsOf(context.actor, 'outgoing').map(hat => ({ hat, is: partsOf(hat, document, reviews) }))
  return {
    document,
    reviews,
    recipients,
    hats,
    standpoint: { is: new Set(hats.flatMap(({ is }) => [...is])), has: needsMet(recipients) },
  }
}

/** Pure: what a hat is to a document. A draft belongs to its unit: whoever leads the unit may go on with it. */
export function partsOf(
  hat: Hat,
  document: Pick<OutgoingRowStored, 'drafter_seat_id' | 'drafting_unit_id' | 'signer_seat_id'>,
  reviews: readonly Pick<ReviewRow, 'seat_id' | 'state'>[],
): ReadonlySet<OutgoingWho> {
  const parts: readonly (readonly [OutgoingWho, boolean])[] = [
    ['drafter', document.drafter_seat_id === hat.seatId || leadsUnit(hat, document.drafting_unit_id)],
    ['reviewer', reviews.some(review => review.state === 'asked' && review.seat_id === hat.seatId)],
    // Signing is never delegated by standing in: TUQ. makes another person the signer of the draft (Điều 13.3).
    ['signer', document.signer_seat_id === hat.seatId && hat.standIn === undefined],
    ['clerk', hat.role === 'clerk'],
    ['leader', hat.role === 'leader'],
    ['office-head', hat.role === 'office-head'],
    ['reader', officeRoles.includes(hat.role)],
  ]
  return new Set(parts.filter(([, holds]) => holds).map(([who]) => who))
}

const openedThere = new Set(['registered', 'assigned', 'in-progress', 'finished', 'read', 'handed-over'])
function needsMet(recipients: readonly RecipientRow[]): ReadonlySet<OutgoingNeed> {
  const met = new Set<OutgoingNeed>()
  if (!recipients.some(one => openedThere.has(one.state))) met.add('unopened')
  if (recipients.some(one => one.state === 'by-hand')) met.add('by-hand')
  return met
}

type Changes = Partial<{
  readonly [Column in keyof OutgoingRowStored]: OutgoingRowStored[Column]
}>

/** Writes a change of a document with its history and audit rows, and tells the open screens of its readers. */
export async function recordOutgoing(
  context: ActContext,
  { document, hat, act }: Pick<ActingCase, 'document' | 'hat' | 'act'>,
  said: {
    readonly after: OutgoingState
    readonly text?: string | undefined
    readonly detail?: Readonly<Record<string, unknown>>
  },
  changes: Changes,
): Promise<void> {
  await updateOutgoing(context, document.id, { state: said.after, ...changes })
  await writeHistory(context, {
    documentId: document.id,
    act,
    before: document.state,
    after: said.after,
    text: said.text,
    onBehalfOfName: hat.standIn?.fullName,
    ...(said.detail ? { detail: said.detail } : {}),
  })
  await context.audit({
    act: `documents.outgoing-${act}`,
    subject: outgoingSubject(document.id),
    onBehalfOf: hat.standIn?.seatId,
    before: { state: document.state },
    after: { state: said.after, ...(said.text ? { text: said.text } : {}), ...said.detail },
  })
  await announceOutgoing(context, document)
}

export async function updateOutgoing(
  { tx, agency, now }: Context,
  id: string,
  { signing_lines, number_place, ...changes }: Changes,
): Promise<void> {
  await tx
    .updateTable('outgoing_documents')
    .set({
      ...changes,
      ...(signing_lines === undefined ? {} : { signing_lines: JSON.stringify(signing_lines) }),
      changed_at: now,
    })
    .where('agency_id', '=', agency)
    .where('id', '=', id)
    .execute()
}

export async function announceOutgoing(
  context: Context,
  document: Pick<OutgoingRowStored, 'id' | 'restricted'>,
): Promise<void> {
  const to = await readersOf(context, document.id)
  context.announce({ kind: 'documents.outgoing', id: document.id, to, everyoneWhoSeesAll: !document.restricted })
}
