import { formatDate } from '#lib/vietnamese/index.ts'
import type { Context } from '#platform/acts/context.ts'
import { platformErrors } from '#platform/acts/errors.ts'
import { loginsOf } from '#platform/sessions/logins.ts'
import { closingDay } from './closing.ts'
import { type AppointAdministrator, agencyErrors } from './contract.ts'
import { giveSeat } from './give-seat.ts'
import { ownIssuersOn } from './issuers.ts'
import { officeUnit } from './let-read.ts'
import { getLoginInCharge } from './login-in-charge.ts'
import { type SeatRow, selectLeading, selectSeats } from './queries.ts'
import { type FirstPassword, giveFirstPassword } from './reset-password.ts'
import { heldOn } from './validity.ts'

export const selectAdministrators = ({ tx, agency, today }: Context) =>
  selectSeats(tx, agency).where('seats.role', '=', 'agency-admin').where(heldOn('seats', today))

/**
 * A first password may have been lost before it was used: another is given. Where an administrator works already, they
 * help each other, and who runs the installation gets in only on the office's written request, which is kept and told to
 * those who lead it: a password of its administrator opens every seat of the office.
 *
 * @throws platform.NotFound, agencies.OfficeIsAdministered, LoginOfOtherAgency
 */
export async function renewPassword(
  context: Context,
  { seatId, basis }: { seatId: string; basis?: string | undefined },
): Promise<FirstPassword> {
  const seats = await selectAdministrators(context).execute()
  const seat = seats.find(one => one.id === seatId)
  if (!seat) throw platformErrors.NotFound()
  const logins = await loginsOf(
    context.tx,
    seats.map(one => one.person_id),
  )
  const atWork = seats.find(one => logins.some(login => login.personId === one.person_id && !login.mustChangePassword))
  if (atWork && !basis) throw agencyErrors.OfficeIsAdministered({ name: atWork.full_name })
  const given = await giveFirstPassword(context, await getLoginInCharge(context, seat), basis)
  if (atWork && basis) await tellOffice(context, { kind: 'agencies.administrator-reset', seat, basis })
  return given
}

/** The answer to the same request sent again: its password was told in the first answer and is stored nowhere. */
export async function renewedBefore(context: Context, seatId: string): Promise<FirstPassword> {
  const seat = await selectAdministrators(context).where('seats.id', '=', seatId).executeTakeFirst()
  if (!seat) throw platformErrors.NotFound()
  const { login } = await getLoginInCharge(context, seat)
  return { login, firstPassword: null }
}

/**
 * Seats an administrator in an office whose own has left, on the office's written request; it is told to those who lead it.
 *
 * @throws platform.NotFound for an office without a unit; agencies.AgencyClosed, LoginTaken, LoginUnknown
 */
export async function appointAdministrator(
  context: Context,
  { id, person, basis }: AppointAdministrator,
): Promise<FirstPassword> {
  const { tx, agency, today } = context
  const closedOn = await closingDay(context)
  if (closedOn && closedOn <= today) throw agencyErrors.AgencyClosed({ date: formatDate(closedOn) })
  const unit = await officeUnit(context)
  const [issuer] = await ownIssuersOn(context, today)
  if (!unit || !issuer) throw platformErrors.NotFound()
  const before = await selectSeats(tx, agency).where('seats.id', '=', id).executeTakeFirst()
  const { seat, login, firstPassword } = await giveSeat(context, {
    ...{ id, person, unitId: before?.unit_id ?? unit.id, issuerId: before?.issuer_id ?? issuer.id },
    ...{ role: 'agency-admin', standing: 'staff', title: 'Quản trị cơ quan', validFrom: before?.valid_from ?? today },
  })
  if (!before) await tellOffice(context, { kind: 'agencies.administrator-appointed', seat, basis })
  const known = login ?? (await loginsOf(tx, [seat.person_id])).at(0)?.login ?? ''
  return { login: known, firstPassword }
}

type Told = { readonly kind: string; readonly seat: SeatRow; readonly basis: string }

async function tellOffice(context: Context, { kind, seat, basis }: Told): Promise<void> {
  const { now } = context
  const leading = (await selectLeading(context).execute()).filter(one => one.id !== seat.id)
  await context.audit({ act: kind, subject: { type: 'seat', id: seat.id }, after: { name: seat.full_name, basis } })
  for (const one of leading)
    await context.notify({
      ...{ seatId: one.id, kind, subject: { type: 'seat', id: seat.id } },
      detail: { name: seat.full_name, basis },
      onceKey: `${kind}/${seat.id}/${one.id}/${now.toISOString()}`,
    })
}
