import type { KeyboardEvent, MouseEvent, ReactNode } from 'react'
import { SeatLink } from '../screens/seat-link.tsx'
import { type Urgency, UrgencyStamp } from '../states/urgency-stamp.tsx'
import { kitMessages } from '../text/messages.vi.ts'

type RowsProps = { kind: 'documents' | 'jobs' | 'plain'; withTick?: boolean; label: string; children: ReactNode }

/**
 * A list of {@link DataRow}s. Up and down go from row to row, Enter opens, Space ticks, while the list has the focus
 * and only then.
 */
export function Rows({ kind, withTick = false, label, children }: RowsProps) {
  const className = ['rows', kind === 'plain' ? '' : `rows-${kind}`, withTick ? 'rows-with-tick' : '']
    .filter(Boolean)
    .join(' ')
  return (
    <ul className={className} aria-label={label} onKeyDown={moveAmongRows}>
      {children}
    </ul>
  )
}

function moveAmongRows(event: KeyboardEvent<HTMLUListElement>) {
  const list = event.currentTarget
  const focused = document.activeElement
  if (!(focused instanceof HTMLAnchorElement) || !focused.classList.contains('row-subject')) return
  if (event.key === ' ') {
    const tick = focused.closest('li')?.querySelector<HTMLInputElement>('.row-tick input')
    if (!tick) return
    event.preventDefault()
    tick.click()
  }
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  const links = [...list.querySelectorAll<HTMLAnchorElement>('a.row-subject')]
  const next = links[links.indexOf(focused) + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}

export type RowTick = {
  readonly checked: boolean
  /** `range` when Shift was held: everything from the row ticked last. */
  readonly onChange: (checked: boolean, range: boolean) => void
}

type DataRowProps = {
  subject: string
  to: string
  /** Another seat of the person, in lists over all his seats. */
  seat?: string | undefined
  unread?: boolean | undefined
  urgency?: Urgency | undefined
  /** Second line, in order: number, issuer, date. Empty ones are left out. */
  facts: readonly ReactNode[]
  /** In red words at the end of the second line: a failed signature. */
  warning?: string | undefined
  /** Told when the row is opened, here or in a tab of its own. */
  onOpen?: (() => void) | undefined
  /** The row's act as a button, before everything else ("Việc hôm nay"). */
  act?: ReactNode
  tick?: RowTick | undefined
  /** The one chip, and who holds it. */
  state?: ReactNode
  holder?: string | undefined
  deadline?: ReactNode
}

/** One row, one link: two lines of what it is, its state with the holder, its deadline with the date. */
export function DataRow(props: DataRowProps) {
  const {
    subject,
    to,
    seat,
    unread = false,
    urgency = 0,
    facts,
    warning,
    onOpen,
    act,
    tick,
    state,
    holder,
    deadline,
  } = props
  const keys = ['number', 'issuer', 'date', 'fourth', 'fifth', 'sixth']
  return (
    <li data-unread={unread || undefined} data-selected={tick?.checked || undefined}>
      {tick && (
        <label className="row-tick">
          <input
            type="checkbox"
            className="checkbox"
            checked={tick.checked}
            aria-label={kitMessages.select(subject)}
            onChange={() => undefined}
            onClick={(event: MouseEvent<HTMLInputElement>) =>
              tick.onChange(event.currentTarget.checked, event.shiftKey)
            }
          />
        </label>
      )}
      {act}
      <div>
        <SeatLink className="row-subject clamp-2" to={to} seat={seat} onClick={onOpen}>
          {subject}
        </SeatLink>
        <div className="row-facts">
          {unread && <span className="new-word">{kitMessages.unread}</span>}
          {urgency !== 0 && (
            <span className="row-stamp">
              <UrgencyStamp urgency={urgency} />
            </span>
          )}
          {facts.map((fact, index) => fact && <span key={keys[index] ?? index}>{fact}</span>)}
          {warning && <b className="text-red">{warning}</b>}
        </div>
      </div>
      {state && (
        <div className="row-state">
          {state}
          {holder && <div className="meta">{holder}</div>}
        </div>
      )}
      {deadline && <div className="row-deadline">{deadline}</div>}
    </li>
  )
}
