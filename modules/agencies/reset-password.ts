import type { Context } from '#platform/acts/context.ts'
import { forgetFailures, type Login, replacePassword } from '#platform/sessions/logins.ts'
import { hashPassword, randomPassword } from '#platform/sessions/passwords.ts'
import { agencyErrors } from './contract.ts'
import { getLoginInCharge } from './login-in-charge.ts'
import { getSeat } from './queries.ts'
import { requireAdministrator } from './refusals.ts'

export type FirstPassword = { readonly login: string; readonly firstPassword: string | null }

/**
 * Gives the holder of a seat a password to begin with anew; his sessions end, the slow-down is taken off, and he must
 * change it at the next sign-in. The administrator sees it once and hands it over; nothing stores it.
 *
 * @throws agencies.LoginOfOtherAgency, OwnLogin; platform.NotFound
 */
export async function resetPassword(context: Context, seatId: string): Promise<FirstPassword> {
  requireAdministrator(context)
  const login = await getLoginInCharge(context, await getSeat(context, seatId))
  return giveFirstPassword(context, login)
}

/**
 * The answer to the same request sent again: the first answer, with the password in it, may never have arrived, so another
 * one is given, unless the person has set his own meanwhile.
 */
export async function resetPasswordAgain(context: Context, seatId: string): Promise<FirstPassword> {
  const login = await getLoginInCharge(context, await getSeat(context, seatId))
  return login.mustChangePassword ? giveFirstPassword(context, login) : { login: login.login, firstPassword: null }
}

/**
 * Replaces the password and tells every process part that remembers the person, in whatever agency he sits.
 *
 * @throws agencies.OwnLogin: his session would end before he has read the password that is shown once
 */
export async function giveFirstPassword(
  context: Context,
  { login, personId }: Login,
  basis?: string,
): Promise<FirstPassword> {
  if (context.actor.personId === personId) throw agencyErrors.OwnLogin()
  const firstPassword = randomPassword()
  await replacePassword(context.tx, login, await hashPassword(firstPassword))
  await forgetFailures(context.tx, login)
  await context.audit({
    act: 'agencies.reset-password',
    subject: { type: 'person', id: personId },
    after: { login, ...(basis ? { basis } : {}) },
  })
  const seats = await context.tx
    .selectFrom('person_seats')
    .select('seat_id')
    .where('person_id', '=', personId)
    .execute()
  for (const { seat_id } of seats) context.rightsChanged({ personId, seatId: seat_id })
  return { login, firstPassword }
}

/** Takes the slow-down off the login of a seat's holder, after too many wrong tries. */
export async function unlockLogin(context: Context, seatId: string): Promise<string> {
  requireAdministrator(context)
  const { login, personId } = await getLoginInCharge(context, await getSeat(context, seatId))
  await forgetFailures(context.tx, login)
  await context.audit({ act: 'agencies.unlock-login', subject: { type: 'person', id: personId }, after: { login } })
  return seatId
}
