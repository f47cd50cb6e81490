import type { Route } from '#platform/http/routes.ts'
import { handOverRoutes } from './routes-hand-over.ts'
import { incomingRoutes } from './routes-incoming.ts'
import { outgoingRoutes } from './routes-outgoing.ts'
import { outgoingReadRoutes } from './routes-outgoing-read.ts'
import { paperRoutes } from './routes-papers.ts'
import { registerRoutes } from './routes-registers.ts'
import { sharedRoutes } from './routes-shared.ts'

/** Fixed paths first: 'documents/incoming/duplicates' is no document. */
export const documentRoutes: readonly Route[] = [
  ...sharedRoutes,
  ...incomingRoutes,
  ...outgoingReadRoutes,
  ...outgoingRoutes,
  ...registerRoutes,
  ...paperRoutes,
  ...handOverRoutes,
]
