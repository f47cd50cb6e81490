import { sql } from 'kysely'
import { headRoles, officeRoles } from '#lib/roles/index.ts'
import type { z } from '#lib/schemas/index.ts'
import type { Context } from '#platform/acts/context.ts'
import { cursorAtPlace, readPlaceCursor } from '#platform/http/cursor.ts'
import type { Party, PartyQuery } from './contract.ts'
import { inOrderOfOffice, selectSeats } from './queries.ts'
import { heldOn } from './validity.ts'
import { hasWords, wordQuery } from './words.ts'

/** Seats and units of the own office to which work may be given today, by any words of name, post or unit. */
export async function findParties(
  context: Context,
  { q, role, leads, kind, limit = 20, cursor }: z.output<typeof PartyQuery>,
): Promise<{ items: readonly Party[]; next: string | null }> {
  const place = readPlaceCursor(cursor)
  const seats = kind === 'unit' ? [] : await seatParties(context, { q, role, leads })
  const units = kind === 'seat' || role || leads ? [] : await unitParties(context, q)
  // An office has some hundred of both, so all are at hand; units first, for most work is given to a unit.
  const all = [...units, ...seats]
  return {
    items: all.slice(place, place + limit),
    next: all.length > place + limit ? cursorAtPlace(place + limit) : null,
  }
}

type Looked = Pick<z.output<typeof PartyQuery>, 'q' | 'role' | 'leads'>

async function seatParties({ tx, agency, today }: Context, { q, role, leads }: Looked): Promise<Party[]> {
  const query = wordQuery(q)
  let select = selectSeats(tx, agency)
    .where(heldOn('seats', today))
    .where('seats.role', 'in', officeRoles)
    .orderBy('units.ordinal')
    .orderBy(inOrderOfOffice)
  if (role) select = select.where('seats.role', '=', role)
  if (leads) select = select.where('seats.role', 'in', headRoles)
  if (query) select = select.where(hasWords(sql`(seats.folded || units.folded)`, query))
  return (await select.execute()).map(seat => ({
    kind: 'seat',
    id: seat.id,
    name: seat.full_name,
    detail: `${seat.title}, ${seat.unit_name}`,
    role: seat.role,
    standing: seat.standing,
  }))
}

async function unitParties({ tx, agency, today }: Context, q: string | undefined): Promise<Party[]> {
  const query = wordQuery(q)
  const hasHead = sql<boolean>`exists (select from seats where seats.agency_id = ${agency} and seats.unit_id = units.id
    and seats.standing <> 'staff' and ${heldOn('seats', today)})`
  let select = tx
    .selectFrom('units')
    .select(['id', 'name', 'abbreviation', hasHead.as('has_head')])
    .where('agency_id', '=', agency)
    .where(heldOn('units', today))
    .orderBy('ordinal')
    .orderBy(sql`name collate "vi-x-icu"`)
    .orderBy('id')
  if (query) select = select.where(hasWords(sql`folded`, query))
  return (await select.execute()).map(unit => ({
    kind: 'unit',
    id: unit.id,
    name: unit.name,
    detail: unit.has_head ? unit.abbreviation : `${unit.abbreviation}, chưa có người phụ trách`,
    role: null,
    standing: null,
  }))
}
