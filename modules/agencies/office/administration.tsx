import IconBook2 from '@tabler/icons-react/icons/IconBook2'
import IconSignature from '@tabler/icons-react/icons/IconSignature'
import IconSitemap from '@tabler/icons-react/icons/IconSitemap'
import IconUsers from '@tabler/icons-react/icons/IconUsers'
import type { SeatRole } from '#lib/roles/index.ts'
import type { z } from '#lib/schemas/index.ts'
import type { MissingCalendarYears } from '#platform/calendar/contract.ts'
import { useSeat } from '#platform/ui/data/session.ts'
import { useResource } from '#platform/ui/data/use-resource.ts'
import { useHelp } from '#platform/ui/feedback/help.tsx'
import { Note } from '#platform/ui/feedback/note.tsx'
import { Page } from '#platform/ui/layout/page.tsx'
import { useTitle } from '#platform/ui/screens/use-address.ts'
import type { SeatList } from '../contract.ts'
import { Hub, type HubCard } from './hub.tsx'
import { agencyMessages } from './messages.vi.ts'
import { SupportPerson } from './support-person.tsx'

const words = agencyMessages.hubs.administration
const ofAdministrator: readonly HubCard[] = [
  { name: 'units', to: 'administration/units', icon: IconSitemap },
  { name: 'people', to: 'administration/people', icon: IconUsers },
]
const registers: HubCard = { name: 'registers', to: 'administration/registers', icon: IconBook2 }
const signing: HubCard = { name: 'signingOrders', to: 'administration/signing-orders', icon: IconSignature }

/**
 * Who may set up what: units and people are the administrator's, registers and series also the clerk's, what the
 * regulations say of signing by order also the office head's.
 */
export default function Administration() {
  const { role } = useSeat()
  useTitle(words.title)
  useHelp(words.help)
  return (
    <Page title={words.title} purpose={words.purpose}>
      {role === 'agency-admin' && <FirstSteps />}
      <CalendarMissing />
      <Hub cards={cardsOf(role)} />
      {role === 'agency-admin' && <SupportPerson />}
    </Page>
  )
}

function cardsOf(role: SeatRole): readonly HubCard[] {
  if (role === 'agency-admin') return [...ofAdministrator, registers, signing]
  return role === 'office-head' ? [signing] : [registers]
}

/** Who runs the installation enters it; the offices know why a deadline cannot be reckoned, and whom to ask. */
function CalendarMissing() {
  const missing = useResource<MissingCalendarYears>('/calendar/missing-years')
  const years = missing.data?.years ?? []
  if (years.length === 0) return null
  return (
    <div className="agencies-first-steps">
      <Note tone="amber">
        <b>{words.calendarMissing(years)}</b> {words.calendarMissingWhy}
      </Note>
    </div>
  )
}

/** What an office lacks before its first document can come; nothing once it has a leader and a clerk. */
function FirstSteps() {
  const seats = useResource<z.infer<typeof SeatList>>('/seats', { query: { limit: 100 } })
  if (!seats.data || seats.data.next !== null) return null
  const lacking = (['leader', 'clerk'] as const).filter(role => seats.data?.items.every(seat => seat.role !== role))
  if (lacking.length === 0) return null
  return (
    <div className="agencies-first-steps">
      <Note tone="indigo">
        <b>{words.first(lacking.map(role => words.lacking[role]))}</b>
        <ol className="help-steps">
          {words.firstSteps.map(step => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </Note>
    </div>
  )
}
