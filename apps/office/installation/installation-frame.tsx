import { Navigate, Outlet } from '@tanstack/react-router'
import { useSession } from '#platform/ui/data/session.ts'
import { SeatlessPage } from '../shell/seatless-frame.tsx'

/** The offices of the installation, for who runs it; to everybody else there is no such page. */
export default function InstallationFrame() {
  const { installationAdministrator } = useSession()
  if (!installationAdministrator) return <Navigate to="/" replace />
  return (
    <SeatlessPage>
      <Outlet />
    </SeatlessPage>
  )
}
