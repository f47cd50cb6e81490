import { type KeyboardEvent, useState } from 'react'
import type { CalendarDate } from '#lib/calendar-date/index.ts'
import { longestDayName, readCalendarLines, writeCalendarLines } from '#lib/working-calendar/index.ts'
import type { CalendarYear, CalendarYears } from '#platform/calendar/contract.ts'
import { Button } from '#platform/ui/actions/button.tsx'
import { useDraft } from '#platform/ui/data/use-draft.ts'
import { useSend } from '#platform/ui/data/use-send.ts'
import { Note } from '#platform/ui/feedback/note.tsx'
import { useToast } from '#platform/ui/feedback/toast.tsx'
import { CheckField } from '#platform/ui/forms/choice-field.tsx'
import { DateField } from '#platform/ui/forms/date-field.tsx'
import { fieldId } from '#platform/ui/forms/field.tsx'
import { FormDialog } from '#platform/ui/forms/form-dialog.tsx'
import { SelectField } from '#platform/ui/forms/select-field.tsx'
import { TextArea, TextField } from '#platform/ui/forms/text-field.tsx'
import { dayOf, formatLongDay } from '#platform/ui/text/format.ts'
import { countsOf, KindOfDay } from './calendar-days.tsx'
import { calendarWords } from './calendar-messages.vi.ts'

const words = calendarWords.form
const { faults: says } = calendarWords
const mostDays = 100

type Adding = { readonly day: string; readonly kind: 'off' | 'work'; readonly name: string }
const nothingToAdd: Adding = { day: '', kind: 'off', name: '' }

type Props = { year: number; known?: CalendarYear | undefined; onClose: () => void }

/** A year is a list of lines: pasted, typed, or put there day by day. What was read of them stands below. */
export function CalendarForm({ year, known, onClose }: Props) {
  const title = known ? calendarWords.change(year) : calendarWords.enter(year)
  const [initial] = useState(() => ({
    ...{ version: known?.version ?? 0, number: '', date: '', wholeYear: known === undefined },
    lines: known ? writeCalendarLines(known.days.map(day => ({ ...day, date: day.date as CalendarDate }))) : '',
  }))
  const draft = useDraft(`calendar:${year}`, initial)
  const { value, change } = draft
  const [tried, setTried] = useState(false)
  const sender = useSend<CalendarYears>({ title: words.sending(year), changes: ['/installation/calendar'] })
  const toast = useToast()
  const read = readCalendarLines(value.lines, year)
  const lineFaults = read.faults.map(fault => calendarWords.lineFault(fault, year))
  const missing = [
    ...(value.number.trim() === '' ? [{ path: 'number', message: says.number }] : []),
    ...(value.date === '' ? [{ path: 'date', message: says.date }] : []),
    ...(value.date > dayOf(new Date()) ? [{ path: 'date', message: says.dateAfterToday }] : []),
    ...linesMissing(read.days.length, lineFaults),
  ]
  const faults = tried ? missing : []
  const faultOf = (path: string) => faults.find(fault => fault.path === path)?.message

  async function save() {
    setTried(true)
    if (missing.length > 0) return
    const { version, number, date, wholeYear } = value
    const days = read.days.map(({ line: _line, ...day }) => day)
    if (!(await sender.send('/installation/calendar', { year, version, document: { number, date }, wholeYear, days })))
      return
    draft.clear()
    toast({ text: words.saved(year) })
    onClose()
  }
  return (
    <FormDialog
      title={title}
      draft={draft}
      faults={faults}
      sender={sender}
      saveLabel={words.save}
      wide
      onSave={save}
      onClose={onClose}
    >
      <fieldset className="form-part">
        <legend>{words.document}</legend>
        <div className="field-pair">
          <TextField
            label={words.number}
            hint={words.numberHint}
            name="number"
            maxLength={100}
            value={value.number}
            error={faultOf('number')}
            onChange={number => change({ number })}
          />
          <DateField
            label={words.date}
            name="date"
            value={value.date || undefined}
            error={faultOf('date')}
            onChange={date => change({ date: date ?? '' })}
          />
        </div>
        {known && (
          <CheckField
            label={words.wholeYear}
            note={words.wholeYearNote}
            checked={value.wholeYear}
            onChange={wholeYear => change({ wholeYear })}
          />
        )}
      </fieldset>
      <fieldset className="form-part">
        <legend>{words.days}</legend>
        <AddDay
          onAdd={line => change(({ lines }) => ({ lines: [lines.trimEnd(), line].filter(Boolean).join('\n') }))}
        />
        <TextArea
          label={words.lines}
          hint={words.linesHint}
          name="lines"
          rows={8}
          placeholder={words.linesExample(year)}
          maxLength={20_000}
          value={value.lines}
          error={faultOf('lines')}
          onChange={lines => change({ lines })}
        />
        <section aria-label={words.understood} aria-live="polite">
          <b>{words.understood}:</b> {read.days.length === 0 ? words.nothingYet : countsOf(read.days)}
          {lineFaults.map(fault => (
            <Note key={fault} tone="amber">
              {fault}
            </Note>
          ))}
        </section>
        {read.days.length > 0 && (
          // Scrolls by itself, so it can be reached without a mouse.
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling list is scrolled by keys only when it has the focus
          <ul className="calendar-understood" aria-label={words.understood} tabIndex={0}>
            {read.days
              .toSorted((one, other) => (one.date < other.date ? -1 : 1))
              .map(day => (
                <li key={day.date}>
                  {formatLongDay(day.date)}: <KindOfDay {...day} /> – {day.name}
                </li>
              ))}
          </ul>
        )}
      </fieldset>
      <Note tone="indigo">{calendarWords.kept}</Note>
    </FormDialog>
  )
}

