import IconInbox from '@tabler/icons-react/icons/IconInbox'
import IconListCheck from '@tabler/icons-react/icons/IconListCheck'
import { officeRoles } from '#lib/roles/index.ts'
import type { Screen } from '#platform/ui/screens/screen.ts'
import { incomingMessages as words } from './incoming-messages.vi.ts'

/** The day and the incoming documents. */
export const incomingScreens: readonly Screen[] = [
  {
    path: 'today',
    title: words.today.title,
    load: () => import('./today.tsx'),
    roles: [...officeRoles, 'auditor'],
    menu: {
      label: words.today.menu,
      icon: IconListCheck,
      group: 'work',
      order: 10,
      counter: 'today',
      phone: { label: words.today.phone, order: 1 },
    },
  },
  {
    path: 'documents/incoming',
    title: words.title,
    load: () => import('./incoming-list.tsx'),
    roles: [...officeRoles, 'auditor'],
    menu: {
      label: words.menu,
      icon: IconInbox,
      group: 'work',
      order: 20,
      counter: 'incoming',
      phone: { label: words.phone, order: 2 },
    },
  },
  {
    path: 'documents/incoming/new',
    title: words.register.title,
    load: () => import('./register-incoming.tsx'),
    roles: ['clerk'],
  },
  { path: 'documents/incoming/$id', title: words.title, load: () => import('./incoming-reader.tsx'), layout: 'wide' },
]
