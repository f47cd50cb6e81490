import { PanelNav } from '#platform/ui/layout/reader.tsx'
import { listMessages } from './list-messages.vi.ts'
import { listQueryOf, searchOf, type Tab } from './list-query.ts'
import type { Stop } from './neighbours.ts'
import { readerMessages as words } from './reader-messages.vi.ts'
import { useNeighbours } from './use-neighbours.ts'

/** Back to the list one came from, and the documents before and after this one in it. */
export function ReaderNav({ id, list }: { id: string; list: string | undefined }) {
  const found = useNeighbours(id, list)
  const to = (stop: Stop | undefined, label: string, name: string) =>
    stop && {
      to: `documents/${stop.direction}/${stop.id}?${searchOf({ list })}`,
      label,
      name,
    }
  return (
    <PanelNav
      back={backTo(list)}
      place={found && words.place(found.place, found.all)}
      previous={to(found?.previous, words.previous, words.previousName)}
      next={to(found?.next, words.next, words.nextName)}
    />
  )
}

function backTo(list: string | undefined): { to: string; label: string } {
  if (list === 'today') return { to: 'today', label: words.backToToday }
  if (list === undefined) return { to: 'documents/incoming', label: words.backToList }
  const query = listQueryOf(Object.fromEntries(new URLSearchParams(list)))
  const tab = (query.tab ?? 'all') as Tab
  return {
    to: `documents/incoming?${searchOf({ ...query, tab })}`,
    label: tab === 'all' ? words.backToList : listMessages.tabs[tab],
  }
}
