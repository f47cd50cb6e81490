import IconCalendar from '@tabler/icons-react/icons/IconCalendar'
import IconPlus from '@tabler/icons-react/icons/IconPlus'
import { useState } from 'react'
import type { CalendarYear, CalendarYears } from '#platform/calendar/contract.ts'
import { Button } from '#platform/ui/actions/button.tsx'
import { useResource } from '#platform/ui/data/use-resource.ts'
import { EmptyState } from '#platform/ui/feedback/empty-state.tsx'
import { Note } from '#platform/ui/feedback/note.tsx'
import { ResourceView } from '#platform/ui/feedback/resource-view.tsx'
import { Page, Section } from '#platform/ui/layout/page.tsx'
import { useTitle } from '#platform/ui/screens/use-address.ts'
import { formatLongDay } from '#platform/ui/text/format.ts'
import { countsOf, KindOfDay } from './calendar-days.tsx'
import { CalendarForm } from './calendar-form.tsx'
import { calendarWords as words } from './calendar-messages.vi.ts'
import './calendar.css'

type Opened = { readonly year: number; readonly known?: CalendarYear }

/** For who runs the installation: the days off and days made up for of each year, and what says so. */
export default function Calendar() {
  const calendar = useResource<CalendarYears>('/installation/calendar')
  const [opened, setOpened] = useState<Opened>()
  useTitle(words.title)
  return (
    <Page title={words.title} purpose={words.purpose}>
      <ResourceView resource={calendar}>
        {({ items, missing, toEnter }) => (
          <div className="calendar-years">
            {missing.length > 0 && (
              <Note tone="amber">
                <b>{words.missing(missing)}</b> {words.missingWhy}
              </Note>
            )}
            <Note tone="indigo">{words.kept}</Note>
            {toEnter.length > 0 && (
              <div className="row">
                {toEnter.map(year => (
                  <Button
                    key={year}
                    icon={IconPlus}
                    look={missing.includes(year) ? 'primary' : 'secondary'}
                    onClick={() => setOpened({ year })}
                  >
                    {words.enter(year)}
                  </Button>
                ))}
              </div>
            )}
            {items.length === 0 && (
              <EmptyState icon={IconCalendar} title={words.none}>
                {words.noneWhy}
              </EmptyState>
            )}
            {items
              .filter(one => one.changeable)
              .map(one => (
                <Section key={one.year} title={words.yearOf(one.year)}>
                  <YearFacts year={one} />
                  <Button className="calendar-change" onClick={() => setOpened({ year: one.year, known: one })}>
                    {words.change(one.year)}
                  </Button>
                  <DaysTable year={one} />
                </Section>
              ))}
            {items.some(one => !one.changeable) && (
              <Section title={words.past}>
                {items
                  .filter(one => !one.changeable)
                  .map(one => (
                    <details key={one.year} className="calendar-past">
                      <summary>
                        {words.yearOf(one.year)} · {countsOf(one.days)}
                      </summary>
                      <YearFacts year={one} />
                      <DaysTable year={one} />
                    </details>
                  ))}
              </Section>
            )}
            {opened && <CalendarForm {...opened} onClose={() => setOpened(undefined)} />}
          </div>
        )}
      </ResourceView>
    </Page>
  )
}

function YearFacts({ year }: { year: CalendarYear }) {
  return (
    <p className="secondary">
      {year.changeable ? countsOf(year.days) : words.over} · {words.basis(year.basis)}
    </p>
  )
}

/** What a day's own document is, only where the year rests on several. */
function DaysTable({ year }: { year: CalendarYear }) {
  const several = new Set(year.days.map(day => day.basis)).size > 1
  return (
    <table className="table calendar-days">
      <caption className="visually-hidden">{words.yearOf(year.year)}</caption>
      <thead>
        <tr>
          <th scope="col">{words.columns.day}</th>
          <th scope="col">{words.columns.kind}</th>
          <th scope="col">{words.columns.name}</th>
          {several && <th scope="col">{words.columns.basis}</th>}
        </tr>
      </thead>
      <tbody>
        {year.days.map(day => (
          <tr key={day.date}>
            <td>{formatLongDay(day.date)}</td>
            <td>
              <KindOfDay {...day} />
            </td>
            <td>{day.name}</td>
            {several && <td className="small secondary">{day.basis}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
