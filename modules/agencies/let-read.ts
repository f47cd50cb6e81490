import type { Context } from '#platform/acts/context.ts'
import { platformErrors } from '#platform/acts/errors.ts'
import { closingDay } from './closing.ts'
import { agencyErrors, type LetRead } from './contract.ts'
import { endSeat } from './end-seat.ts'
import { giveSeat } from './give-seat.ts'
import { findSeat, getSeat, selectSeats } from './queries.ts'
import { heldOn } from './validity.ts'

/** Who reads the office in a seat that neither acts nor signs. */
export const selectReaders = ({ tx, agency, today }: Context) =>
  selectSeats(tx, agency).where('seats.role', '=', 'auditor').where(heldOn('seats', today))

/**
 * Lets somebody of the office that took over read the one that was closed, from a seat in it: its own administrators have
 * gone with it. Reading another tenant is a seat there, never a wider query.
 *
 * @throws platform.NotFound; agencies.AgencyOpen, LoginUnknown
 */
export async function letRead(context: Context, { id, existingLogin, basis }: LetRead): Promise<void> {
  const { tx, agency, today } = context
  const before = await findSeat(context, id)
  if (!before && !(await closingDay(context))) throw agencyErrors.AgencyOpen()
  const issuer = await tx
    .selectFrom('issuers')
    .select('id')
    .where('agency_id', '=', agency)
    .orderBy('ordinal')
    .limit(1)
    .executeTakeFirst()
  const unit = await officeUnit(context)
  if (!unit || !issuer) throw platformErrors.NotFound()
  await giveSeat(context, {
    ...{ id, person: { existingLogin }, unitId: before?.unit_id ?? unit.id, issuerId: before?.issuer_id ?? issuer.id },
    ...{ role: 'auditor', standing: 'staff', title: 'Người tra cứu', validFrom: before?.valid_from ?? today },
  })
  if (!before)
    await context.audit({ act: 'agencies.let-read', subject: { type: 'seat', id }, after: { existingLogin, basis } })
}

/** @throws platform.NotFound for a seat that does not merely read; agencies.SeatEnded */
export async function endReading(context: Context, seatId: string): Promise<void> {
  const seat = await getSeat(context, seatId)
  if (seat.role !== 'auditor' || !(await closingDay(context))) throw platformErrors.NotFound()
  await endSeat(context, { id: seatId, validTo: context.today })
}

/** Where a seat is put that who runs the installation gives: the office's own unit, one that is there before one that was. */
export const officeUnit = ({ tx, agency, today }: Context) =>
  tx
    .selectFrom('units')
    .select('id')
    .where('agency_id', '=', agency)
    .orderBy(heldOn('units', today), 'desc')
    .orderBy(({ eb }) => eb('kind', '<>', 'office'))
    .orderBy('ordinal')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
