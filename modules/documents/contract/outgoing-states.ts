export const outgoingStates = [
  'draft',
  'in-review',
  'returned',
  'awaiting-approval',
  'approved',
  'numbered',
  'dispatched',
  'recalled',
  'cancelled',
] as const
export type OutgoingState = (typeof outgoingStates)[number]

export const outgoingActs = [
  'change',
  'place-number',
  'tie-to-incoming',
  'submit',
  'review',
  'return',
  'approve',
  'edit',
  'release',
  'number',
  'dispatch',
  'dispatch-again',
  'send-to-successor',
  'take-back',
  'recall',
  'cancel',
  'set-recipients',
  'hand-over-by-hand',
  'collect-by-hand',
  'comment',
  'resolve-comment',
] as const
export type OutgoingAct = (typeof outgoingActs)[number]

/** Each of these raises a document's revision: what was before others is then no longer what it says. */
export const movingActs: readonly OutgoingAct[] = ['change', 'set-recipients', 'tie-to-incoming']

/**
 * States of a recipient that has the document: it came, was read, handed over on paper, or more was done with it. What is
 * asked back or was taken back counts no more.
 */
export const receivedStates = [
  'delivered',
  'registered',
  'assigned',
  'in-progress',
  'finished',
  'read',
  'handed-over',
] as const
