import { Navigate } from '@tanstack/react-router'
import { useSession } from '#platform/ui/data/session.ts'

/** The plain address goes to the first seat; who has none finds his account. */
export function FirstSeat() {
  const [first] = useSession().seats
  return first ? <Navigate to={`/s/${first.id}`} replace /> : <Navigate to="/account" replace />
}
