import type { Screen } from '#platform/ui/screens/screen.ts'
import { registerMessages as words } from './register-incoming-messages.vi.ts'

/** The two screens that enter a document into its register: a paper, and what came from another agency. */
export const registerIncomingScreens: readonly Screen[] = [
  {
    path: 'documents/incoming/new',
    title: words.title,
    load: () => import('./register-incoming.tsx'),
    roles: ['clerk'],
    layout: 'wide',
  },
  {
    path: 'documents/incoming/$id/register',
    title: words.arrivedTitle,
    load: () => import('./register-incoming-arrived.tsx'),
    roles: ['clerk'],
    layout: 'wide',
  },
]
