import type { Screen } from '#platform/ui/screens/screen.ts'
import { officeMessages } from './messages.vi.ts'

/** The screens of the shell itself, within every seat. */
export const ownScreens: readonly Screen[] = [
  { path: 'notices', title: officeMessages.notices.title, load: () => import('./notices/notices.tsx') },
  {
    path: 'account',
    title: officeMessages.account.title,
    load: () => import('./account/account.tsx'),
  },
]
