import IconPlus from '@tabler/icons-react/icons/IconPlus'
import IconSend from '@tabler/icons-react/icons/IconSend'
import type { SeatRole } from '#lib/roles/index.ts'
import type { z } from '#lib/schemas/index.ts'
import type { DocumentCounts, OutgoingRow } from '#modules/documents/contract.ts'
import { LinkButton } from '#platform/ui/actions/button.tsx'
import { Menu } from '#platform/ui/actions/menu.tsx'
import { useSeat } from '#platform/ui/data/session.ts'
import { useList, useResource } from '#platform/ui/data/use-resource.ts'
import { EmptyState } from '#platform/ui/feedback/empty-state.tsx'
import { useHelp } from '#platform/ui/feedback/help.tsx'
import { ListView } from '#platform/ui/feedback/resource-view.tsx'
import { Rows } from '#platform/ui/layout/data-row.tsx'
import { Page } from '#platform/ui/layout/page.tsx'
import { Tabs } from '#platform/ui/layout/tabs.tsx'
import { SeatLink } from '#platform/ui/screens/seat-link.tsx'
import { useAddressSearch, useTitle } from '#platform/ui/screens/use-address.ts'
import { outgoingMessages as words } from './messages.vi.ts'
import { OutgoingListRow } from './outgoing-list-row.tsx'
import './outgoing-list.css'

type ListName = keyof typeof words.tabs
const listNames = Object.keys(words.tabs) as readonly ListName[]

/** The lists in which a role has work come first; with the one that is open there are at most six tabs. */
const firstLists: Partial<Readonly<Record<SeatRole, readonly ListName[]>>> = {
  clerk: ['mine', 'to-number', 'to-dispatch', 'dispatched', 'drafts'],
  leader: ['mine', 'to-approve', 'in-review', 'dispatched', 'internal'],
  'office-head': ['mine', 'in-review', 'to-approve', 'dispatched', 'internal'],
  'village-head': ['internal', 'dispatched'],
  auditor: ['dispatched', 'recalled', 'all'],
}
const usualLists: readonly ListName[] = ['mine', 'drafts', 'in-review', 'dispatched', 'internal']
/** Lists of what somebody is to do or read: there 'Mới' says something. */
const awaited: readonly ListName[] = ['mine', 'to-approve', 'to-number', 'to-dispatch', 'internal']

export default function OutgoingList() {
  const { role } = useSeat()
  const [search] = useAddressSearch()
  const first = firstLists[role] ?? usualLists
  const open = listNames.find(name => name === search.tab) ?? first[0]!
  const shown = first.includes(open) ? first : [...first, open]
  const others = listNames.filter(name => !shown.includes(name))
  const list = useList<OutgoingRow>('/documents/outgoing', {
    query: { tab: open === 'all' ? undefined : open },
    live: ['documents.outgoing'],
    onLive: 'offer',
  })
  const counts = useResource<z.infer<typeof DocumentCounts>>('/documents/counts', { live: ['documents.'] })
  // Nought is no work: a tab says a number where something waits.
  const countOf = (name: ListName) =>
    (name === 'internal' ? counts.data?.unreadInternal : counts.data?.outgoing[name]) || undefined
  const [emptyTitle, emptyWhy] = words.empty[open]
  const mayDraft = role !== 'village-head' && role !== 'auditor'
  const write = (
    <LinkButton to="documents/outgoing/new" look="primary" icon={IconPlus}>
      {words.write}
    </LinkButton>
  )
  useTitle(words.tabs[open], words.title)
  useHelp(words.help)
  return (
    <Page title={words.title} purpose={words.purpose} actions={mayDraft && write}>
      <div className="outgoing-list-tabs">
        <Tabs
          label={words.states}
          tabs={shown.map(name => ({
            label: words.tabs[name],
            to: addressOf(name),
            current: name === open,
            count: countOf(name),
          }))}
        />
        <Menu label={words.otherLists}>
          {others.map(name => (
            <SeatLink key={name} to={addressOf(name)}>
              {words.tabs[name]}
            </SeatLink>
          ))}
        </Menu>
      </div>
      <ListView
        list={list}
        things={words.things}
        empty={
          <EmptyState icon={IconSend} title={emptyTitle}>
            {emptyWhy}
          </EmptyState>
        }
      >
        {rows => (
          <Rows kind="documents" label={words.tabs[open]}>
            {rows.map(row => (
              <OutgoingListRow key={row.id} row={row} awaited={awaited.includes(open)} />
            ))}
          </Rows>
        )}
      </ListView>
    </Page>
  )
}

const addressOf = (name: ListName): string => `documents/outgoing?tab=${name}`
