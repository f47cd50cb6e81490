import IconMessage from '@tabler/icons-react/icons/IconMessage'
import IconUserCheck from '@tabler/icons-react/icons/IconUserCheck'
import IconUsersGroup from '@tabler/icons-react/icons/IconUsersGroup'
import { Page } from '#platform/ui/layout/page.tsx'
import { useTitle } from '#platform/ui/screens/use-address.ts'
import { Hub, type HubCard } from './hub.tsx'
import { agencyMessages } from './messages.vi.ts'

const words = agencyMessages.hubs.settings
const cards: readonly HubCard[] = [
  { name: 'delegations', to: 'settings/delegations', icon: IconUserCheck },
  { name: 'groups', to: 'settings/groups', icon: IconUsersGroup },
  { name: 'phrases', to: 'settings/phrases', icon: IconMessage },
]

/** What everybody sets up for his own work. */
export default function Settings() {
  useTitle(words.title)
  return (
    <Page title={words.title} purpose={words.purpose}>
      <Hub cards={cards} />
    </Page>
  )
}
