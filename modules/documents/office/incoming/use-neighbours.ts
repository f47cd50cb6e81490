import { useEffect, useState } from 'react'
import type { IncomingRow, Today } from '#modules/documents/contract.ts'
import { useList, useResource } from '#platform/ui/data/use-resource.ts'
import { listQueryOf } from './list-query.ts'
import { keptStops, type Neighbours, neighboursOf, type Stop } from './neighbours.ts'

/** The documents before and after this one in the list one came from: 'today', or the search of a list's address. */
export function useNeighbours(id: string, list: string | undefined): Neighbours | undefined {
  const isToday = list === 'today'
  const today = useResource<Today>('/documents/today', { enabled: isToday })
  const rows = useList<IncomingRow>('/documents/incoming', {
    query: listQueryOf(Object.fromEntries(new URLSearchParams(list))),
    enabled: list !== undefined && !isToday,
  })
  const [kept, setKept] = useState<{ list: string | undefined; stops: readonly Stop[] }>({ list, stops: [] })
  const day = isToday ? today.data : undefined
  const found = isToday ? undefined : rows.data
  useEffect(() => {
    const now = day
      ? [...day.urgent, ...day.overdue, ...day.today, ...day.soon].map(({ documentId: id, direction }) => ({
          id,
          direction,
        }))
      : (found ?? []).map(row => ({ id: row.id, direction: 'incoming' as const }))
    setKept(before => {
      const stops = keptStops(before.list === list ? before.stops : [], now)
      return stops === before.stops && before.list === list ? before : { list, stops }
    })
  }, [day, found, list])

  const place = list === undefined ? undefined : neighboursOf(kept.stops, id)
  const { hasMore, loadingMore, more } = rows
  const atEnd = place !== undefined && place.next === undefined && !isToday && hasMore && !loadingMore
  useEffect(() => {
    if (atEnd) more()
  }, [atEnd, more])
  return place
}
