import { sql } from 'kysely'
import type { CalendarDate } from '#lib/calendar-date/index.ts'
import type { SeatRole, Standing } from '#lib/roles/index.ts'
import type { Context } from '#platform/acts/context.ts'
import { platformErrors } from '#platform/acts/errors.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { heldOn } from './validity.ts'

/** A seat with its unit's name; pickers, signatures and the office's list show it. */
export type SeatRow = {
  readonly id: string
  readonly person_id: string
  readonly full_name: string
  readonly title: string
  readonly role: SeatRole
  readonly standing: Standing
  readonly unit_id: string
  readonly unit_name: string
  readonly unit_abbreviation: string
  readonly issuer_id: string
  readonly ordinal: number
  readonly valid_from: CalendarDate
  readonly valid_to: CalendarDate | null
  readonly request_hash: Buffer
}

/** Who stands first is named first; among equals the office's own order, then the alphabet. */
export const inOrderOfOffice = sql`
  array_position(array['head', 'acting-head', 'deputy-in-charge', 'deputy', 'unit-head', 'unit-deputy', 'staff'], seats.standing),
  seats.ordinal, seats.full_name collate "vi-x-icu", seats.id`

export function selectSeats(tx: Transaction, agency: string) {
  return tx
    .selectFrom('seats')
    .innerJoin('units', join =>
      join.onRef('units.agency_id', '=', 'seats.agency_id').onRef('units.id', '=', 'seats.unit_id'),
    )
    .where('seats.agency_id', '=', agency)
    .select([
      'seats.id',
      'seats.person_id',
      'seats.full_name',
      'seats.title',
      'seats.unit_id',
      'units.name as unit_name',
      'units.abbreviation as unit_abbreviation',
      'seats.issuer_id',
      'seats.ordinal',
      'seats.request_hash',
    ])
    .select([
      sql<SeatRole>`seats.role`.as('role'),
      sql<Standing>`seats.standing`.as('standing'),
      sql<CalendarDate>`seats.valid_from`.as('valid_from'),
      sql<CalendarDate | null>`seats.valid_to`.as('valid_to'),
    ])
}

/** A seat of the own agency, whenever it is held. */
export const findSeat = ({ tx, agency }: Context, seatId: string): Promise<SeatRow | undefined> =>
  selectSeats(tx, agency).where('seats.id', '=', seatId).executeTakeFirst()

/** @throws platform.NotFound */
export async function getSeat(context: Context, seatId: string): Promise<SeatRow> {
  const seat = await findSeat(context, seatId)
  if (!seat) throw platformErrors.NotFound()
  return seat
}

export const findHeldSeat = ({ tx, agency, today }: Context, seatId: string): Promise<SeatRow | undefined> =>
  selectSeats(tx, agency).where('seats.id', '=', seatId).where(heldOn('seats', today)).executeTakeFirst()

export const findUnit = ({ tx, agency }: Context, unitId: string) =>
  tx.selectFrom('units').selectAll().where('agency_id', '=', agency).where('id', '=', unitId).executeTakeFirst()

/** @throws platform.NotFound */
export async function getUnit(context: Context, unitId: string) {
  const unit = await findUnit(context, unitId)
  if (!unit) throw platformErrors.NotFound()
  return unit
}

/** Whether the body issues under the roof of the own office. */
export const findOwnIssuer = ({ tx, agency }: Context, issuerId: string) =>
  tx.selectFrom('issuers').select('id').where('id', '=', issuerId).where('agency_id', '=', agency).executeTakeFirst()

/**
 * Lets changes to units and seats of one office follow one another until the commit, so that what is checked across rows
 * (no circle, one who stands first, one administrator left) still holds then.
 */
export async function oneAfterAnother({ tx, agency }: Context): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`agencies/${agency}`}, 0))`.execute(tx)
}

/** Who learns what happens to the seats of the office. */
export const selectLeading = ({ tx, agency, today }: Context) =>
  selectSeats(tx, agency)
    .where('seats.role', 'in', ['leader', 'office-head', 'agency-admin'])
    .where(heldOn('seats', today))
