import IconCircleCheck from '@tabler/icons-react/icons/IconCircleCheck'
import IconPlus from '@tabler/icons-react/icons/IconPlus'
import type { Today } from '#modules/documents/contract.ts'
import { LinkButton } from '#platform/ui/actions/button.tsx'
import { useSeat } from '#platform/ui/data/session.ts'
import { useResource } from '#platform/ui/data/use-resource.ts'
import { EmptyState } from '#platform/ui/feedback/empty-state.tsx'
import { useHelp } from '#platform/ui/feedback/help.tsx'
import { ResourceView } from '#platform/ui/feedback/resource-view.tsx'
import { Rows } from '#platform/ui/layout/data-row.tsx'
import { Page, Section, Split } from '#platform/ui/layout/page.tsx'
import { useTitle } from '#platform/ui/screens/use-address.ts'
import { dayOf, formatCappedCount, formatLongDay } from '#platform/ui/text/format.ts'
import { ArrivedToday, Invitations, RecentActs } from './today-aside.tsx'
import { WorkLeft } from './today-left.tsx'
import { todayMessages as words } from './today-messages.vi.ts'
import { TodayRow } from './today-row.tsx'
import { OtherSeats } from './today-seats.tsx'
import { ToRead } from './today-to-read.tsx'
import './today.css'

const groups = ['urgent', 'overdue', 'today', 'soon'] as const

/** What waits for the seat, by lateness; each row begins with its act. */
export default function TodayScreen() {
  const { role } = useSeat()
  const today = useResource<Today>('/documents/today', { live: ['documents.'] })
  useTitle(words.title)
  useHelp(words.help)
  return (
    <Page
      title={words.title}
      purpose={today.data ? purposeOf(today.data) : formatLongDay(dayOf(new Date()))}
      actions={
        role === 'clerk' && (
          <LinkButton to="documents/incoming/new" look="primary" icon={IconPlus}>
            {words.enterPaper}
          </LinkButton>
        )
      }
    >
      <ResourceView resource={today} sentence={words.waiting}>
        {shown => (
          <Split aside={hasAside(shown) && <Aside today={shown} />}>
            <ToRead items={groups.flatMap(group => shown[group]).filter(item => item.act === 'open')} />
            <Waiting today={shown} />
            <OtherSeats groups={groups} />
          </Split>
        )}
      </ResourceView>
    </Page>
  )
}

function Waiting({ today }: { today: Today }) {
  const filled = groups.filter(group => today[group].length > 0)
  if (filled.length === 0 && today.left.length === 0)
    return (
      <EmptyState icon={IconCircleCheck} title={words.none}>
        {words.noneWhy}
      </EmptyState>
    )
  return (
    <>
      <nav className="today-summary" aria-label={words.summary}>
        {filled.map(group => (
          <a key={group} href={`#today-${group}`} className={isLate(group) ? 'text-red' : undefined}>
            <b>{formatCappedCount(today[group].length)}</b>
            {words.groups[group]}
          </a>
        ))}
      </nav>
      {filled.filter(isPressing).map(shown)}
      {today.left.length > 0 && <WorkLeft left={today.left} />}
      {filled.filter(group => !isPressing(group)).map(shown)}
    </>
  )

  function shown(group: Group) {
    return (
      <div key={group} id={`today-${group}`} className="today-group" tabIndex={-1}>
        <Section title={words.groups[group]} count={today[group].length} late={isLate(group)}>
          <Rows kind="jobs" label={words.groups[group]}>
            {today[group].map(item => (
              <TodayRow key={`${item.act} ${item.documentId} ${item.assignmentId ?? ''}`} item={item} />
            ))}
          </Rows>
        </Section>
      </div>
    )
  }
}

type Group = (typeof groups)[number]
const isPressing = (group: Group): boolean => group === 'urgent'
const isLate = (group: Group): boolean => group === 'urgent' || group === 'overdue'

function Aside({ today: { arrivedToday, invitations, recent } }: { today: Today }) {
  return (
    <>
      {arrivedToday && <ArrivedToday arrived={arrivedToday} />}
      {invitations.length > 0 && <Invitations invitations={invitations} />}
      {recent.length > 0 && <RecentActs recent={recent} />}
    </>
  )
}

const hasAside = ({ arrivedToday, invitations, recent }: Today): boolean =>
  Boolean(arrivedToday) || invitations.length > 0 || recent.length > 0

function purposeOf({ date, urgent, overdue, today, soon }: Today): string {
  const late = overdue.length + urgent.filter(item => item.lateness.kind === 'overdue').length
  return words.purpose(formatLongDay(date), urgent.length + overdue.length + today.length + soon.length, late)
}
