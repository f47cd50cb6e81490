/** Apart from the schemas: a screen that names the states need not carry them. */
export const incomingStates = [
  'arrived',
  'awaiting-proposal',
  'awaiting-direction',
  'assigned',
  'in-progress',
  'finished',
  'set-aside',
  'refused',
  'taken-back',
  'cancelled',
] as const
export type IncomingState = (typeof incomingStates)[number]
