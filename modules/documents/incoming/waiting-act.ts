import { type Hat, leadsUnit } from '#platform/acts/hats.ts'
import type { IncomingAct } from '../contract.ts'
import type { IncomingDocumentRow } from './rows.ts'

export type WaitingFacts = Pick<IncomingDocumentRow, 'state' | 'holder_seat_id' | 'holder_unit_id'> & {
  /** The office head has proposed what a leader may confirm. */
  readonly proposed: boolean
}

/** What a document waits for from somebody, under one of his hats; null where it waits for another or for nobody. */
export function waitingAct(hats: readonly Hat[], document: WaitingFacts): IncomingAct | null {
  const { state, holder_seat_id: seatId, holder_unit_id: unitId, proposed } = document
  if (state === 'arrived') return hats.some(hat => hat.role === 'clerk') ? 'register' : null
  const hat = hats.find(one => one.seatId === seatId || (unitId !== null && leadsUnit(one, unitId)))
  if (!hat) return null
  switch (state) {
    case 'awaiting-proposal':
      return hat.role === 'office-head' ? 'propose' : 'send-up'
    case 'awaiting-direction':
      return proposed ? 'confirm' : 'direct'
    case 'assigned':
      // Work of a unit that its head has not opened is to be given to somebody.
      return unitId !== null ? 'assign' : 'finish'
    case 'in-progress':
      return 'finish'
    default:
      return null
  }
}
