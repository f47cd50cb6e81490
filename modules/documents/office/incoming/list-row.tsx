import type { IncomingRow } from '#modules/documents/contract.ts'
import { LinkButton } from '#platform/ui/actions/button.tsx'
import { DataRow, type RowTick } from '#platform/ui/layout/data-row.tsx'
import { actIconOf } from '#platform/ui/states/act-icons.ts'
import { Deadline } from '#platform/ui/states/deadline.tsx'
import { DocumentNumber } from '#platform/ui/states/document-number.tsx'
import { StateChip, stateWord } from '#platform/ui/states/state-chip.tsx'
import type { Urgency } from '#platform/ui/states/urgency-stamp.tsx'
import { actLabelOf } from '#platform/ui/text/act-labels.ts'
import { dayOf, formatShortDay, formatTime } from '#platform/ui/text/format.ts'
import { hasEnded } from './act-plan.ts'
import { listMessages as words } from './list-messages.vi.ts'
import { searchOf } from './list-query.ts'

type IncomingListRowProps = {
  row: IncomingRow
  /** The search of this list's address: the reader goes on in it and comes back to it. */
  list: string
  /** Rows of this list begin with their act; one that waits for nobody here leaves the place free. */
  begins: boolean
  tick: RowTick | undefined
  /** Who only looks on is not expected to read: to him nothing is new. */
  awaited: boolean
  /** In the list of what came to be known: whether it was read stands where else its state does. */
  toRead: boolean
}

/** What came, from whom, where it is and until when. */
export function IncomingListRow({ row, list, begins, tick, awaited, toRead }: IncomingListRowProps) {
  const reader = `documents/incoming/${row.id}`
  const { act } = row
  return (
    <DataRow
      to={`${reader}?${searchOf({ list })}`}
      subject={row.subject}
      urgency={row.urgency as Urgency}
      unread={awaited && !toRead && row.unread}
      tick={tick}
      act={
        begins && (
          <div className="incoming-list-act">
            {act && (
              <LinkButton
                small
                className="row-act"
                icon={actIconOf(act)}
                to={act === 'register' ? `${reader}/register` : `${reader}?${searchOf({ list, act })}`}
              >
                {actLabelOf(act) ?? act}
                <span className="visually-hidden">: {row.subject}</span>
              </LinkButton>
            )}
          </div>
        )
      }
      facts={[
        row.notation && (
          <DocumentNumber key="number" struck={row.state === 'cancelled'}>
            {row.notation}
          </DocumentNumber>
        ),
        row.issuerName,
        row.arrivalNumber !== null && words.arrivalNumber(row.arrivalNumber),
        arrivedIn(row),
        row.restricted && words.restricted,
      ]}
      state={
        toRead ? (
          <StateChip family="reading" state={row.unread ? 'unread' : 'read'} />
        ) : (
          <StateChip family="incoming" state={row.state} />
        )
      }
      holder={toRead ? stateWord('incoming', row.state) : row.holderName}
      deadline={toRead ? undefined : <RowDeadline row={row} />}
    />
  )
}

/** Of an urgent one the minute counts (NĐ 30/2020 Điều 23.1); a calm one that has its number is known by that. */
function arrivedIn({ urgency, arrivalNumber, arrivedAt }: IncomingRow): string | false {
  const arrived = new Date(arrivedAt)
  if (urgency > 0) return words.arrivedAt(formatTime(arrived), formatShortDay(dayOf(arrived)))
  return arrivalNumber === null && words.arrived(formatShortDay(dayOf(arrived)))
}

function RowDeadline({ row }: { row: IncomingRow }) {
  if (hasEnded(row)) return null
  if (row.state === 'arrived' && !row.handleBy)
    return <span className="deadline-date">{words.toRegister[row.carrier === 'inside' ? 'inside' : 'counter']}</span>
  return <Deadline lateness={row.lateness} dueOn={row.dueOn} urgent={row.urgency > 0} handleBy={row.handleBy} />
}
