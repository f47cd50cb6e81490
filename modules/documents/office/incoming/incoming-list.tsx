import IconInbox from '@tabler/icons-react/icons/IconInbox'
import IconPlus from '@tabler/icons-react/icons/IconPlus'
import type { ReactNode } from 'react'
import type { z } from '#lib/schemas/index.ts'
import type { DocumentCounts, IncomingRow } from '#modules/documents/contract.ts'
import { Button, LinkButton } from '#platform/ui/actions/button.tsx'
import { useSeat } from '#platform/ui/data/session.ts'
import { useList, useResource } from '#platform/ui/data/use-resource.ts'
import { EmptyState } from '#platform/ui/feedback/empty-state.tsx'
import { useHelp } from '#platform/ui/feedback/help.tsx'
import { ListView } from '#platform/ui/feedback/resource-view.tsx'
import { Rows } from '#platform/ui/layout/data-row.tsx'
import { Page } from '#platform/ui/layout/page.tsx'
import { Tabs } from '#platform/ui/layout/tabs.tsx'
import { useAddressSearch, useTitle } from '#platform/ui/screens/use-address.ts'
import { BulkActs } from './bulk-acts.tsx'
import { ListFilters } from './list-filters.tsx'
import { listMessages as words } from './list-messages.vi.ts'
import { filterNames, listQueryOf, searchOf, type Tab, tabsOf } from './list-query.ts'
import { IncomingListRow } from './list-row.tsx'
import { useTicks } from './use-ticks.ts'
import './incoming-list.css'

/** Incoming documents by where they stand; what waits for the reader begins with its act. */
export default function IncomingList() {
  const { role } = useSeat()
  const [search, setSearch] = useAddressSearch()
  const tabs = tabsOf(role)
  const tab: Tab = tabs.find(one => one === search.tab) ?? tabs[0]!
  const query = listQueryOf({ ...search, tab })
  const list = useList<IncomingRow>('/documents/incoming', { query, live: ['documents.incoming'], onLive: 'offer' })
  const counts = useResource<z.infer<typeof DocumentCounts>>('/documents/counts', { live: ['documents.'] })
  const filtered = filterNames.some(name => query[name] !== undefined)
  const clear = () => setSearch(Object.fromEntries(filterNames.map(name => [name, undefined])))
  useTitle(words.tabs[tab], words.title)
  useHelp(words.help)
  return (
    <Page
      title={words.title}
      purpose={words.purpose}
      actions={
        role === 'clerk' && (
          <LinkButton to="documents/incoming/new" look="primary" icon={IconPlus}>
            {words.enterPaper}
          </LinkButton>
        )
      }
    >
      <Tabs
        className="incoming-list-tabs"
        label={words.tabsLabel}
        tabs={tabs.map(one => ({
          label: words.tabs[one],
          to: `documents/incoming?${searchOf({ ...query, tab: one, state: undefined })}`,
          current: one === tab,
          // Nought is no work: a tab says a number where something waits.
          count: counts.data?.incoming[one] || undefined,
          late: one === 'overdue',
        }))}
      />
      <ListView
        list={list}
        things={words.things}
        empty={
          <>
            <ListFilters query={query} tab={tab} onChange={setSearch} onClear={clear} />
            <Empty tab={tab} filtered={filtered} onClear={clear} />
          </>
        }
      >
        {rows => (
          <Filled
            key={searchOf({ ...query, tab })}
            rows={rows}
            tab={tab}
            list={searchOf({ ...query, tab })}
            filters={<ListFilters query={query} tab={tab} onChange={setSearch} onClear={clear} />}
          />
        )}
      </ListView>
    </Page>
  )
}

type FilledProps = { rows: readonly IncomingRow[]; tab: Tab; list: string; filters: ReactNode }

function Filled({ rows, tab, list, filters }: FilledProps) {
  const { role } = useSeat()
  const ticks = useTicks(rows)
  const toRead = tab === 'for-information'
  const begins = rows.some(row => row.act !== null)
  // Who only looks on has nothing to do with several at once, and nothing waits to be read by him.
  const looksOn = role === 'auditor'
  return (
    <>
      {ticks.chosen.length > 0 ? <BulkActs rows={rows} ticks={ticks} tab={tab} /> : filters}
      <div className={begins ? 'incoming-list incoming-list-acts' : 'incoming-list'}>
        <Rows kind="documents" withTick={!looksOn} label={words.tabs[tab]}>
          {rows.map(row => (
            <IncomingListRow
              key={row.id}
              row={row}
              list={list}
              begins={begins}
              tick={looksOn ? undefined : ticks.of(row.id)}
              awaited={!looksOn}
              toRead={toRead}
            />
          ))}
        </Rows>
      </div>
    </>
  )
}

function Empty({ tab, filtered, onClear }: { tab: Tab; filtered: boolean; onClear: () => void }) {
  const [title, why] = filtered ? words.noneFiltered : words.none[tab]
  return (
    <EmptyState
      icon={IconInbox}
      title={title}
      action={filtered && <Button onClick={onClear}>{words.filters.clear}</Button>}
    >
      {why}
    </EmptyState>
  )
}
