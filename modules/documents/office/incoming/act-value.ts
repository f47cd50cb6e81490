import type { SeatRole } from '#lib/roles/index.ts'
import type { Assignment } from '#modules/assignments/contract.ts'
import type { IncomingAct, IncomingDocument } from '#modules/documents/contract.ts'
import { isOpen, ownWork } from './act-plan.ts'

export type Chosen = { id: string; name: string; note?: string | undefined; kind: 'seat' | 'unit' }
export type KeptFile = { id: string; name: string; size: number }
/** What one party is told apart from the others. */
export type OwnWords = { dueOn: string; text: string }

/** What is typed for one act; plain enough to be kept as a draft. */
export type ActValue = {
  /** The id of what is created: an extension asked for. */
  id: string
  /** The direction, the reason, the result, the words to whoever gets it. */
  text: string
  /** Of who leads; of an extension, the day asked for or granted. */
  dueOn: string
  lead: Chosen | null
  /** The one who leads does not do it but directs further. */
  further: boolean
  assist: readonly Chosen[]
  assistDueOn: string
  inform: readonly Chosen[]
  own: Readonly<Record<string, OwnWords>>
  leader: Chosen | null
  /** The leader in whose name a direction is typed in. */
  behalf: string
  files: readonly KeptFile[]
  /** The piece of work that the act is about. */
  work: string
  urged: readonly string[]
  granted: 'asked' | 'other' | 'none' | ''
}

export const emptyValue: ActValue = {
  id: '',
  text: '',
  dueOn: '',
  lead: null,
  further: false,
  assist: [],
  assistDueOn: '',
  inform: [],
  own: {},
  leader: null,
  behalf: '',
  files: [],
  work: '',
  urged: [],
  granted: '',
}

type Facts = Pick<IncomingDocument, 'assignments' | 'proposal'>

/** What stands in an act's form at first: what the document already says of it. */
export function initialValue(act: IncomingAct, document: Facts, seatId: string): ActValue {
  switch (act) {
    case 'direct':
      return {
        ...emptyValue,
        ...(document.proposal ? ofProposal(document.proposal) : ofWork(stillHelping(document.assignments))),
      }
    case 'propose':
      return { ...emptyValue, ...ofWork(stillHelping(document.assignments)) }
    case 'correct-direction':
      return { ...emptyValue, ...ofWork(enteredFor(document.assignments, seatId)) }
    case 'urge':
      return {
        ...emptyValue,
        urged: urgeable(document.assignments).flatMap(one =>
          one.role === 'lead' || one.role === 'direct' ? one.id : [],
        ),
      }
    default: {
      const works = worksFor(act, document.assignments, seatId)
      // What takes work from somebody is never aimed by default where it could be another's.
      const aimed = act === 'withdraw' || act === 'change-lead' || act === 'extend' ? works.length === 1 : true
      return { ...emptyValue, work: aimed ? (works[0]?.id ?? '') : '' }
    }
  }
}

/** Who may only type in what a leader said: the clerk, and the head of office where it waits for a leader and not for him. */
export function mustName(
  { state, assignments }: Pick<IncomingDocument, 'state' | 'assignments'>,
  role: SeatRole,
): boolean {
  if (role === 'clerk') return true
  const directs = assignments.some(one => one.mine && isOpen(one) && one.role === 'direct')
  return role === 'office-head' && state === 'awaiting-direction' && !directs
}

/** The pieces of work among which one chooses for an act, the likeliest first. */
export function worksFor(act: IncomingAct, work: readonly Assignment[], seatId: string): readonly Assignment[] {
  const open = work.filter(isOpen)
  const mayChange = open.filter(one => one.mayChangeAs !== null)
  const given = mayChange.filter(one => one.fromSeatId === seatId || one.onBehalfOfSeatId === seatId)
  // Whoever stands first in the office may change what others gave; what he gave himself is likelier meant.
  const changeable = given.length > 0 ? given : mayChange
  switch (act) {
    case 'finish':
    case 'return':
    case 'ask-extension':
    case 'assign':
      return ownWork(work)
        .filter(one => one.role !== 'inform' || act === 'return')
        .toReversed()
    case 'withdraw':
      return changeable
    case 'extend':
      return changeable.filter(one => one.role !== 'inform')
    case 'change-lead':
      return changeable.filter(one => one.role === 'lead' || one.role === 'direct')
    case 'answer-extension':
      return mayChange.filter(one => one.extension !== null)
    default:
      return []
  }
}

/** Whom the acting seat may urge: everybody who has something to do. */
export const urgeable = (work: readonly Assignment[]): readonly Assignment[] =>
  work.filter(one => one.mayUrge && one.role !== 'inform')

/** What another typed in for a leader, or decided in his place: the last level of it. */
function enteredFor(work: readonly Assignment[], seatId: string): readonly Assignment[] {
  const entered = work.filter(one => isOpen(one) && one.onBehalfOfSeatId === seatId && one.fromSeatId !== seatId)
  return entered.filter(one => one.parentId === entered.at(-1)?.parentId)
}

/** Who still helps after the lead gave his part back: a new direction at that level takes the place of the whole. */
function stillHelping(work: readonly Assignment[]): readonly Assignment[] {
  const above = ownWork(work).findLast(one => one.role === 'direct')?.id ?? null
  return work.filter(one => isOpen(one) && one.role === 'assist' && one.parentId === above)
}

const ofWork = (work: readonly Assignment[]): Partial<ActValue> =>
  ofParts(
    work.find(answers)?.text ?? '',
    work.map(one => ({
      party: {
        id: one.toSeatId ?? one.toUnitId ?? '',
        name: one.toName,
        note: one.toDetail,
        kind: one.toSeatId ? 'seat' : 'unit',
      },
      ...one,
    })),
  )

const ofProposal = ({ text, targets }: NonNullable<IncomingDocument['proposal']>): Partial<ActValue> =>
  ofParts(
    text,
    targets.map(one => ({
      party: { id: one.seatId ?? one.unitId ?? '', name: one.name, kind: one.seatId ? 'seat' : 'unit' },
      ...one,
      text: one.text ?? text,
    })),
  )

type Part = { readonly party: Chosen; readonly role: string; readonly dueOn: string | null; readonly text: string }
const answers = ({ role }: Pick<Part, 'role'>): boolean => role === 'lead' || role === 'direct'

/** A direction as its form shows it: what is said to all, and apart what one party was told otherwise. */
function ofParts(text: string, parts: readonly Part[]): Partial<ActValue> {
  const answering = parts.find(answers)
  const assist = parts.filter(one => one.role === 'assist')
  const assistDueOn = assist[0]?.dueOn ?? ''
  const own = parts.flatMap(({ party, role, dueOn, text: said }) => {
    const apart = {
      dueOn: role === 'assist' && dueOn && dueOn !== assistDueOn ? dueOn : '',
      text: said === text ? '' : said,
    }
    return apart.dueOn || apart.text ? [[party.id, apart] as const] : []
  })
  return {
    text,
    lead: answering?.party ?? null,
    further: answering?.role === 'direct',
    dueOn: answering?.dueOn ?? '',
    assist: assist.map(one => one.party),
    assistDueOn,
    inform: parts.filter(one => one.role === 'inform').map(one => one.party),
    own: Object.fromEntries(own),
  }
}
