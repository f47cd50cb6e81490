import IconBook2 from '@tabler/icons-react/icons/IconBook2'
import { officeRoles, type SeatRole } from '#lib/roles/index.ts'
import type { Screen } from '#platform/ui/screens/screen.ts'
import { outgoingTitles } from './outgoing-titles.vi.ts'

const registerReaders: readonly SeatRole[] = ['clerk', 'leader', 'office-head', 'auditor']

/** Registers, search and what is set up for them. */
export const registerScreens: readonly Screen[] = [
  {
    path: 'registers',
    title: outgoingTitles.registers,
    load: () => import('./registers/register-view.tsx'),
    layout: 'wide',
    roles: registerReaders,
    menu: { label: outgoingTitles.registers, icon: IconBook2, group: 'lookup', order: 10 },
  },
  {
    path: 'registers/secret',
    title: outgoingTitles.secret,
    load: () => import('./registers/secret-instruction.tsx'),
  },
  {
    path: 'search',
    title: outgoingTitles.search,
    load: () => import('./search/search.tsx'),
    roles: [...officeRoles, 'auditor'],
  },
  {
    path: 'hand-over/$leaver',
    title: outgoingTitles.handOver,
    load: () => import('./hand-over/hand-over.tsx'),
    roles: ['unit-head', 'office-head', 'clerk', 'agency-admin'],
  },
  {
    path: 'administration/registers',
    title: outgoingTitles.administerRegisters,
    load: () => import('./registers/administer-registers.tsx'),
    roles: ['agency-admin', 'clerk'],
  },
]
