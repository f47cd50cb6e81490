import type { Context } from '#platform/acts/context.ts'
import { platformErrors } from '#platform/acts/errors.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { loginsOf } from '#platform/sessions/logins.ts'
import { type AddIssuer, type AgencyCard, agencyErrors } from './contract.ts'
import { addIdentifier, createIssuer } from './create-issuer.ts'
import { ownIssuersOn } from './issuers.ts'
import { getLoginInCharge } from './login-in-charge.ts'
import { findOwnIssuer, inOrderOfOffice, selectSeats } from './queries.ts'
import { type FirstPassword, giveFirstPassword } from './reset-password.ts'
import { heldOn } from './validity.ts'

/** The offices of the installation, a superior one before those below it. */
export const agencyRows = (tx: Transaction) =>
  tx
    .selectFrom('agencies')
    .select([
      'id',
      'parent_id as parentId',
      'level',
      'name',
      'short_name as shortName',
      'opened_on as openedOn',
      'closed_on as closedOn',
    ])
    .orderBy('path')

/**
 * One office as who runs the installation sees it: its bodies and its administrators, nothing of its work.
 *
 * @throws platform.NotFound
 */
export async function agencyCard(context: Context): Promise<AgencyCard> {
  const { tx, today } = context
  const agency = await agencyRows(tx).where('id', '=', context.agency).executeTakeFirst()
  if (!agency) throw platformErrors.NotFound()
  const issuers = await ownIssuersOn(context, today)
  const seats = await selectAdministrators(context).orderBy(inOrderOfOffice).execute()
  const logins = await loginsOf(
    tx,
    seats.map(seat => seat.person_id),
  )
  return {
    agency,
    issuers: issuers.map(({ id, kind, name, abbreviation, identifier }) => ({
      ...{ id, kind, name, abbreviation, identifier },
    })),
    administrators: seats.map(seat => {
      const login = logins.find(one => one.personId === seat.person_id)
      return {
        seatId: seat.id,
        fullName: seat.full_name,
        login: login?.login ?? null,
        mustChangePassword: login?.mustChangePassword ?? false,
      }
    }),
  }
}

/**
 * Enters another body that issues under the office's roof.
 *
 * @throws platform.NotFound, agencies.IdentifierUnfit, IdentifierTaken
 */
export async function addIssuer(context: Context, { identifier, letterhead, ...input }: AddIssuer): Promise<void> {
  const { tx, today } = context
  const agency = await tx
    .selectFrom('agencies')
    .select('place_name')
    .where('id', '=', context.agency)
    .executeTakeFirst()
  if (!agency) throw platformErrors.NotFound()
  const issuers = await ownIssuersOn(context, today)
  await createIssuer(context, {
    ...input,
    agencyId: context.agency,
    ordinal: issuers.length + 1,
    openedOn: today,
    placeName: agency.place_name,
    letterhead: letterhead ?? [],
    identifiers: identifier ? [identifier] : [],
  })
}

/** @throws platform.NotFound, agencies.IdentifierUnfit, IdentifierTaken */
export async function giveIdentifier(context: Context, input: { issuerId: string; code: string }): Promise<void> {
  if (!(await findOwnIssuer(context, input.issuerId))) throw platformErrors.NotFound()
  const [present] = (await ownIssuersOn(context, context.today)).filter(issuer => issuer.id === input.issuerId)
  if (present?.identifier === input.code) return
  await addIdentifier(context, { ...input, from: context.today })
}

/**
 * The first password of an administrator may have been lost before it was used. As soon as one of them has his own, they
 * help each other: who runs the installation gets no seat in an office that works.
 *
 * @throws platform.NotFound, agencies.OfficeIsAdministered, LoginOfOtherAgency
 */
export async function renewFirstPassword(context: Context, seatId: string): Promise<FirstPassword> {
  const seats = await selectAdministrators(context).execute()
  const seat = seats.find(one => one.id === seatId)
  if (!seat) throw platformErrors.NotFound()
  const logins = await loginsOf(
    context.tx,
    seats.map(one => one.person_id),
  )
  const atWork = seats.find(one => logins.some(login => login.personId === one.person_id && !login.mustChangePassword))
  if (atWork) throw agencyErrors.OfficeIsAdministered({ name: atWork.full_name })
  return giveFirstPassword(context, await getLoginInCharge(context, seat))
}

const selectAdministrators = ({ tx, agency, today }: Context) =>
  selectSeats(tx, agency).where('seats.role', '=', 'agency-admin').where(heldOn('seats', today))
