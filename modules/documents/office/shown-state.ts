import type { OutgoingRow } from '#modules/documents/contract.ts'
import type { StateOf } from '#platform/ui/states/state-families.ts'

/** How the state of an outgoing document is shown: approved says that it is not signed, unless its signer has signed. */
export const shownState = (state: OutgoingRow['state'], signature: OutgoingRow['signature']): StateOf<'outgoing'> =>
  state === 'approved' && signature !== 'unsigned' ? 'signed' : state
