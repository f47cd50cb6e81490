import type pg from 'pg'
import { openSeatDirectory } from '#modules/agencies/directory.ts'
import { agencyHandlers } from '#modules/agencies/outbox-handlers.ts'
import { agenciesPort } from '#modules/agencies/port.ts'
import { agencyRoutes } from '#modules/agencies/routes.ts'
import { installationRoutes } from '#modules/agencies/routes-installation.ts'
import { outsideBodyRoutes } from '#modules/agencies/routes-outside-bodies.ts'
import { assignmentsPort } from '#modules/assignments/port.ts'
import { contentInUse } from '#modules/documents/content-in-use.ts'
import { noSignatures } from '#modules/documents/no-signatures.ts'
import { noticeSubjects } from '#modules/documents/notice-subjects.ts'
import { documentHandlers } from '#modules/documents/outbox-handlers.ts'
import { documentsPort } from '#modules/documents/port.ts'
import { documentRoutes } from '#modules/documents/routes.ts'
import { exchangeHandlers } from '#modules/exchange/outbox-handlers.ts'
import type { Ports } from '#platform/acts/context.ts'
import type { ActMachinery } from '#platform/acts/run.ts'
import { calendarRoutes } from '#platform/calendar/calendar-routes.ts'
import type { ContentUse } from '#platform/files/sweep-uploads.ts'
import { uploadRoutes } from '#platform/files/upload-routes.ts'
import { eventRoutes } from '#platform/http/events-route.ts'
import type { Route } from '#platform/http/routes.ts'
import { sessionRoutes } from '#platform/http/session-routes.ts'
import { noticeRoutes } from '#platform/notifications/notice-routes.ts'
import type { OutboxHandler } from '#platform/outbox/relay.ts'

/**
 * The modules of this installation, in the one order in which they may call each other's ports: a module calls those
 * that stand before it, and hears of those behind it by events alone.
 */
export const moduleOrder = ['agencies', 'assignments', 'documents', 'exchange'] as const

export const ports: Ports = {
  agencies: agenciesPort,
  assignments: assignmentsPort,
  documents: documentsPort,
  noticeSubjects,
  signatures: noSignatures,
}

export const allRoutes: readonly Route[] = [
  ...sessionRoutes,
  ...eventRoutes,
  ...noticeRoutes,
  ...uploadRoutes,
  ...calendarRoutes,
  ...agencyRoutes,
  ...installationRoutes,
  ...outsideBodyRoutes,
  ...documentRoutes,
]

/** Who works off what the acts put into the outbox. */
export const outboxHandlers = (machinery: ActMachinery): Readonly<Record<string, OutboxHandler>> => ({
  ...agencyHandlers(machinery),
  ...documentHandlers(machinery),
  ...exchangeHandlers(machinery),
})

/** Who names files beside the uploads: a module that keeps hashes of content in its rows stands here, or its files go. */
export const contentUses: readonly ContentUse[] = [contentInUse]

export const seatDirectory = (pool: pg.Pool) => openSeatDirectory(pool)
