import IconBook2 from '@tabler/icons-react/icons/IconBook2'
import IconSignature from '@tabler/icons-react/icons/IconSignature'
import IconSitemap from '@tabler/icons-react/icons/IconSitemap'
import IconUsers from '@tabler/icons-react/icons/IconUsers'
import type { SeatRole } from '#lib/roles/index.ts'
import { useSeat } from '#platform/ui/data/session.ts'
import { Page } from '#platform/ui/layout/page.tsx'
import { useTitle } from '#platform/ui/screens/use-address.ts'
import { Hub, type HubCard } from './hub.tsx'
import { agencyMessages } from './messages.vi.ts'

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
  return (
    <Page title={words.title} purpose={words.purpose}>
      <Hub cards={cardsOf(role)} />
    </Page>
  )
}

function cardsOf(role: SeatRole): readonly HubCard[] {
  if (role === 'agency-admin') return [...ofAdministrator, registers, signing]
  return role === 'office-head' ? [signing] : [registers]
}
