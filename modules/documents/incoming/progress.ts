import { type Assignment, openStates } from '#modules/assignments/contract.ts'

/** Where the work of a document stands: its state, and who has it in hand. */
export type Progress = {
  readonly state: 'awaiting-direction' | 'assigned' | 'in-progress'
  readonly holder: Assignment
  /** The one who answers for the whole. */
  readonly top: Assignment
}

type Piece = Pick<Assignment, 'id' | 'parentId' | 'role' | 'state'>

/**
 * Follows the one who answers for the work from level to level, down to where it lies now. Whoever is to direct further
 * has it to decide; a lead has it to do, and does it once he opened it.
 *
 * @returns nothing when nobody answers for it: it was given back or withdrawn, and waits for another direction
 */
export function progressOf<Work extends Piece>(
  work: readonly Work[],
): { state: Progress['state']; holder: Work; top: Work } | undefined {
  const answering = work.filter(one => openStates.includes(one.state) && (one.role === 'lead' || one.role === 'direct'))
  const top = answering.find(one => one.parentId === null)
  if (!top) return undefined
  let holder = top
  let inHand = false
  for (let next: Work | undefined = top; next; next = answering.find(one => one.parentId === holder.id)) {
    holder = next
    inHand ||= next.role === 'lead' && next.state === 'in-progress'
  }
  const state = holder.role === 'direct' ? 'awaiting-direction' : inHand ? 'in-progress' : 'assigned'
  return { state, holder, top }
}
