import type { Context } from '#platform/acts/context.ts'
import { type OutgoingRowStored, outgoingSubject } from './rows.ts'

/** What a notice about an outgoing document asks for, or says. */
export type OutgoingNotice =
  | 'review'
  | 'approve'
  | 'returned'
  | 'approved'
  | 'to-number'
  | 'internal'
  | 'recalled-inside'
  | 'refused-there'
  | 'kept-there'
  | 'handed-over'

/** A notice to a seat, or to several: once for each version and each time that it happens. */
export const tell = (
  context: Context,
  document: Pick<OutgoingRowStored, 'id' | 'subject' | 'version'>,
  seatIds: string | readonly string[],
  notice: OutgoingNotice,
  detail: Readonly<Record<string, string>> = {},
): Promise<void> =>
  context.notify(
    [seatIds].flat().map(seatId => ({
      seatId,
      kind: `documents.${notice}`,
      subject: outgoingSubject(document.id),
      detail: { subject: document.subject, ...detail },
      onceKey: `${notice}:${document.id}:${document.version}:${context.now.toISOString()}`,
    })),
  )

/**
 * A notice of what has come back from a receiver: to who sent the document (a stand-in, perhaps) and to all clerks of
 * today, for the sender may be on leave or hold the seat no longer.
 */
export async function tellClerks(
  context: Context,
  document: Parameters<typeof tell>[1],
  senderSeatId: string | null,
  notice: OutgoingNotice,
  detail: Readonly<Record<string, string>>,
): Promise<void> {
  const clerks = await context.ports.agencies.seatsWhere(context, { role: 'clerk' })
  const seatIds = new Set([...(senderSeatId ? [senderSeatId] : []), ...clerks.map(clerk => clerk.id)])
  await tell(context, document, [...seatIds], notice, detail)
}
