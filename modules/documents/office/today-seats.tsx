import { officeRoles } from '#lib/roles/index.ts'
import type { Today, TodayItem } from '#modules/documents/contract.ts'
import { type Seat, SeatContext, useSeat, useSession } from '#platform/ui/data/session.ts'
import { useResource } from '#platform/ui/data/use-resource.ts'
import { Rows } from '#platform/ui/layout/data-row.tsx'
import { Section } from '#platform/ui/layout/page.tsx'
import { SeatLink } from '#platform/ui/screens/seat-link.tsx'
import { spokenTitle } from '#platform/ui/text/format.ts'
import { todayMessages } from './today-messages.vi.ts'
import { TodayRow } from './today-row.tsx'

const words = todayMessages.seats
/** The rest is a press away: what waits at the seat in which one sits stays in sight. */
const mostRows = 8

/** The lists of jobs among what a day has. */
type TodayGroup = { [Part in keyof Today]: Today[Part] extends TodayItem[] ? Part : never }[keyof Today]

/** What waits at the other seats of the same person (kiêm nhiệm): pressing a row's act goes to that seat. */
export function OtherSeats({ groups }: { groups: readonly TodayGroup[] }) {
  const here = useSeat()
  const others = useSession().seats.filter(
    seat => seat.id !== here.id && (officeRoles.includes(seat.role) || seat.role === 'auditor'),
  )
  return others.map(seat => (
    <SeatContext key={seat.id} value={seat}>
      <OtherSeat seat={seat} groups={groups} />
    </SeatContext>
  ))
}

function OtherSeat({ seat, groups }: { seat: Seat; groups: readonly TodayGroup[] }) {
  const today = useResource<Today>('/documents/today', { live: ['documents.'] })
  const jobs = today.data ? groups.flatMap(group => today.data![group]) : []
  const title = words.title(spokenTitle(seat.title), seat.unitName, seat.agencyName)
  return (
    <div className="today-group">
      <Section title={title} count={jobs.length}>
        {jobs.length > 0 && (
          <Rows kind="jobs" label={title}>
            {jobs.slice(0, mostRows).map(item => (
              <TodayRow key={`${item.act} ${item.documentId} ${item.assignmentId ?? ''}`} item={item} />
            ))}
          </Rows>
        )}
        <p className="small">
          {today.data && jobs.length === 0 && `${words.nothing} `}
          <SeatLink to="today" seat={seat.id}>
            {jobs.length > mostRows ? words.all(jobs.length) : words.go}
          </SeatLink>
        </p>
      </Section>
    </div>
  )
}
