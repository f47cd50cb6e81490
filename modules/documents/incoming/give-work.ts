import type { Assignment, AssignmentRole, GiveAssignments } from '#modules/assignments/contract.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { addReaders, demoteReaders, dropReaders, type ReaderReason, readerKeysFor } from '../readers.ts'
import { lookedAt } from './looks.ts'
import { asRead, type IncomingDocumentRow, incomingSubject } from './rows.ts'

type Party = Pick<Assignment, 'toSeatId' | 'toUnitId'>
type Restrictable = Pick<IncomingDocumentRow, 'id' | 'arrived_at' | 'restricted'>

/** Gives work of an incoming document; whoever gets it may read the document from now on. */
export async function giveWork(
  context: ActContext,
  document: Restrictable,
  given: Omit<GiveAssignments, 'subject'>,
): Promise<readonly Assignment[]> {
  const work = await context.ports.assignments.give(context, { ...given, subject: incomingSubject(document.id) })
  await letReadWhoWorks(context, document, work)
  return work
}

export async function letReadWhoWorks(
  context: ActContext,
  document: Restrictable,
  work: readonly Assignment[],
): Promise<void> {
  for (const [role, parties] of Map.groupBy(work, one => one.role))
    await addReaders(context, asRead(document), await keysOf(context, document, parties), reasonOf[role])
}

const reasonOf: Readonly<Record<AssignmentRole, ReaderReason>> = {
  direct: 'direct',
  lead: 'lead',
  assist: 'assist',
  inform: 'inform',
}

/**
 * After work ended: who lost it before he looked at the document no longer sees it, for it was not meant for him; who had
 * read it, or did it, may go on reading what he worked on, and it is no longer among what he has to do. Who has other
 * work of the document is not touched.
 */
export async function takeSightFromWhoLost(
  context: ActContext,
  document: Restrictable,
  before: readonly Assignment[],
  after: readonly Assignment[],
): Promise<void> {
  const wasOpen = new Set(before.filter(one => one.endedAt === null).map(one => one.id))
  const ended = after.filter(one => wasOpen.has(one.id) && one.endedAt !== null && one.role !== 'inform')
  const toldOf = after.filter(one => wasOpen.has(one.id) && one.state === 'withdrawn' && one.role === 'inform')
  const lost = [...ended, ...toldOf]
  const looked = lost.length > 0 ? await lookedAt(context, document.id, after.filter(wasNothing)) : new Set<string>()
  const neverSeen = (one: Assignment) => wasNothing(one) && !looked.has(one.id)
  for (const one of lost) {
    const others = after.filter(other => other.id !== one.id && sameParty(other, one))
    if (others.some(other => other.endedAt === null)) continue
    const keys = await keysOf(context, document, [one])
    if (neverSeen(one) && others.every(neverSeen)) await dropReaders(context, document.id, keys)
    else await demoteReaders(context, document.id, keys)
  }
}

const wasNothing = (one: Assignment): boolean => one.state === 'withdrawn' && one.openedAt === null

const sameParty = (one: Party, other: Party): boolean =>
  one.toSeatId === other.toSeatId && one.toUnitId === other.toUnitId

const keysOf = (context: ActContext, document: Restrictable, parties: readonly Party[]): Promise<string[]> =>
  readerKeysFor(
    context,
    parties.map(({ toSeatId, toUnitId }) => ({ seatId: toSeatId, unitId: toUnitId })),
    document.restricted,
  )
