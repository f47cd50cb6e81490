import type { z } from '#lib/schemas/index.ts'
import type { OutgoingQuery, OutgoingState } from '../contract.ts'
import { underWayStates } from './states.ts'

type Query = z.output<typeof OutgoingQuery>
export type OutgoingTab = NonNullable<Query['tab']>

/** What a list holds: documents in these states (nothing said: in any), that wait for the acting seat, or issued to it. */
export type ListContent = {
  readonly states?: readonly OutgoingState[]
  readonly waiting?: true
  readonly issuedToMe?: true
}

export const outgoingTabs: Readonly<Record<OutgoingTab, ListContent>> = {
  mine: { states: underWayStates, waiting: true },
  drafts: { states: ['draft', 'returned'] },
  'in-review': { states: ['in-review'] },
  'to-approve': { states: ['awaiting-approval'] },
  'to-number': { states: ['approved'] },
  'to-dispatch': { states: ['numbered'] },
  dispatched: { states: ['dispatched'] },
  internal: { states: ['dispatched'], issuedToMe: true },
  recalled: { states: ['recalled', 'cancelled'] },
}

/** A tab narrowed to a state: one that the tab does not hold leaves nothing. */
export function contentOf({ tab, state }: Pick<Query, 'tab' | 'state'>): ListContent {
  const content: ListContent = tab ? outgoingTabs[tab] : {}
  if (!state) return content
  return { ...content, states: content.states && !content.states.includes(state) ? [] : [state] }
}
