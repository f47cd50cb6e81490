import IconInbox from '@tabler/icons-react/icons/IconInbox'
import IconListCheck from '@tabler/icons-react/icons/IconListCheck'
import { officeRoles, type SeatRole } from '#lib/roles/index.ts'
import type { Screen } from '#platform/ui/screens/screen.ts'
import { incomingTitles } from './incoming-titles.vi.ts'

const readers: readonly SeatRole[] = [...officeRoles, 'auditor']

/** The day and the incoming documents. */
export const incomingScreens: readonly Screen[] = [
  {
    path: 'today',
    title: incomingTitles.today,
    load: () => import('./today.tsx'),
    roles: readers,
    menu: {
      label: incomingTitles.today,
      icon: IconListCheck,
      group: 'work',
      order: 10,
      phone: { label: incomingTitles.todayPhone, order: 1 },
    },
  },
  {
    path: 'documents/incoming',
    title: incomingTitles.list,
    load: () => import('./incoming/incoming-list.tsx'),
    roles: readers,
    menu: {
      label: incomingTitles.list,
      icon: IconInbox,
      group: 'work',
      order: 20,
      counter: 'incoming',
      phone: { label: incomingTitles.listPhone, order: 2 },
    },
  },
  {
    path: 'documents/incoming/$id',
    title: incomingTitles.reader,
    load: () => import('./incoming/incoming-reader.tsx'),
    layout: 'wide',
    roles: readers,
  },
]
