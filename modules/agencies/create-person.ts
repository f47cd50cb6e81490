import type { Context } from '#platform/acts/context.ts'
import { createLogin } from '#platform/sessions/logins.ts'
import { agencyErrors } from './contract.ts'

export type NewPerson = {
  readonly personId: string
  readonly fullName: string
  readonly login: string
  /** By `hashPassword`; hashing takes tens of milliseconds, so the caller does it where no transaction waits. */
  readonly passwordHash: string
  /** False only in the demonstration, whose passwords are printed for everybody. */
  readonly mustChangePassword: boolean
}

/**
 * Makes a person with a login; the agency of the transaction looks after the login from then on. A person who is there
 * already stays as he is.
 *
 * @throws agencies.LoginTaken
 */
export async function createPersonWithLogin(context: Context, input: NewPerson): Promise<void> {
  const { personId, fullName, login } = input
  const created = await context.tx
    .insertInto('people')
    .values({ id: personId, full_name: fullName, home_agency_id: context.agency })
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!created) return
  const { taken } = await createLogin(context.tx, input)
  if (taken) throw agencyErrors.LoginTaken({ login })
  await context.audit({
    act: 'agencies.create-person',
    subject: { type: 'person', id: personId },
    after: { fullName, login, mustChangePassword: input.mustChangePassword },
  })
}
