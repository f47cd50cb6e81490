import type { z } from '#lib/schemas/index.ts'
import type { Context } from '#platform/acts/context.ts'
import type { CorrectSeat } from './contract.ts'
import { getLoginInCharge } from './login-in-charge.ts'
import { getSeat, oneAfterAnother, type SeatRow } from './queries.ts'
import { requireAdministrator } from './refusals.ts'
import { foldedWords } from './words.ts'

/**
 * Puts a slip right in a person's name, the title or the order. The name is the person's in every seat of this office;
 * another office that seated him too corrects its own.
 *
 * @throws agencies.LoginOfOtherAgency for the name of a person whom another agency looks after; platform.NotFound
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
  if (fullName !== before.full_name) await rename(context, before, fullName)
  await context.audit({
    act: 'agencies.correct-seat',
    subject: { type: 'seat', id: input.id },
    before: { fullName: before.full_name, title: before.title, ordinal: before.ordinal },
    after: { fullName, title, ordinal },
  })
  context.rightsChanged({ personId: before.person_id, seatId: before.id })
  return getSeat(context, input.id)
}

async function rename(context: Context, seat: SeatRow, fullName: string) {
  const { tx, agency } = context
  await getLoginInCharge(context, seat)
  await tx.updateTable('people').set({ full_name: fullName }).where('id', '=', seat.person_id).execute()
  const seats = await tx
    .selectFrom('seats')
    .select(['id', 'title'])
    .where('agency_id', '=', agency)
    .where('person_id', '=', seat.person_id)
    .execute()
  for (const { id, title } of seats)
    await tx
      .updateTable('seats')
      .set({ full_name: fullName, folded: foldedWords(fullName, title) })
      .where('agency_id', '=', agency)
      .where('id', '=', id)
      .execute()
}
