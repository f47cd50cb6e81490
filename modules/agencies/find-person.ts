import type { Context } from '#platform/acts/context.ts'
import { findLogin } from '#platform/sessions/logins.ts'
import { agencyErrors, type KnownPerson } from './contract.ts'
import { requireAdministrator } from './refusals.ts'
import { heldOn } from './validity.ts'

/**
 * Whose login it is, to be seen before that person is given a seat: a login that was mistyped may be another's.
 *
 * @throws agencies.LoginUnknown
 */
export async function findPersonByLogin(context: Context, typed: string): Promise<KnownPerson> {
  const { tx, today } = context
  requireAdministrator(context)
  const login = await findLogin(tx, typed.trim().toLowerCase())
  if (!login) throw agencyErrors.LoginUnknown({ login: typed })
  const person = await tx
    .selectFrom('people')
    .select('full_name')
    .where('id', '=', login.personId)
    .executeTakeFirstOrThrow()
  const offices = await tx
    .selectFrom('person_seats')
    .innerJoin('agencies', 'agencies.id', 'person_seats.agency_id')
    .select(['agencies.id', 'agencies.short_name'])
    .where('person_seats.person_id', '=', login.personId)
    .where(heldOn('person_seats', today))
    .groupBy(['agencies.id', 'agencies.short_name'])
    .orderBy(({ fn }) => fn.min('person_seats.given_at'))
    .execute()
  return { login: login.login, fullName: person.full_name, offices: offices.map(office => office.short_name) }
}
