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
            <div className="agencies-tree">
              <Tree label={words.list} nodes={nodesBelow(all, null)} />
            </div>
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

function nodesBelow(agencies: readonly Agency[], parentId: string | null): TreeNode[] {
  return agencies
    .filter(agency => agency.parentId === parentId)
    .map(agency => ({
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
      below: nodesBelow(agencies, agency.id),
    }))
}