function linesMissing(days: number, lineFaults: readonly string[]) {
  if (lineFaults.length > 0) return [{ path: 'lines', message: lineFaults.join(' ') }]
  if (days === 0) return [{ path: 'lines', message: says.lines }]
  return days > mostDays ? [{ path: 'lines', message: says.tooMany }] : []
}

/** One day, written into the list as a line: what is saved stands in one place. */
function AddDay({ onAdd }: { onAdd: (line: string) => void }) {
  const [adding, setAdding] = useState(nothingToAdd)
  const [tried, setTried] = useState(false)
  const missing = { day: adding.day === '', name: adding.name.trim() === '' }

  function add() {
    setTried(true)
    const wrong = missing.day ? 'addDay' : missing.name ? 'addName' : undefined
    if (wrong) {
      document.getElementById(fieldId(wrong))?.focus()
      return
    }
    const { day, kind, name } = adding
    onAdd(writeCalendarLines([{ date: day as CalendarDate, kind, name: name.trim() }]))
    // Days come in rows: the kind and the name stay as they were, for the next one.
    setAdding({ ...adding, day: '' })
    setTried(false)
    document.getElementById(fieldId('addDay'))?.focus()
  }
  /** Enter in one of these fields means the day that is being written, not the whole year. */
  function addByEnter(event: KeyboardEvent) {
    // While letters are still being composed Enter ends the word.
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || !(event.target instanceof HTMLInputElement)) return
    event.preventDefault()
    add()
  }
  return (
    <fieldset className="form-part" aria-label={words.add} onKeyDown={addByEnter}>
      <div className="field-pair">
        <DateField
          label={words.addDay}
          name="addDay"
          value={adding.day || undefined}
          error={tried && missing.day ? says.addDay : undefined}
          onChange={day => setAdding({ ...adding, day: day ?? '' })}
        />
        <SelectField
          label={words.addKind}
          name="addKind"
          value={adding.kind}
          choices={[
            { value: 'off', label: calendarWords.kinds.off },
            { value: 'work', label: calendarWords.kinds.work },
          ]}
          onChange={kind => setAdding({ ...adding, kind })}
        />
      </div>
      <TextField
        label={words.addName}
        hint={words.addNameHint}
        name="addName"
        maxLength={longestDayName}
        value={adding.name}
        error={tried && missing.name ? says.addName : undefined}
        onChange={name => setAdding({ ...adding, name })}
      />
      <div>
        <Button small onClick={add}>
          {words.addAct}
        </Button>
      </div>
    </fieldset>
  )
}
