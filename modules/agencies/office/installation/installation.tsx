import IconBuilding from '@tabler/icons-react/icons/IconBuilding'
import IconPlus from '@tabler/icons-react/icons/IconPlus'
import { useState } from 'react'
import type { z } from '#lib/schemas/index.ts'
import type { CalendarYears } from '#platform/calendar/contract.ts'
import { Button } from '#platform/ui/actions/button.tsx'
import { useResource, useWhole } from '#platform/ui/data/use-resource.ts'
import { EmptyState } from '#platform/ui/feedback/empty-state.tsx'
import { Note } from '#platform/ui/feedback/note.tsx'
import { ResourceView } from '#platform/ui/feedback/resource-view.tsx'
import { matchesSearch } from '#platform/ui/forms/search-text.ts'
import { TextField } from '#platform/ui/forms/text-field.tsx'
import { Tree, type TreeNode } from '#platform/ui/history/tree.tsx'
import { Page } from '#platform/ui/layout/page.tsx'
import { SeatLink } from '#platform/ui/screens/seat-link.tsx'
import { useTitle } from '#platform/ui/screens/use-address.ts'
import { formatDay } from '#platform/ui/text/format.ts'
import type { AgencyRow, AgencyRows } from '../../contract.ts'
import { FirstPassword, type GivenPassword } from '../password-dialogs.tsx'
import { AgencyForm } from './agency-form.tsx'
import { installationMessages as words } from './messages.vi.ts'
import '../office.css'

export type Agency = z.infer<typeof AgencyRow>

/** For who runs the installation and holds no seat: the offices on it, and a new one with its first administrator. */
export default function Installation() {
  const agencies = useWhole<z.infer<typeof AgencyRows>>('/installation/agencies')
  const calendar = useResource<CalendarYears>('/installation/calendar')
  const missing = calendar.data?.missing ?? []
  const [opened, setOpened] = useState<'form' | GivenPassword>()
  const items = agencies.data?.items ?? []
  useTitle(words.title)
  return (
    <Page
      title={words.title}
      purpose={words.purpose}
      actions={
        <Button look="primary" icon={IconPlus} onClick={() => setOpened('form')}>
          {words.add}
        </Button>
      }
    >
      {missing.length > 0 && (
        <div className="agencies-first-steps">
          <Note tone="amber">
            <b>{words.calendarMissing(missing)}</b>{' '}
            <SeatLink to="installation/calendar">{words.calendarEnter}</SeatLink>
          </Note>
        </div>
      )}
      <ResourceView resource={agencies}>
        {({ items: all }) =>
          all.length === 0 ? (
            <EmptyState icon={IconBuilding} title={words.none}>
              {words.noneWhy}
            </EmptyState>
          ) : (
            <AgencyTree agencies={all} />
          )
        }
      </ResourceView>
      {opened === 'form' && <AgencyForm agencies={items} onOpened={setOpened} onClose={() => setOpened(undefined)} />}
      {opened !== undefined && opened !== 'form' && (
        <FirstPassword given={opened} onClose={() => setOpened(undefined)} />
      )}
    </Page>
  )
}

/** Of a hundred offices the one that is looked for is found by a word of its name. */
function AgencyTree({ agencies }: { agencies: readonly Agency[] }) {
  const [sought, setSought] = useState('')
  const nodes = nodesBelow(agencies, null, sought)
  return (
    <div className="agencies-tree stack">
      {agencies.length > fewEnoughToSee && (
        <TextField
          label={words.find}
          hint={words.findHint}
          optional
          type="search"
          value={sought}
          onChange={setSought}
        />
      )}
      <div role="status">{nodes.length === 0 && words.notFound(sought)}</div>
      <Tree label={words.list} nodes={nodes} />
    </div>
  )
}

const fewEnoughToSee = 8
const inOrder: readonly string[] = ['central', 'province', 'department', 'commune']

/** By level and name; of what is looked for each office that bears the words, below those that it belongs to. */
function nodesBelow(agencies: readonly Agency[], parentId: string | null, sought: string): TreeNode[] {
  return agencies
    .filter(agency => agency.parentId === parentId)
    .toSorted(
      (one, other) =>
        inOrder.indexOf(one.level) - inOrder.indexOf(other.level) || one.name.localeCompare(other.name, 'vi'),
    )
    .map(agency => ({ agency, below: nodesBelow(agencies, agency.id, sought) }))
    .filter(({ agency, below }) => below.length > 0 || matchesSearch(agency.name, sought))
    .map(({ agency, below }) => ({
      id: agency.id,
      name: (
        <>
          <SeatLink to={`installation/${agency.id}`}>{agency.name}</SeatLink>
          <span className="meta agencies-note">
            {[
              words.levels[agency.level as keyof typeof words.levels],
              agency.closedOn ? words.closed(formatDay(agency.closedOn)) : words.opened(formatDay(agency.openedOn)),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </>
      ),
      below,
    }))
}
