import { officeRoles } from '#lib/roles/index.ts'
import type { z } from '#lib/schemas/index.ts'
import type { DocumentCounts } from '#modules/documents/contract.ts'
import type { OfficeModule } from '#platform/ui/screens/screen.ts'
import { incomingNotice } from './incoming-notices.vi.ts'
import { incomingScreens } from './incoming-screens.tsx'
import { outgoingNotice } from './outgoing-notices.vi.ts'
import { outgoingScreens } from './outgoing-screens.tsx'
import { registerIncomingScreens } from './register-incoming-screens.tsx'
import { registerScreens } from './register-screens.tsx'

export const documentsOffice: OfficeModule = {
  screens: [...incomingScreens, ...registerIncomingScreens, ...outgoingScreens, ...registerScreens],
  counters: {
    path: '/documents/counts',
    live: ['documents.'],
    roles: [...officeRoles, 'auditor'],
    read: answer => {
      const counts = answer as z.infer<typeof DocumentCounts>
      return {
        incoming: counts.incomingForMe,
        outgoing: Math.min(100, (counts.outgoing.mine ?? 0) + counts.unreadInternal),
      }
    },
  },
  notices: notice => incomingNotice(notice) ?? outgoingNotice(notice),
}
