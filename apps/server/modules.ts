import type pg from 'pg'
import { openSeatDirectory } from '#modules/agencies/directory.ts'
import { agenciesPort } from '#modules/agencies/port.ts'
import { agencyRoutes } from '#modules/agencies/routes.ts'
import { assignmentsPort } from '#modules/assignments/port.ts'
import { documentsPort } from '#modules/documents/port.ts'
import { documentRoutes } from '#modules/documents/routes.ts'
import type { Ports } from '#platform/acts/context.ts'
import { uploadRoutes } from '#platform/files/upload-routes.ts'
import { eventRoutes } from '#platform/http/events-route.ts'
import type { Route } from '#platform/http/routes.ts'
import { sessionRoutes } from '#platform/http/session-routes.ts'
import { noticeRoutes } from '#platform/notifications/notice-routes.ts'

/**
 * The modules of this installation, in the one order in which they may call each other's ports: a module calls those
 * that stand before it, and hears of those behind it by events alone.
 */
export const moduleOrder = ['agencies', 'assignments', 'documents', 'exchange'] as const

export const ports: Ports = { agencies: agenciesPort, assignments: assignmentsPort, documents: documentsPort }

export const allRoutes: readonly Route[] = [
  ...sessionRoutes,
  ...eventRoutes,
  ...noticeRoutes,
  ...uploadRoutes,
  ...agencyRoutes,
  ...documentRoutes,
]

export const seatDirectory = (pool: pg.Pool) => openSeatDirectory(pool)
