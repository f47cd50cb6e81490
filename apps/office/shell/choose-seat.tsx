import { Navigate, useLocation } from '@tanstack/react-router'
import { useSession } from '#platform/ui/data/session.ts'
import { SeatLink } from '#platform/ui/screens/seat-link.tsx'
import { spokenTitle } from '#platform/ui/text/format.ts'
import { officeMessages } from '../messages.vi.ts'
import { Brand } from './brand.tsx'

const words = officeMessages.seats

/**
 * The address names a seat that is not this person's: a colleague sent it, or the post has ended. With one seat it opens
 * there; with several the person says in which.
 */
export function ChooseSeat() {
  const { seats } = useSession()
  const { pathname, searchStr } = useLocation()
  const below = pathname.split('/').slice(3).join('/') + searchStr
  const [only] = seats
  if (!only) return <Navigate to="/account" replace />
  if (seats.length === 1) return <Navigate to={`/s/${only.id}/${below}`} replace />
  return (
    <div className="sign-in">
      <main className="card sign-in-card">
        <Brand subtitle={officeMessages.signIn.subtitle} />
        <h1>{words.choose}</h1>
        <p className="secondary">{words.chooseWhy}</p>
        <ul className="stack">
          {seats.map(seat => (
            <li key={seat.id}>
              <SeatLink to={below} seat={seat.id} className="button full-width">
                {words.of(spokenTitle(seat.title), seat.agencyName)}
              </SeatLink>
            </li>
          ))}
        </ul>
      </main>
    </div>
  )
}
