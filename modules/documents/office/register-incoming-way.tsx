import type { RegisterView } from '#modules/documents/contract.ts'
import { Button } from '#platform/ui/actions/button.tsx'
import { RadioField } from '#platform/ui/forms/choice-field.tsx'
import { Combobox } from '#platform/ui/forms/combobox.tsx'
import { DateField } from '#platform/ui/forms/date-field.tsx'
import { SelectField } from '#platform/ui/forms/select-field.tsx'
import { formatDay } from '#platform/ui/text/format.ts'
import type { Leader } from './register-incoming-form.ts'
import { registerMessages as words } from './register-incoming-messages.vi.ts'
import type { ReadDeadline } from './register-incoming-proposals.ts'
import { type Route, useDueDate, useFindLeader } from './register-incoming-registers.ts'

export type Way = { registerId: string; period: string; dueOn: string; leader: Leader | undefined }
type WayFieldsProps = {
  way: Way
  change: (changes: Partial<Way>) => void
  errorOf: (path: string) => string | undefined
  registers: readonly RegisterView[]
  register: RegisterView | undefined
  route: Route
  /** Years to choose between, once the server has asked. */
  years: readonly string[]
  deadline?: ReadDeadline | undefined
  arrivedOn: string
  /** The day that the sender asks for. */
  asked?: string | null | undefined
}

/** The way of a document from the register on: which book, until when, to whom. */
export function WayFields(props: WayFieldsProps) {
  const { way, change, errorOf, registers, register, route, years, deadline, arrivedOn, asked } = props
  const findLeader = useFindLeader()
  const { dueOn: proposed } = useDueDate(asked ? { until: asked } : register && { registerId: register.id, arrivedOn })
  return (
    <>
      {registers.length > 1 && register && (
        <SelectField
          label={words.register}
          name="registerId"
          error={errorOf('registerId')}
          value={register.id}
          choices={registers.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={registerId => change({ registerId })}
        />
      )}
      {years.length > 0 && (
        <RadioField
          label={words.yearQuestion}
          name="period"
          error={errorOf('period')}
          value={way.period}
          choices={years.map(year => ({ value: year, label: words.year(year) }))}
          onChange={period => change({ period })}
        />
      )}
      {deadline && way.dueOn !== deadline.on && (
        <div className="proposal-why register-incoming-why">
          <span className="source-number">{deadline.number}</span>
          <span>{words.dueFromText(deadline.words, formatDay(deadline.on))}</span>
          <Button small onClick={() => change({ dueOn: deadline.on })}>
            {words.dueTake(formatDay(deadline.on))}
          </Button>
        </div>
      )}
      <DateField
        label={words.dueOn}
        hint={dueHint(register, asked, proposed)}
        optional
        name="dueOn"
        error={errorOf('dueOn')}
        value={way.dueOn || undefined}
        onChange={day => change({ dueOn: day ?? '' })}
      />
      <Combobox
        label={words.leader}
        hint={words.leaderHint[route]}
        optional
        name="leaderSeatId"
        error={errorOf('leaderSeatId')}
        value={way.leader}
        onChange={leader => change({ leader })}
        find={findLeader}
      />
    </>
  )
}

function dueHint(
  register: RegisterView | undefined,
  asked: string | null | undefined,
  proposed: string | null,
): string {
  if (asked) return words.dueAsked(formatDay(asked), formatDay(proposed ?? asked))
  if (!register?.termDays) return words.dueNone
  return words.dueByRegister(register.termDays, register.basis, proposed && formatDay(proposed))
}
