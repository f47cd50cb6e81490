import IconAdjustments from '@tabler/icons-react/icons/IconAdjustments'
import IconSettings from '@tabler/icons-react/icons/IconSettings'
import { officeRoles, type SeatRole } from '#lib/roles/index.ts'
import type { OfficeModule } from '#platform/ui/screens/screen.ts'
import { formatDay } from '#platform/ui/text/format.ts'
import { agencyPermissions } from '../contract/common.ts'
import { agencyNotices, agencyTitles } from './titles.vi.ts'

const everybody: readonly SeatRole[] = [...officeRoles, 'agency-admin']

/** The office itself: its units, its people, who stands in for whom, groups of recipients, frequent phrases. */
export const agenciesOffice: OfficeModule = {
  screens: [
    {
      path: 'settings',
      title: agencyTitles.settings,
      load: () => import('./settings.tsx'),
      roles: everybody,
      menu: {
        label: agencyTitles.settings,
        icon: IconAdjustments,
        group: 'administration',
        order: 20,
        phone: { label: agencyTitles.settings, order: 9 },
      },
    },
    {
      path: 'settings/delegations',
      title: agencyTitles.delegations,
      load: () => import('./delegations.tsx'),
      roles: everybody,
    },
    { path: 'settings/groups', title: agencyTitles.groups, load: () => import('./groups.tsx'), roles: everybody },
    { path: 'settings/phrases', title: agencyTitles.phrases, load: () => import('./phrases.tsx'), roles: everybody },
    {
      path: 'administration',
      title: agencyTitles.administration,
      load: () => import('./administration.tsx'),
      roles: ['agency-admin', 'clerk', 'office-head'],
      menu: {
        label: agencyTitles.administration,
        icon: IconSettings,
        group: 'administration',
        order: 10,
        phone: { label: agencyTitles.administration, order: 8 },
      },
    },
    {
      path: 'administration/units',
      title: agencyTitles.units,
      load: () => import('./units.tsx'),
      roles: ['agency-admin'],
    },
    {
      path: 'administration/people',
      title: agencyTitles.people,
      load: () => import('./people.tsx'),
      roles: ['agency-admin'],
    },
    {
      path: 'administration/signing-orders',
      title: agencyTitles.signingOrders,
      load: () => import('./signing-orders.tsx'),
      roles: agencyPermissions['arrange-signing'].roles,
    },
  ],
  notices: ({ kind, detail }) => {
    const text = agencyNotices[kind]
    const day = typeof detail.day === 'string' ? formatDay(detail.day) : undefined
    const names = [detail.from, detail.to, detail.name, detail.title, day, detail.basis].filter(
      name => typeof name === 'string',
    )
    const to = kind.startsWith('agencies.delegat') ? 'settings/delegations' : 'settings'
    return text ? { text, to, ...(names.length ? { note: names.join(' → ') } : {}) } : undefined
  },
}
