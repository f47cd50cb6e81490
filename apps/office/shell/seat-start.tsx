import IconInbox from '@tabler/icons-react/icons/IconInbox'
import { Navigate } from '@tanstack/react-router'
import { useSeat } from '#platform/ui/data/session.ts'
import { EmptyState } from '#platform/ui/feedback/empty-state.tsx'
import { seatAddress } from '#platform/ui/screens/seat-link.tsx'
import { officeMessages } from '../messages.vi.ts'
import { menuOf } from './menu-entries.ts'

/** A seat begins with the first entry of its menu: "Việc hôm nay" for who handles documents. */
export function SeatStart() {
  const seat = useSeat()
  const [first] = menuOf(seat.role)
  if (first) return <Navigate to={seatAddress(seat.id, first.path)} replace />
  return (
    <EmptyState icon={IconInbox} title={officeMessages.noScreens}>
      {officeMessages.noScreensWhy}
    </EmptyState>
  )
}
