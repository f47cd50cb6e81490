import type { ActContext, NoticeEntry } from '#platform/acts/context.ts'
import { answerersOf } from './answerers.ts'
import { type AssignmentRow, subjectOf } from './queries.ts'

type Told =
  | 'given'
  | 'withdrawn'
  | 'replaced'
  | 'returned'
  | 'finished'
  | 'reopened'
  | 'urged'
  | 'extension-asked'
  | 'extension-answered'
  | 'due-moved'

type More = { readonly text?: string; readonly once?: string | number }

/** Tells whoever holds these pieces of work, of each: its seat, or the head of its unit. */
export async function tellHolders(
  context: ActContext,
  rows: readonly AssignmentRow[],
  what: Told,
  more: More | ((row: AssignmentRow) => More) = {},
): Promise<void> {
  const unitIds = rows.flatMap(row => (row.to_seat_id ? [] : row.to_unit_id!))
  const heads = await context.ports.agencies.findUnitHeads(context, unitIds)
  await context.notify(
    rows.flatMap(row => {
      const seatId = row.to_seat_id ?? heads.get(row.to_unit_id!)?.id ?? null
      return noticesOf(context, [seatId], row, what, typeof more === 'function' ? more(row) : more)
    }),
  )
}

/** Tells who answers for given work. */
export const tellGivers = async (context: ActContext, row: AssignmentRow, what: Told, more: More = {}): Promise<void> =>
  tell(context, await answerersOf(context, row), row, what, more)

export const tell = (
  context: ActContext,
  seatIds: readonly (string | null)[],
  row: AssignmentRow,
  what: Told,
  more: More,
): Promise<void> => context.notify(noticesOf(context, seatIds, row, what, more))

const noticesOf = (
  { actor }: ActContext,
  seatIds: readonly (string | null)[],
  row: AssignmentRow,
  what: Told,
  more: More,
): NoticeEntry[] =>
  [...new Set(seatIds)]
    .filter(seatId => seatId !== null && seatId !== actor.seatId)
    .map(seatId => ({
      seatId: seatId!,
      kind: `assignments.${what}`,
      subject: subjectOf(row),
      detail: { by: actor.fullName, role: row.role, ...(more.text ? { text: more.text } : {}) },
      onceKey: `${what}/${row.id}/${more.once ?? ''}`,
    }))
