import { Navigate } from '@tanstack/react-router'
import { useSession } from '#platform/ui/data/session.ts'

/** The plain address goes to the first seat; who runs the installation finds its offices, who has neither his account. */
export function FirstSeat() {
  const { seats, installationAdministrator } = useSession()
  const [first] = seats
  if (first) return <Navigate to={`/s/${first.id}`} replace />
  return <Navigate to={installationAdministrator ? '/installation' : '/account'} replace />
}
