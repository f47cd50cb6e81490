import type { ActContext } from '#platform/acts/context.ts'
import { type AssignmentRow, subjectOf } from './queries.ts'

type Told =
  | 'given'
  | 'withdrawn'
  | 'replaced'
  | 'returned'
  | 'finished'
  | 'urged'
  | 'extension-asked'
  | 'extension-answered'
  | 'due-moved'

/** Tells whoever holds work: its seat, or the head of its unit. */
export async function tellHolder(
  context: ActContext,
  row: AssignmentRow,
  what: Told,
  more: { readonly text?: string; readonly once?: string | number } = {},
): Promise<void> {
  const seatId = row.to_seat_id ?? (await context.ports.agencies.findUnitHead(context, row.to_unit_id!))?.id
  if (seatId) await tell(context, [seatId], row, what, more)
}

/** Tells who gave work and in whose name. */
export const tellGivers = (
  context: ActContext,
  row: AssignmentRow,
  what: Told,
  more: { readonly text?: string; readonly once?: string | number } = {},
): Promise<void> => tell(context, [row.from_seat_id, row.on_behalf_of], row, what, more)

export async function tell(
  context: ActContext,
  seatIds: readonly (string | null)[],
  row: AssignmentRow,
  what: Told,
  more: { readonly text?: string; readonly once?: string | number },
): Promise<void> {
  const { actor } = context
  for (const seatId of new Set(seatIds))
    if (seatId && seatId !== actor.seatId)
      await context.notify({
        seatId,
        kind: `assignments.${what}`,
        subject: subjectOf(row),
        detail: { by: actor.fullName, role: row.role, ...(more.text ? { text: more.text } : {}) },
        onceKey: `${what}/${row.id}/${more.once ?? ''}`,
      })
}
