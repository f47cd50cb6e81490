import type { z } from '#lib/schemas/index.ts'
import type { Context } from '#platform/acts/context.ts'
import type { CorrectSeat } from './contract.ts'
import { renamePerson } from './person-name.ts'
import { getSeat, oneAfterAnother, type SeatRow } from './queries.ts'
import { requireAdministrator } from './refusals.ts'
import { foldedWords } from './words.ts'

/**
 * Puts a slip right in a person's name, the title or the order. The name is the person's in every seat he has.
 *
 * @throws agencies.NameOfOtherAgency for the name of a person whom another agency looks after; platform.NotFound
 */
export async function correctSeat(
  context: Context,
  input: z.output<typeof CorrectSeat> & { readonly id: string },
): Promise<SeatRow> {
  const { tx, agency } = context
  requireAdministrator(context)
  // Of two who correct at once the second begins with what the first wrote: one the name, the other the title.
  await oneAfterAnother(context)
  const before = await getSeat(context, input.id)
  const { fullName = before.full_name, title = before.title, ordinal = before.ordinal } = input
  await tx
    .updateTable('seats')
    .set({ title, ordinal, folded: foldedWords(fullName, title) })
    .where('agency_id', '=', agency)
    .where('id', '=', input.id)
    .execute()
  if (fullName !== before.full_name) await renamePerson(context, before, fullName)
  await context.audit({
    act: 'agencies.correct-seat',
    subject: { type: 'seat', id: input.id },
    before: { fullName: before.full_name, title: before.title, ordinal: before.ordinal },
    after: { fullName, title, ordinal },
  })
  context.rightsChanged({ personId: before.person_id, seatId: before.id })
  return getSeat(context, input.id)
}
