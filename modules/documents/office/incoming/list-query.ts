import type { SeatRole } from '#lib/roles/index.ts'
import { type IncomingState, incomingStates } from '#modules/documents/contract/incoming-states.ts'
import { listMessages as words } from './list-messages.vi.ts'

export type Tab = keyof typeof words.tabs

/** The lists in which a role has work come first; there are at most six. */
export function tabsOf(role: SeatRole): readonly Tab[] {
  if (role === 'clerk') return ['to-register', 'to-direct', 'open', 'overdue', 'not-registered', 'all']
  if (role === 'leader' || role === 'office-head') return ['mine', 'to-direct', 'open', 'overdue', 'finished', 'all']
  if (role === 'auditor') return ['to-direct', 'open', 'overdue', 'finished', 'not-registered', 'all']
  return ['mine', 'open', 'overdue', 'for-information', 'finished', 'all']
}

export type ListQuery = {
  readonly tab: string | undefined
  readonly state: string | undefined
  readonly urgency: string | undefined
  readonly registerId: string | undefined
  readonly issuer: string | undefined
  readonly from: string | undefined
  readonly to: string | undefined
}
/** What narrows a tab. */
export const filterNames = ['state', 'urgency', 'registerId', 'issuer', 'from', 'to'] as const

/** The part of an address that the API takes: what it does not know is left out, so that an old link still opens. */
export function listQueryOf(search: Readonly<Record<string, string | undefined>>): ListQuery {
  const { tab, state, urgency, registerId, issuer, from, to } = search
  return {
    tab: tab !== undefined && tab !== 'all' && tab in words.tabs ? tab : undefined,
    state: incomingStates.find(one => one === state),
    urgency: urgency !== undefined && /^[0-3]$/.test(urgency) ? urgency : undefined,
    registerId: registerId || undefined,
    issuer: issuer || undefined,
    from: dayIn(from),
    to: dayIn(to),
  }
}

const dayIn = (text: string | undefined) => (text && /^\d{4}-\d\d-\d\d$/.test(text) ? text : undefined)

/** The search of a list's address, as a reader is told where one came from. */
export function searchOf(query: Readonly<Record<string, string | undefined>>): string {
  const entries = Object.entries(query).filter((entry): entry is [string, string] => !!entry[1])
  return new URLSearchParams(entries).toString()
}

const statesIn: Readonly<Partial<Record<Tab, readonly IncomingState[]>>> = {
  'to-register': ['arrived'],
  'to-direct': ['awaiting-proposal', 'awaiting-direction'],
  open: ['assigned', 'in-progress'],
  overdue: ['awaiting-proposal', 'awaiting-direction', 'assigned', 'in-progress'],
  mine: ['awaiting-proposal', 'awaiting-direction', 'assigned', 'in-progress'],
  finished: ['finished'],
  'not-registered': ['set-aside', 'refused', 'taken-back', 'cancelled'],
}

/** The states that a tab holds, for its filter; nothing: all of them. */
export const statesOfTab = (tab: Tab): readonly IncomingState[] | undefined => statesIn[tab]
