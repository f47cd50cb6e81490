import type { IncomingAct, IncomingDocument } from '#modules/documents/contract.ts'
import { useSeat } from '#platform/ui/data/session.ts'
import { RadioField } from '#platform/ui/forms/choice-field.tsx'
import type { FormError } from '#platform/ui/forms/error-summary.tsx'
import { errorIn } from './act-form-props.ts'
import { type ActValue, worksFor } from './act-value.ts'
import { readerMessages } from './reader-messages.vi.ts'

const words = readerMessages.form

type WorkFieldProps = {
  act: IncomingAct
  document: IncomingDocument
  value: ActValue
  errors: readonly FormError[]
  onChange: (changes: Partial<ActValue>) => void
}

/** Which piece of work an act is about, where there is more than one. */
export function WorkField({ act, document, value, errors, onChange }: WorkFieldProps) {
  const seat = useSeat()
  const works = worksFor(act, document.assignments, seat.id)
  if (works.length < 2) return null
  return (
    <RadioField
      label={words.work}
      name="work"
      error={errorIn(errors, 'work')}
      value={value.work}
      choices={works.map(one => ({
        value: one.id,
        label: words.workOf(one.toName, readerMessages.roles[one.role], one.dueOn ? words.dueOn(one.dueOn) : ''),
        ...(one.text ? { note: one.text } : {}),
      }))}
      onChange={work => onChange({ work })}
    />
  )
}
