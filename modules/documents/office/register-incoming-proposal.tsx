import IconCheck from '@tabler/icons-react/icons/IconCheck'
import IconCircleCheck from '@tabler/icons-react/icons/IconCircleCheck'
import type { ReactNode } from 'react'
import { Button } from '#platform/ui/actions/button.tsx'
import { fieldId } from '#platform/ui/forms/field.tsx'
import { Icon } from '#platform/ui/icons/icon.tsx'
import { useShowPart } from '#platform/ui/layout/reader.tsx'
import { actLabels } from '#platform/ui/text/act-labels.ts'
import { showMark } from './document-pane-marks.tsx'
import { registerMessages as words } from './register-incoming-messages.vi.ts'
import type { ReadField, ReadValue } from './register-incoming-proposals.ts'

type ProposalProps = {
  field: ReadField
  read: ReadValue
  /** The value as a person reads it, for the folded line. */
  shown: string
  settled: boolean
  /** Open, though settled: its value is being changed. */
  open: boolean
  highlighted: boolean
  onHighlight: (number: number | undefined) => void
  onCorrect: () => void
  onOpen: () => void
  children: ReactNode
}

/** One value that the machine read: with its number and field until a person has said it is right, then one line. */
export function Proposal(props: ProposalProps) {
  const { field, read, shown, settled, open, highlighted, onHighlight, onCorrect, onOpen, children } = props
  const label = words.fields[field]
  const pointed = {
    'data-highlighted': highlighted || undefined,
    onMouseEnter: () => onHighlight(read.number),
    onMouseLeave: () => onHighlight(undefined),
    onFocus: () => {
      onHighlight(read.number)
      showMark(read.number)
    },
    onBlur: () => onHighlight(undefined),
  }
  if (settled && !open)
    return (
      <div className="proposal proposal-confirmed register-incoming-proposal" {...pointed}>
        <div className="proposal-head">
          <PlaceNumber label={label} number={read.number} confirmed />
          <span className="proposal-label">{label}</span>
          <span className="grow register-incoming-value">{shown}</span>
          <span className="proposal-ok">
            <Icon of={IconCircleCheck} small />
            {words.correct}
          </span>
          <Button
            small
            look="plain"
            id={fieldId(field)}
            aria-label={words.changeLabel(label)}
            onClick={() => {
              onOpen()
              focusField(field)
            }}
          >
            {actLabels['change-value']}
          </Button>
        </div>
      </div>
    )
  return (
    <div className="proposal register-incoming-proposal register-incoming-open" {...pointed}>
      <PlaceNumber label={label} number={read.number} />
      {children}
      <Button
        small
        icon={IconCheck}
        className="register-incoming-correct"
        aria-label={words.correctLabel(label)}
        onClick={onCorrect}
      >
        {words.correct}
      </Button>
    </div>
  )
}

/**
 * The number of a value's place; pressed, it shows the place, on a phone by the document's own part. By keyboard the
 * place is shown with the focus already, so that it is no further stop there.
 */
function PlaceNumber({ label, number, confirmed }: { label: string; number: number; confirmed?: boolean }) {
  const show = useShowPart()
  return (
    <button
      type="button"
      tabIndex={-1}
      className="register-incoming-number"
      aria-label={words.showPlace(number, label)}
      onClick={() => {
        show('document')
        requestAnimationFrame(() => showMark(number))
      }}
    >
      <span className={confirmed ? 'source-number source-number-confirmed' : 'source-number'}>{number}</span>
    </button>
  )
}

/** The field appears with the next rendering; the focus follows it there. */
export function focusField(field: string): void {
  requestAnimationFrame(() => document.getElementById(fieldId(field))?.focus())
}
