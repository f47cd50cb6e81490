import type { Context } from '#platform/acts/context.ts'
import { type ActMachinery, runAct } from '#platform/acts/run.ts'
import type { OutboxItem } from '#platform/outbox/relay.ts'
import { agencyErrors } from './contract.ts'
import { requireInCharge } from './login-in-charge.ts'
import type { SeatRow } from './queries.ts'
import { foldedWords } from './words.ts'

/**
 * Gives a person another name, in all of his seats: those of this office at once, those of other offices by a message to
 * each. An office that merely seated him too takes over the name that the person bears, and gives none.
 *
 * @throws agencies.NameOfOtherAgency
 */
export async function renamePerson(context: Context, seat: SeatRow, fullName: string): Promise<void> {
  const { tx, agency } = context
  const personId = seat.person_id
  if (fullName !== (await nameOf(context, personId))) {
    await requireInCharge(context, seat, agencyErrors.NameOfOtherAgency)
    await tx.updateTable('people').set({ full_name: fullName }).where('id', '=', personId).execute()
    const others = await tx
      .selectFrom('person_seats')
      .select('agency_id')
      .distinct()
      .where('person_id', '=', personId)
      .where('agency_id', '<>', agency)
      .execute()
    if (others.length > 0)
      await context.outbox(
        others.map(({ agency_id: agencyId }) => ({
          ...{ kind: 'agencies.rename-person', subjectId: context.newId(), payload: { agencyId, personId } },
        })),
      )
  }
  await bearName(context, personId)
}

/** Another office takes over the name, whichever the person bears by then. */
export function nameFollows(machinery: ActMachinery, item: OutboxItem): Promise<void> {
  const { agencyId, personId } = item.payload as { agencyId: string; personId: string }
  return runAct(
    machinery,
    {
      agency: agencyId,
      actor: { kind: 'system', name: 'agencies' },
      origin: { requestId: item.id, network: 'outbox' },
    },
    async context => {
      const renamed = await bearName(context, personId)
      if (renamed.length === 0) return
      const after = { fullName: await nameOf(context, personId), seats: renamed }
      await context.audit({ act: 'agencies.rename-person', subject: { type: 'person', id: personId }, after })
    },
  )
}

async function nameOf({ tx }: Context, personId: string): Promise<string> {
  const person = await tx.selectFrom('people').select('full_name').where('id', '=', personId).executeTakeFirstOrThrow()
  return person.full_name
}

/** Writes the person's name into his seats in this office that bear another. */
async function bearName(context: Context, personId: string): Promise<string[]> {
  const { tx, agency } = context
  const fullName = await nameOf(context, personId)
  const seats = await tx
    .selectFrom('seats')
    .select(['id', 'title'])
    .where('agency_id', '=', agency)
    .where('person_id', '=', personId)
    .where('full_name', '<>', fullName)
    .execute()
  for (const { id, title } of seats) {
    await tx
      .updateTable('seats')
      .set({ full_name: fullName, folded: foldedWords(fullName, title) })
      .where('agency_id', '=', agency)
      .where('id', '=', id)
      .execute()
    context.rightsChanged({ personId, seatId: id })
  }
  return seats.map(seat => seat.id)
}
