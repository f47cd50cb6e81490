import type { Party } from '#modules/agencies/contract.ts'
import { useFind } from '#platform/ui/data/use-find.ts'
import type { Chosen } from './act-value.ts'

const asChosen = ({ id, name, detail, kind }: Party): Chosen => ({ id, name, note: detail, kind })
const leaders = { role: 'leader', kind: 'seat' }
const heads = { kind: 'seat', leads: true }

/** People and units of the own office. */
export const useFindParty = () => useFind('/parties', asChosen)
export const useFindLeader = () => useFind('/parties', asChosen, leaders)
/** Who may direct further leads people. */
export const useFindDirector = () => useFind('/parties', asChosen, heads)
