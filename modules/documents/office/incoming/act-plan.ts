import type { SeatRole } from '#lib/roles/index.ts'
import type { Assignment } from '#modules/assignments/contract.ts'
import type { IncomingAct, IncomingDocument } from '#modules/documents/contract.ts'

export type ActPlan = {
  /** What the document waits for from whoever reads it, or what he chose: its form stands open. */
  readonly main: IncomingAct | undefined
  /** Second buttons beside it. */
  readonly beside: readonly IncomingAct[]
  /** Under 'Việc khác'. */
  readonly others: readonly IncomingAct[]
}
type Facts = Pick<IncomingDocument, 'allowed' | 'state' | 'assignments'>

/** Acts as they stand under 'Việc khác'; remarks have their own place below the act. */
const order: readonly IncomingAct[] = [
  'register',
  'confirm',
  'direct',
  'finish-without-work',
  'propose',
  'send-up',
  'assign',
  'finish',
  'reopen',
  'forward',
  'return',
  'take-back',
  'answer-extension',
  'ask-extension',
  'extend',
  'urge',
  'change-lead',
  'withdraw',
  'correct-direction',
  'attach',
  'set-aside',
  'refuse',
  'bring-back',
]
/** Where nothing waits for whoever reads, what he may still want most. */
const withoutMain: readonly IncomingAct[] = ['bring-back', 'reopen', 'urge', 'forward']

/**
 * What of the allowed acts stands where. Only the server says what is allowed; here is only decided what is offered first.
 *
 * @param asked the act that was chosen, here or on the screen one came from
 */
export function actPlan(document: Facts, role: SeatRole, asked?: string): ActPlan {
  // Before anybody has work of it nobody can be urged, whatever the state allows.
  const hasWorkers = document.assignments.some(one => one.mayUrge && one.role !== 'inform')
  const may = order.filter(act => document.allowed.includes(act) && (act !== 'urge' || hasWorkers))
  const main = may.find(act => act === asked) ?? may.find(act => waitsFor(act, document, role))
  const beside = main
    ? may.filter(act => act === 'return' && act !== main && main !== 'finish')
    : withoutMain.filter(act => may.includes(act)).slice(0, 2)
  return { main, beside, others: may.filter(act => act !== main && !beside.includes(act)) }
}

/** Whether a document waits for an act of this reader; what he may do besides is offered, not put before him. */
function waitsFor(act: IncomingAct, { state, assignments, allowed }: Facts, role: SeatRole): boolean {
  const own = ownWork(assignments)
  const answersFor = own.filter(one => one.role === 'lead')
  const givenOn = (one: Assignment) => assignments.some(other => other.parentId === one.id && isOpen(other))
  switch (act) {
    case 'register':
    case 'confirm':
      return true
    case 'direct':
      // Clerk and head of office may type in what a leader wrote on paper, but it is not what they are here for.
      return (role !== 'clerk' && role !== 'office-head') || own.some(one => one.role === 'direct')
    case 'propose':
      return state === 'awaiting-proposal'
    case 'send-up':
      return state === 'awaiting-proposal' && role !== 'clerk' && !allowed.includes('propose')
    case 'answer-extension':
      return assignments.some(one => one.extension !== null && one.mayChangeAs !== null)
    case 'assign':
      return answersFor.some(one => !givenOn(one))
    case 'finish':
      return own.some(one => one.role !== 'inform' && !givenOn(one))
    default:
      return false
  }
}

export const isOpen = (one: Pick<Assignment, 'state'>): boolean => one.state === 'open' || one.state === 'in-progress'

/** Nothing is done with it any more: its deadline and its urgency are past. */
export const hasEnded = ({ state }: Pick<IncomingDocument, 'state'>): boolean =>
  ['finished', 'set-aside', 'refused', 'taken-back', 'cancelled'].includes(state)

/** Open work of whoever reads, of his unit or of those he stands in for. */
export const ownWork = (work: readonly Assignment[]): readonly Assignment[] =>
  work.filter(one => one.mine && isOpen(one))

/** The act that takes back what was just done, if the server's answer allows it. */
export function undoOf(act: IncomingAct, { allowed }: Pick<IncomingDocument, 'allowed'>): IncomingAct | undefined {
  const undo = undoneBy[act]
  return undo && allowed.includes(undo) ? undo : undefined
}
const undoneBy: Readonly<Partial<Record<IncomingAct, IncomingAct>>> = {
  confirm: 'take-back',
  direct: 'take-back',
  propose: 'take-back',
  'send-up': 'take-back',
  assign: 'take-back',
  finish: 'reopen',
  'finish-without-work': 'reopen',
  forward: 'take-back',
  'set-aside': 'bring-back',
  refuse: 'bring-back',
}

/** Acts without a form: pressing them does them. */
export const needsNoForm = (act: IncomingAct): boolean =>
  act === 'confirm' || act === 'take-back' || act === 'bring-back'
