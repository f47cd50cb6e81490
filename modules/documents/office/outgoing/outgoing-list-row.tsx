import type { OutgoingRow } from '#modules/documents/contract.ts'
import { DataRow } from '#platform/ui/layout/data-row.tsx'
import { Deadline } from '#platform/ui/states/deadline.tsx'
import { DocumentNumber } from '#platform/ui/states/document-number.tsx'
import { StateChip } from '#platform/ui/states/state-chip.tsx'
import type { Urgency } from '#platform/ui/states/urgency-stamp.tsx'
import { dayOf, formatShortDay } from '#platform/ui/text/format.ts'
import { shownState } from '../shown-state.ts'
import { outgoingMessages as words } from './messages.vi.ts'

const sentStates: readonly OutgoingRow['state'][] = ['dispatched', 'recalled']
const struckStates: readonly OutgoingRow['state'][] = ['recalled', 'cancelled']
const endedStates: readonly OutgoingRow['state'][] = ['dispatched', 'recalled', 'cancelled']

/** What a document is, who has it, and, once it has left, how many have it and what is still to be carried. */
export function OutgoingListRow({ row, awaited }: { row: OutgoingRow; awaited: boolean }) {
  const sent = row.delivery !== null && sentStates.includes(row.state) ? row.delivery : undefined
  const date = row.issuedOn
    ? words.issuedOn(formatShortDay(row.issuedOn))
    : words.begun(formatShortDay(dayOf(new Date(row.createdAt))))
  return (
    <DataRow
      to={`documents/outgoing/${row.id}`}
      subject={row.subject}
      urgency={row.urgency as Urgency}
      unread={awaited && row.unread}
      facts={[
        row.notation ? (
          <DocumentNumber key="number" struck={struckStates.includes(row.state)}>
            {row.notation}
          </DocumentNumber>
        ) : (
          row.typeName
        ),
        row.draftingUnit,
        date,
        row.notation && words.signatures[row.signature],
        row.restricted && words.restricted,
      ]}
      warning={sent && sent.refused > 0 ? words.refusedBy(sent.refused) : undefined}
      state={<StateChip family="outgoing" state={shownState(row.state, row.signature)} />}
      holder={sent ? words.received(sent.received, sent.total) : row.holderName}
      deadline={<RowDeadline row={row} byHand={sent?.byHand ?? 0} />}
    />
  )
}

/** What is still to be carried of what has left; of what is under way its deadline, where it has one. */
function RowDeadline({ row, byHand }: { row: OutgoingRow; byHand: number }) {
  if (byHand > 0) return <span className="outgoing-list-by-hand text-amber">{words.byHand(byHand)}</span>
  if (endedStates.includes(row.state) || (row.dueOn === null && row.urgency === 0)) return null
  return <Deadline lateness={row.lateness} dueOn={row.dueOn} urgent={row.urgency > 0} handleBy={row.handleBy} />
}
