import IconSend from '@tabler/icons-react/icons/IconSend'
import { draftingRoles, officeRoles, type SeatRole } from '#lib/roles/index.ts'
import type { Screen } from '#platform/ui/screens/screen.ts'
import { outgoingTitles } from './outgoing-titles.vi.ts'

const readers: readonly SeatRole[] = [...officeRoles, 'auditor']

export const outgoingScreens: readonly Screen[] = [
  {
    path: 'documents/outgoing',
    title: outgoingTitles.list,
    load: () => import('./outgoing/outgoing-list.tsx'),
    roles: readers,
    menu: {
      label: outgoingTitles.list,
      icon: IconSend,
      group: 'work',
      order: 30,
      counter: 'outgoing',
      phone: { label: outgoingTitles.list, order: 3 },
    },
  },
  {
    path: 'documents/outgoing/new',
    title: outgoingTitles.draft,
    load: () => import('./outgoing/draft-new.tsx'),
    layout: 'wide',
    roles: draftingRoles,
  },
  {
    path: 'documents/outgoing/$id',
    title: outgoingTitles.reader,
    load: () => import('./outgoing/outgoing-reader.tsx'),
    layout: 'wide',
    roles: readers,
  },
  {
    path: 'documents/outgoing/$id/edit',
    title: outgoingTitles.edit,
    load: () => import('./outgoing/draft-edit.tsx'),
    layout: 'wide',
    roles: draftingRoles,
  },
  {
    path: 'documents/outgoing/$id/number-place',
    title: outgoingTitles.numberPlace,
    load: () => import('./outgoing/number-place.tsx'),
    layout: 'wide',
    roles: draftingRoles,
  },
]
