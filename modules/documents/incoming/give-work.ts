import type { AssignmentRole, GiveAssignments, GivenTarget, GivenWork } from '#modules/assignments/contract.ts'
import type { ActContext, Context } from '#platform/acts/context.ts'
import {
  demoteReaders,
  dropReaders,
  keepReaderFor,
  type ReaderReason,
  type ReadingParty,
  readerKeysFor,
  readerKeysOf,
  readersToAdd,
  strengthOf,
} from '../readers.ts'
import { lookedAt } from './looks.ts'
import { asRead, type IncomingDocumentRow, incomingSubject } from './rows.ts'

type Restrictable = Pick<IncomingDocumentRow, 'id' | 'arrived_at' | 'restricted'>

/** Gives work of an incoming document; whoever gets it may read the document from now on. */
export async function giveWork(
  context: ActContext,
  document: Restrictable,
  given: Omit<GiveAssignments, 'subject'>,
): Promise<readonly GivenWork[]> {
  const work = await context.ports.assignments.give(context, { ...given, subject: incomingSubject(document.id) })
  await letReadWhoWorks(context, document, work)
  return work
}

/**
 * What is left at a level of an earlier direction, when another is given there: its lead gave it back, or the first leader
 * decides himself what another was to direct. What was only sent to be read stays, unless he is to do something now.
 */
export const givenBefore = (
  work: readonly GivenWork[],
  parentId: string | undefined,
  targets: readonly GivenTarget[],
): readonly string[] =>
  work
    .filter(one => one.parentId === (parentId ?? null) && one.endedAt === null)
    .filter(one => one.role !== 'inform' || targets.some(target => isTo(one, target)))
    .map(one => one.id)

const isTo = ({ toSeatId, toUnitId }: GivenWork, { seatId, unitId }: GivenTarget): boolean =>
  toSeatId ? toSeatId === seatId : toUnitId === unitId

/** @throws documents.RestrictedUnitVacant */
export async function letReadWhoWorks(
  context: Context,
  document: Restrictable,
  work: readonly GivenWork[],
): Promise<void> {
  const byRole = await Promise.all(
    [...Map.groupBy(work, one => one.role)].map(async ([role, parties]) => {
      const keys = await readerKeysFor(context, parties.map(asParty), document.restricted)
      return keys.map(key => [key, reasonOf[role]] as const)
    }),
  )
  // In a restricted document a unit and its head are one reader: he reads for the stronger of his reasons.
  const strongestLast = byRole.flat().toSorted(([, one], [, other]) => strengthOf(one) - strengthOf(other))
  const readers = [...new Map(strongestLast)]
  if (readers.length > 0) await readersToAdd(context, asRead(document), readers).execute()
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
 * work of the document is not touched, be it his own or, of a restricted one, that of the unit which he heads.
 */
export async function takeSightFromWhoLost(
  context: ActContext,
  document: Restrictable,
  before: readonly GivenWork[],
  after: readonly GivenWork[],
): Promise<void> {
  const wasOpen = new Set(before.filter(one => one.endedAt === null).map(one => one.id))
  const hasLost = (one: GivenWork) =>
    wasOpen.has(one.id) && one.endedAt !== null && (one.role !== 'inform' || one.state === 'withdrawn')
  if (!after.some(hasLost)) return
  const [looked, keyOf] = await Promise.all([
    lookedAt(context, document.id, after.filter(wasNothing)),
    readerKeysOf(context, after.map(asParty), document.restricted),
  ])
  const neverSeen = (one: GivenWork) => wasNothing(one) && !looked.has(one.id)
  const byReader = Map.groupBy(after, one => keyOf(asParty(one)))
  const losers = [...byReader].flatMap(([key, work]) =>
    key && work.some(hasLost) && work.every(one => one.endedAt !== null) ? [{ key, work }] : [],
  )
  // Who led and keeps a copy for information reads for that from now on: it is no longer among what he has to do.
  const left = [...byReader].flatMap(([key, work]) => {
    const open = work.filter(one => one.endedAt === null).map(one => reasonOf[one.role])
    return key && work.some(hasLost) && open.length > 0 ? [{ key, why: strongestOf(open) }] : []
  })
  const keysWhere = (never: boolean) =>
    losers.filter(({ work }) => work.every(neverSeen) === never).map(({ key }) => key)
  await Promise.all([
    dropReaders(context, document.id, keysWhere(true)),
    demoteReaders(context, document.id, keysWhere(false)),
    ...left.map(({ key, why }) => keepReaderFor(context, document.id, key, why)),
  ])
}

const strongestOf = (reasons: readonly ReaderReason[]): ReaderReason =>
  reasons.reduce((one, other) => (strengthOf(other) > strengthOf(one) ? other : one))

const wasNothing = (one: GivenWork): boolean => one.state === 'withdrawn' && one.openedAt === null

const asParty = ({ toSeatId, toUnitId }: GivenWork): ReadingParty => ({ seatId: toSeatId, unitId: toUnitId })
