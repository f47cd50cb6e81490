import { sql } from 'kysely'
import type { Context } from '#platform/acts/context.ts'
import { platformErrors } from '#platform/acts/errors.ts'
import { type Login, loginsOf } from '#platform/sessions/logins.ts'
import { agencyErrors } from './contract.ts'
import { agencyInCharge } from './policy.ts'
import type { SeatRow } from './queries.ts'

/**
 * The login of a seat's holder, if this agency looks after it.
 *
 * @throws agencies.LoginOfOtherAgency when the person belongs to another office and only sits here too
 */
export async function getLoginInCharge(context: Context, seat: SeatRow): Promise<Login> {
  await requireInCharge(context, seat, agencyErrors.LoginOfOtherAgency)
  const login = (await loginsOf(context.tx, [seat.person_id])).at(0)
  if (!login) throw platformErrors.NotFound()
  return login
}

/** @throws what `refusal` makes of the person's name and the office in charge, unless it is this one */
export async function requireInCharge(
  context: Context,
  seat: SeatRow,
  refusal: typeof agencyErrors.LoginOfOtherAgency | typeof agencyErrors.NameOfOtherAgency,
): Promise<void> {
  const { tx, agency, today } = context
  const person = await tx
    .selectFrom('people')
    .select('home_agency_id')
    .where('id', '=', seat.person_id)
    .executeTakeFirstOrThrow()
  const held = await tx
    .selectFrom('person_seats')
    .select(['agency_id', 'given_at'])
    .where('person_id', '=', seat.person_id)
    .where('valid_from', '<=', today)
    .where(sql<boolean>`(valid_to is null or valid_to > ${today})`)
    .execute()
  const inCharge = agencyInCharge(person.home_agency_id, held)
  if (inCharge !== agency) throw refusal(await namesFor(context, seat, inCharge))
}

async function namesFor({ tx }: Context, seat: SeatRow, agencyId: string | undefined) {
  const other = agencyId
    ? await tx.selectFrom('agencies').select('short_name').where('id', '=', agencyId).executeTakeFirst()
    : undefined
  return { name: seat.full_name, agency: other?.short_name ?? 'cơ quan đó' }
}
