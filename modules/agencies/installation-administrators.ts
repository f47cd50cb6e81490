import type { Context } from '#platform/acts/context.ts'
import { platformErrors } from '#platform/acts/errors.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { installationId } from '#platform/installation/installation.ts'
import {
  createLogin,
  endSessions,
  findLogin,
  forgetFailures,
  loginsOf,
  replacePassword,
} from '#platform/sessions/logins.ts'
import { requireStrongPassword } from '#platform/sessions/passwords.ts'
import { makeSignInLink, spendSignInLink } from '#platform/sessions/sign-in-links.ts'
import { agencyErrors } from './contract.ts'
import { heldOn } from './validity.ts'

/** Those who run the installation today. */
export async function installationAdministrators({ tx, today }: Pick<Context, 'tx' | 'today'>) {
  const rows = await tx
    .selectFrom('installation_administrators')
    .innerJoin('people', 'people.id', 'installation_administrators.person_id')
    .select(['people.id', 'people.full_name as fullName', 'installation_administrators.valid_from as since'])
    .where(heldOn('installation_administrators', today))
    .orderBy('installation_administrators.valid_from')
    .execute()
  const logins = await loginsOf(
    tx,
    rows.map(row => row.id),
  )
  return rows.map(row => ({ ...row, login: logins.find(one => one.personId === row.id)?.login ?? '' }))
}

/** The secret of a link that lets its holder become one more administrator, as when the only one has left. */
export async function inviteAdministrator(context: Context, by: string): Promise<string> {
  await context.audit({ act: 'installation.invite-administrator', subject: theInstallation, after: { by } })
  return makeSignInLink(context.tx, { purpose: 'first-administrator' })
}

/**
 * The secret of a link that lets its holder set the password of an administrator of the installation. What is an agency's
 * is reset by that agency.
 *
 * @throws platform.NotFound for a login of anybody else
 */
export async function letSetPassword(context: Context, input: { login: string; by: string }): Promise<string> {
  const { id, login } = await getAdministrator(context, input.login)
  const subject = { type: 'person', id }
  await context.audit({ act: 'installation.make-password-link', subject, after: { login, by: input.by } })
  return makeSignInLink(context.tx, { purpose: 'password-reset', login })
}

/** @throws platform.NotFound; agencies.LastInstallationAdministrator */
export async function endInstallationAdministrator(
  context: Context,
  input: { login: string; by: string },
): Promise<void> {
  const { id, login } = await getAdministrator(context, input.login)
  if ((await installationAdministrators(context)).length === 1) throw agencyErrors.LastInstallationAdministrator()
  await context.tx
    .updateTable('installation_administrators')
    .set({ valid_to: context.today })
    .where('person_id', '=', id)
    .execute()
  await endSessions(context.tx, login)
  const subject = { type: 'person', id }
  await context.audit({ act: 'installation.end-administrator', subject, after: { login, by: input.by } })
}

/**
 * Whoever holds the link that was printed once becomes an administrator of the installation. All of it or nothing: a login
 * that administers nothing would keep the link of an empty installation from ever being printed again.
 *
 * @throws agencies.LinkUsed, LoginTaken
 */
export async function becomeAdministrator(
  context: Context,
  input: { token: string; login: string; fullName: string; passwordHash: string },
): Promise<void> {
  const { token, ...person } = input
  if (!(await spendSignInLink(context.tx, 'first-administrator', token))) throw agencyErrors.LinkUsed()
  await makeAdministrator(context, { ...person, personId: context.newId() })
}

/** @throws agencies.LoginTaken */
export async function makeAdministrator(
  context: Context,
  input: { personId: string; login: string; fullName: string; passwordHash: string },
): Promise<void> {
  const { tx, today } = context
  const { personId, login, fullName, passwordHash } = input
  await tx.insertInto('people').values({ id: personId, full_name: fullName }).execute()
  const { taken } = await createLogin(tx, { login, personId, passwordHash, mustChangePassword: false })
  if (taken) throw agencyErrors.LoginTaken({ login })
  await tx.insertInto('installation_administrators').values({ person_id: personId, valid_from: today }).execute()
  const subject = { type: 'person', id: personId }
  await context.audit({ act: 'installation.become-administrator', subject, after: { login, fullName } })
}

/**
 * Sets the password of the login that a link is for; its sessions end, and it is slowed down no more.
 *
 * @returns whose it is
 * @throws agencies.LinkUsed; platform.PasswordTooWeak, and then the link may be used again
 */
export async function setPasswordByLink(
  context: Context,
  input: { token: string; password: string; passwordHash: string },
): Promise<{ personId: string }> {
  const { tx } = context
  const link = await spendSignInLink(tx, 'password-reset', input.token)
  const found = link?.login ? await findLogin(tx, link.login) : undefined
  if (!found) throw agencyErrors.LinkUsed()
  const { login, personId } = found
  requireStrongPassword(input.password, { login })
  await replacePassword(tx, login, input.passwordHash, { mustChange: false })
  await forgetFailures(tx, login)
  await context.audit({ act: 'installation.set-password', subject: { type: 'person', id: personId }, after: { login } })
  return { personId }
}

const theInstallation = { type: 'installation', id: installationId }

async function getAdministrator(context: { tx: Transaction; today: Context['today'] }, login: string) {
  const found = (await installationAdministrators(context)).find(one => one.login === login.trim().toLowerCase())
  if (!found) throw platformErrors.NotFound()
  return found
}
