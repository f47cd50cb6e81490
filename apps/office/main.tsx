import '#platform/ui/styles/index.css'
import './office.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { DataContext } from '#platform/ui/data/client-context.ts'
import { removeOldDrafts } from '#platform/ui/data/drafts.ts'
import { createQueryClient } from '#platform/ui/data/query-client.ts'
import { browserClient } from '#platform/ui/data/surroundings.ts'
import { applyTextSize } from './preferences.ts'
import { OfficeRouter } from './router.tsx'
import { SessionStoreContext } from './session/office-session.ts'
import { createSessionStore } from './session/session-store.ts'

applyTextSize()
removeOldDrafts(localStorage, Date.now())

const queries = createQueryClient()
const session = createSessionStore(new BroadcastChannel('xaso-session'), () => window.location.assign('/'))
const client = browserClient({ onSignedOut: session.lost, onSeatLost: () => void session.renew(client) })
const data = { client, live: undefined }
void session.start(client)

createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <DataContext value={data}>
        <SessionStoreContext value={session}>
          <OfficeRouter />
        </SessionStoreContext>
      </DataContext>
    </QueryClientProvider>
  </StrictMode>,
)
