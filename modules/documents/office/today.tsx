import IconCircleCheck from '@tabler/icons-react/icons/IconCircleCheck'
import IconPlus from '@tabler/icons-react/icons/IconPlus'
import type { Today, TodayItem } from '#modules/documents/contract.ts'
import { LinkButton } from '#platform/ui/actions/button.tsx'
import { useSeat } from '#platform/ui/data/session.ts'
import { useResource } from '#platform/ui/data/use-resource.ts'
import { EmptyState } from '#platform/ui/feedback/empty-state.tsx'
import { useHelp } from '#platform/ui/feedback/help.tsx'
import { Meter } from '#platform/ui/feedback/meter.tsx'
import { ResourceView } from '#platform/ui/feedback/resource-view.tsx'
import { DataRow, Rows } from '#platform/ui/layout/data-row.tsx'
import { Page, Section, Split } from '#platform/ui/layout/page.tsx'
import { SeatLink } from '#platform/ui/screens/seat-link.tsx'
import { useTitle } from '#platform/ui/screens/use-address.ts'
import { actIconOf } from '#platform/ui/states/act-icons.ts'
import { Deadline } from '#platform/ui/states/deadline.tsx'
import { DocumentNumber } from '#platform/ui/states/document-number.tsx'
import { actLabelOf, actLabels } from '#platform/ui/text/act-labels.ts'
import { dayOf, formatLongDay, formatMoment, formatTime } from '#platform/ui/text/format.ts'
import { incomingMessages } from './incoming-messages.vi.ts'

const words = incomingMessages.today

/** What waits for the seat, by lateness; each row begins with its act. */
export default function TodayScreen() {
  const { role } = useSeat()
  const today = useResource<Today>('/documents/today', { live: ['documents.', 'notice'] })
  const data = today.data
  const count = data ? data.overdue.length + data.today.length + data.soon.length : 0
  useTitle(words.title)
  useHelp(words.help)
  return (
    <Page
      title={words.title}
      purpose={words.purpose(formatLongDay(data?.date ?? dayOf(new Date())), count, data?.overdue.length ?? 0)}
      actions={
        role === 'clerk' && (
          <LinkButton to="documents/incoming/new" look="primary" icon={IconPlus}>
            {words.enterPaper}
          </LinkButton>
        )
      }
    >
      <ResourceView resource={today}>
        {shown => (
          <Split aside={<Aside today={shown} />}>
            {count === 0 && (
              <EmptyState icon={IconCircleCheck} title={words.none}>
                {words.noneWhy}
              </EmptyState>
            )}
            <Group title={words.overdue} items={shown.overdue} late />
            <Group title={words.now} items={shown.today} />
            <Group title={words.soon} items={shown.soon} />
          </Split>
        )}
      </ResourceView>
    </Page>
  )
}

function Group({ title, items, late = false }: { title: string; items: readonly TodayItem[]; late?: boolean }) {
  if (items.length === 0) return null
  return (
    <Section title={title} count={items.length} late={late}>
      <Rows kind="jobs" label={title}>
        {items.map(item => (
          <DataRow
            key={`${item.act} ${item.documentId} ${item.assignmentId ?? ''}`}
            to={`documents/${item.direction}/${item.documentId}`}
            subject={item.subject}
            urgency={item.urgency as 0 | 1 | 2 | 3}
            unread={item.unread}
            warning={item.urgedText ? words.urged(item.urgedText) : undefined}
            facts={[
              item.notation && <DocumentNumber key="number">{item.notation}</DocumentNumber>,
              item.issuerName,
              item.detail,
            ]}
            act={
              <LinkButton small icon={actIconOf(item.act)} to={`documents/${item.direction}/${item.documentId}`}>
                {actLabelOf(item.act) ?? actLabels.open}
              </LinkButton>
            }
            deadline={<Deadline lateness={item.lateness} dueOn={item.dueOn} urgent={item.urgency > 0} />}
          />
        ))}
      </Rows>
    </Section>
  )
}

function Aside({ today }: { today: Today }) {
  const { arrivedToday, invitations, recent } = today
  return (
    <>
      {arrivedToday && (
        <Section title={words.arrived}>
          <p>{words.arrivedOf(arrivedToday.registered, arrivedToday.arrived)}</p>
          <Meter label={words.arrived} value={arrivedToday.registered} of={arrivedToday.arrived} />
          {arrivedToday.lastNumber !== null && arrivedToday.lastAt !== null && (
            <p className="meta">
              {words.lastNumber(arrivedToday.lastNumber, formatTime(new Date(arrivedToday.lastAt)))}
            </p>
          )}
        </Section>
      )}
      {invitations.length > 0 && (
        <Section title={words.invitations}>
          <ul className="plain-list">
            {invitations.map(one => (
              <li key={one.documentId}>
                <b>{formatTime(new Date(one.at))}</b>{' '}
                <SeatLink to={`documents/${one.direction}/${one.documentId}`}>{one.subject}</SeatLink>
                {one.place && <p className="meta">{one.place}</p>}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {recent.length > 0 && (
        <Section title={words.recent}>
          <ul className="plain-list">
            {recent.slice(0, 6).map(one => (
              <li key={`${one.documentId} ${one.at}`}>
                <SeatLink to={`documents/${one.direction}/${one.documentId}`}>
                  {actLabelOf(one.act) ?? one.act}: {one.subject}
                </SeatLink>
                <p className="meta">{formatMoment(one.at)}</p>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}
