import { Outlet, useLocation, useMatches, useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { DataContext, useData } from '#platform/ui/data/client-context.ts'
import { type LiveChannel, openLiveChannel } from '#platform/ui/data/events.ts'
import { SeatContext, useSession } from '#platform/ui/data/session.ts'
import { mayOpen } from '#platform/ui/screens/screen.ts'
import { useSessionStore } from '../session/office-session.ts'
import { ChooseSeat } from './choose-seat.tsx'
import { OtherSeats } from './not-found.tsx'
import { Shell } from './shell.tsx'

/** Everything below /s/:seat/: the seat for all requests of the screen, its stream of events, the frame around it. */
export function SeatFrame() {
  const { seat: seatId } = useParams({ strict: false }) as { seat: string }
  const seat = useSession().seats.find(one => one.id === seatId)
  const { client } = useData()
  const store = useSessionStore()
  const [live, setLive] = useState<LiveChannel>()
  const screen = useMatches({ select: matches => matches.at(-1)?.staticData.screen })
  const { pathname } = useLocation()

  const known = seat !== undefined
  useEffect(() => {
    if (!known) return
    const channel = openLiveChannel(seatId)
    setLive(channel)
    // A stream is cut when its seat's rights change, too.
    const stop = channel.listen(event => event === 'missed' && void store.renew(client))
    return () => {
      stop()
      channel.close()
    }
  }, [known, seatId, store, client])

  if (!seat) return <ChooseSeat />
  return (
    <SeatContext value={seat}>
      <DataContext value={{ client, live }}>
        <Shell key={seat.id} layout={screen?.layout ?? 'page'} pathBelowSeat={pathname.split('/').slice(3).join('/')}>
          {screen && !mayOpen(screen, seat.role) ? <OtherSeats /> : <Outlet />}
        </Shell>
      </DataContext>
    </SeatContext>
  )
}
