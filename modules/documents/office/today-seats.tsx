import { officeRoles } from '#lib/roles/index.ts'
import type { z } from '#lib/schemas/index.ts'
import type { DocumentCounts } from '#modules/documents/contract.ts'
import { type Seat, SeatContext, useSeat, useSession } from '#platform/ui/data/session.ts'
import { useResource } from '#platform/ui/data/use-resource.ts'
import { Section } from '#platform/ui/layout/page.tsx'
import { SeatLink } from '#platform/ui/screens/seat-link.tsx'
import { formatCappedCount, spokenTitle } from '#platform/ui/text/format.ts'
import { todayMessages } from './today-messages.vi.ts'

const words = todayMessages.seats

/** The other seats of the same person with what waits there: work is seen without changing the seat first. */
export function OtherSeats() {
  const here = useSeat()
  const others = useSession().seats.filter(
    seat => seat.id !== here.id && (officeRoles.includes(seat.role) || seat.role === 'auditor'),
  )
  if (others.length === 0) return null
  return (
    <Section title={words.title}>
      <ul className="log">
        {others.map(seat => (
          <SeatContext key={seat.id} value={seat}>
            <OtherSeat seat={seat} />
          </SeatContext>
        ))}
      </ul>
    </Section>
  )
}

function OtherSeat({ seat }: { seat: Seat }) {
  const counts = useResource<z.infer<typeof DocumentCounts>>('/documents/counts', { live: ['documents.'] })
  return (
    <li>
      <div className="grow">
        <SeatLink to="today" seat={seat.id}>
          {spokenTitle(seat.title)}, {seat.unitName}
        </SeatLink>
        <p className="meta">{seat.agencyName}</p>
        {counts.data && <p className="small">{sentenceOf(counts.data)}</p>}
      </div>
    </li>
  )
}

function sentenceOf({ waitingForMe, overdue }: z.infer<typeof DocumentCounts>): string {
  if (waitingForMe === 0 && overdue === 0) return words.nothing
  return [
    waitingForMe > 0 && words.waiting(formatCappedCount(waitingForMe)),
    overdue > 0 && words.overdue(formatCappedCount(overdue)),
  ]
    .filter(Boolean)
    .join(', ')
}
