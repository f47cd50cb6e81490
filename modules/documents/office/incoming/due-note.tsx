import type { Assignment } from '#modules/assignments/contract.ts'
import type { IncomingDocument } from '#modules/documents/contract.ts'
import { Button } from '#platform/ui/actions/button.tsx'
import { formatDay } from '#platform/ui/text/format.ts'
import { useDueDate } from '../register-incoming-registers.ts'
import type { ActValue } from './act-value.ts'
import type { DueProposal } from './due-proposals.ts'
import { readerMessages } from './reader-messages.vi.ts'

const words = readerMessages.form

type DueNoteProps = {
  document: IncomingDocument
  /** The work that is given on: nothing below it is due later. */
  given: Assignment | undefined
  deadlines: readonly DueProposal[]
  value: ActValue
  onChange: (changes: Partial<ActValue>) => void
}

/** Which deadlines there are and where each comes from; the machine's is taken with a press and not before. */
export function DueNote({ document, given, deadlines, value, onChange }: DueNoteProps) {
  const upper = given?.dueOn ?? null
  return (
    <div className="incoming-reader-dues">
      {deadlines.map(one => (
        <Found
          key={one.source.number}
          deadline={one}
          upper={upper}
          chosen={value.dueOn}
          onTake={dueOn => onChange({ dueOn })}
        />
      ))}
      {upper && given ? (
        <p className="meta">{words.dueUpper(upper, given.onBehalfOfName ?? given.fromName)}</p>
      ) : (
        document.dueOn && <p className="meta">{words.dueEmpty(document.dueOn, document.dueBasis)}</p>
      )}
    </div>
  )
}

type FoundProps = {
  deadline: DueProposal
  upper: string | null
  chosen: string
  onTake: (day: string) => void
}

/** A deadline of the text with the working day to set for it. */
function Found({ deadline: { on, before, words: found, source }, upper, chosen, onTake }: FoundProps) {
  const { dueOn } = useDueDate({ [before ? 'before' : 'until']: on })
  const fits = dueOn !== null && (upper === null || dueOn <= upper)
  return (
    <div className="proposal-why">
      <span className="source-number">{source.number}</span>
      <span className="grow">{fits && chosen === dueOn ? words.dueTaken(found, dueOn) : words.dueFound(found)}</span>
      {fits && chosen !== dueOn && (
        <Button small onClick={() => onTake(dueOn)}>
          {words.dueTake(formatDay(dueOn))}
        </Button>
      )}
    </div>
  )
}
