import IconInbox from '@tabler/icons-react/icons/IconInbox'
import IconPlus from '@tabler/icons-react/icons/IconPlus'
import type { z } from '#lib/schemas/index.ts'
import type { DocumentCounts, IncomingRow } from '#modules/documents/contract.ts'
import { LinkButton } from '#platform/ui/actions/button.tsx'
import { useSeat } from '#platform/ui/data/session.ts'
import { useList, useResource } from '#platform/ui/data/use-resource.ts'
import { EmptyState } from '#platform/ui/feedback/empty-state.tsx'
import { useHelp } from '#platform/ui/feedback/help.tsx'
import { ListView } from '#platform/ui/feedback/resource-view.tsx'
import { DataRow, Rows } from '#platform/ui/layout/data-row.tsx'
import { Page } from '#platform/ui/layout/page.tsx'
import { Tabs } from '#platform/ui/layout/tabs.tsx'
import { useAddressSearch, useTitle } from '#platform/ui/screens/use-address.ts'
import { Deadline } from '#platform/ui/states/deadline.tsx'
import { DocumentNumber } from '#platform/ui/states/document-number.tsx'
import { StateChip } from '#platform/ui/states/state-chip.tsx'
import { dayOf, formatShortDay } from '#platform/ui/text/format.ts'
import { incomingMessages as words } from './incoming-messages.vi.ts'

type Tab = keyof typeof words.tabs
const tabsOf = (role: string): readonly Tab[] => {
  if (role === 'clerk') return ['to-register', 'to-direct', 'open', 'overdue', 'not-registered', 'all']
  if (role === 'leader' || role === 'office-head') return ['mine', 'to-direct', 'open', 'overdue', 'finished', 'all']
  return ['mine', 'open', 'overdue', 'for-information', 'finished', 'all']
}

export default function IncomingList() {
  const { role } = useSeat()
  const [search] = useAddressSearch()
  const tabs = tabsOf(role)
  const tab: Tab = tabs.find(one => one === search.tab) ?? 'all'
  const list = useList<IncomingRow>('/documents/incoming', {
    query: { tab: tab === 'all' ? undefined : tab },
    live: ['documents.incoming'],
    onLive: 'offer',
  })
  const counts = useResource<z.infer<typeof DocumentCounts>>('/documents/counts', { live: ['documents.'] })
  useTitle(words.tabs[tab], words.title)
  useHelp(words.help)
  return (
    <Page
      title={words.title}
      purpose={words.purpose}
      actions={
        role === 'clerk' && (
          <LinkButton to="documents/incoming/new" look="primary" icon={IconPlus}>
            {words.today.enterPaper}
          </LinkButton>
        )
      }
    >
      <Tabs
        label={words.states}
        tabs={tabs.map(one => ({
          label: words.tabs[one],
          to: `documents/incoming?tab=${one}`,
          current: one === tab,
          count: counts.data?.incoming[one],
          late: one === 'overdue',
        }))}
      />
      <ListView
        list={list}
        things="văn bản"
        empty={
          <EmptyState icon={IconInbox} title={words.none}>
            {words.noneWhy}
          </EmptyState>
        }
      >
        {rows => (
          <Rows kind="documents" label={words.title}>
            {rows.map(row => (
              <DataRow
                key={row.id}
                to={`documents/incoming/${row.id}`}
                subject={row.subject}
                urgency={row.urgency as 0 | 1 | 2 | 3}
                unread={row.unread}
                facts={[
                  row.notation && <DocumentNumber key="number">{row.notation}</DocumentNumber>,
                  row.issuerName,
                  row.arrivalNumber === null
                    ? words.arrived(formatShortDay(dayOf(new Date(row.arrivedAt))))
                    : words.arrivalNumber(row.arrivalNumber),
                ]}
                state={<StateChip family="incoming" state={row.state} />}
                holder={row.holderName}
                deadline={<Deadline lateness={row.lateness} dueOn={row.dueOn} urgent={row.urgency > 0} />}
              />
            ))}
          </Rows>
        )}
      </ListView>
    </Page>
  )
}
