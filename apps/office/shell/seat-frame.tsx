import { Outlet, useLocation, useMatches, useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { DataContext, useData } from '#platform/ui/data/client-context.ts'
import { type LiveChannel, openLiveChannel } from '#platform/ui/data/events.ts'
import { SeatContext, useSession } from '#platform/ui/data/session.ts'
import { ChooseSeat } from './choose-seat.tsx'
import { Shell } from './shell.tsx'

/** Everything below /s/:seat/: the seat for all requests of the screen, its stream of events, the frame around it. */
export function SeatFrame() {
  const { seat: seatId } = useParams({ strict: false }) as { seat: string }
  const seat = useSession().seats.find(one => one.id === seatId)
  const { client } = useData()
  const [live, setLive] = useState<LiveChannel>()
  const screen = useMatches({ select: matches => matches.at(-1)?.staticData.screen })
  const { pathname } = useLocation()

  const known = seat !== undefined
  useEffect(() => {
    if (!known) return
    const channel = openLiveChannel(seatId)
    setLive(channel)
    return () => channel.close()
  }, [known, seatId])

  if (!seat) return <ChooseSeat />
  return (
    <SeatContext value={seat}>
      <DataContext value={{ client, live }}>
        <Shell key={seat.id} layout={screen?.layout ?? 'page'} pathBelowSeat={pathname.split('/').slice(3).join('/')}>
          <Outlet />
        </Shell>
      </DataContext>
    </SeatContext>
  )
}
