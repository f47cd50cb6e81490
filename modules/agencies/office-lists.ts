import { sql } from 'kysely'
import type { z } from '#lib/schemas/index.ts'
import type { ActContext, Context } from '#platform/acts/context.ts'
import { cursorAtPlace, readPlaceCursor } from '#platform/http/cursor.ts'
import { type Login, loginsOf } from '#platform/sessions/logins.ts'
import type { SeatQuery } from './contract.ts'
import { mayAdminister } from './policy.ts'
import { inOrderOfOffice, type SeatRow, selectSeats } from './queries.ts'
import { heldOn } from './validity.ts'
import { hasWords, wordQuery } from './words.ts'

export type UnitRow = Awaited<ReturnType<typeof listUnits>>[number]

/** Every unit of the office, closed ones too, in the order of the office, with the number of seats held today. */
export const listUnits = (context: Context) => selectUnits(context).execute()

export const getListedUnit = (context: Context, id: string): Promise<UnitRow> =>
  selectUnits(context).where('units.id', '=', id).executeTakeFirstOrThrow()

function selectUnits({ tx, agency, today }: Context) {
  return tx
    .selectFrom('units')
    .leftJoin('seats', join =>
      join
        .onRef('seats.agency_id', '=', 'units.agency_id')
        .onRef('seats.unit_id', '=', 'units.id')
        .on(heldOn('seats', today)),
    )
    .selectAll('units')
    .select(sql<number>`count(seats.id)`.as('seat_count'))
    .select(sql<number>`count(seats.id) filter (where seats.standing <> 'staff')`.as('head_count'))
    .where('units.agency_id', '=', agency)
    .groupBy(['units.agency_id', 'units.id'])
    .orderBy('units.ordinal')
    .orderBy(sql`units.name collate "vi-x-icu"`)
    .orderBy('units.id')
}

export type ListedSeatRow = SeatRow & { readonly login: Login | undefined }

/** The office's seats by unit; those held today or to come, or those that ended. Logins are for the administrator alone. */
export async function listSeats(
  context: ActContext,
  { q, unitId, ended, limit = 100, cursor }: z.output<typeof SeatQuery>,
): Promise<{ items: readonly ListedSeatRow[]; next: string | null }> {
  const { tx, agency, actor, today } = context
  const place = readPlaceCursor(cursor)
  const query = wordQuery(q)
  let select = selectSeats(tx, agency)
    .where(
      ended
        ? sql<boolean>`seats.valid_to <= ${today}`
        : sql<boolean>`(seats.valid_to is null or seats.valid_to > ${today})`,
    )
    .orderBy('units.ordinal')
    .orderBy(sql`units.name collate "vi-x-icu"`)
    .orderBy(inOrderOfOffice)
    .limit(limit + 1)
    .offset(place)
  if (unitId) select = select.where('seats.unit_id', '=', unitId)
  if (query) select = select.where(hasWords(sql`(seats.folded || units.folded)`, query))
  const rows = await select.execute()
  const page = rows.slice(0, limit)
  const logins = mayAdminister(actor)
    ? await loginsOf(
        tx,
        page.map(seat => seat.person_id),
      )
    : []
  const byPerson = new Map(logins.map(login => [login.personId, login]))
  return {
    items: page.map(seat => ({ ...seat, login: byPerson.get(seat.person_id) })),
    next: rows.length > limit ? cursorAtPlace(place + limit) : null,
  }
}

/** The record office of the acting seat. */
export const getOwnAgency = ({ tx, agency }: Context) =>
  tx.selectFrom('agencies').selectAll().where('id', '=', agency).executeTakeFirstOrThrow()
