import type { CalendarDate } from '#lib/calendar-date/index.ts'
import type { Context } from '#platform/acts/context.ts'
import { platformErrors } from '#platform/acts/errors.ts'
import { type AgenciesPort, agencyErrors, type SeatFacts, type UnitFacts } from './contract.ts'
import { findGone } from './find-gone.ts'
import { issuersOn, ownIssuersOn } from './issuers.ts'
import { findSeat, inOrderOfOffice, type SeatRow, selectSeats } from './queries.ts'
import { signingOrdersOf } from './signing-orders.ts'
import { heldOn, inForce } from './validity.ts'

/** The agencies module as other modules call it in their transaction. */
export const agenciesPort: AgenciesPort = {
  async getAgency({ tx, agency }) {
    return tx
      .selectFrom('agencies')
      .select(['id', 'name', 'short_name as shortName', 'place_name as placeName'])
      .where('id', '=', agency)
      .executeTakeFirstOrThrow()
  },

  async findIssuer(context, issuerId, on = context.today) {
    return (await issuersOn(context, [issuerId], on)).at(0)
  },
  findIssuers: (context, issuerIds, on = context.today) => issuersOn(context, issuerIds, on),
  ownIssuers: context => ownIssuersOn(context, context.today),
  findGone,

  async findSeat(context, seatId) {
    const seat = await findSeat(context, seatId)
    return seat && seatFacts(seat)
  },
  async findSeats({ tx, agency }, seatIds) {
    if (seatIds.length === 0) return []
    const rows = await selectSeats(tx, agency)
      .where('seats.id', 'in', [...new Set(seatIds)])
      .execute()
    return rows.map(seatFacts)
  },

  async getSeats({ tx, agency, today }, seatIds) {
    if (seatIds.length === 0) return []
    const rows = await selectSeats(tx, agency).where('seats.id', 'in', seatIds).where(heldOn('seats', today)).execute()
    const byId = new Map(rows.map(row => [row.id, row]))
    return seatIds.map(id => {
      const row = byId.get(id)
      if (!row) throw agencyErrors.SeatUnknown()
      return seatFacts(row)
    })
  },

  async seatsWhere({ tx, agency, today }, { role, unitId, standing }) {
    let query = selectSeats(tx, agency).where(heldOn('seats', today)).orderBy(inOrderOfOffice)
    if (role) query = query.where('seats.role', 'in', [role].flat())
    if (unitId) query = query.where('seats.unit_id', 'in', [unitId].flat())
    if (standing) query = query.where('seats.standing', '=', standing)
    return (await query.execute()).map(seatFacts)
  },

  async endedSeats({ tx, agency, today }, { unitIds, role }) {
    let query = selectSeats(tx, agency)
      .where('seats.valid_to', '<=', today)
      .orderBy('seats.valid_to', 'desc')
      .orderBy('seats.id')
    if (unitIds) query = query.where('seats.unit_id', 'in', unitIds)
    if (role) query = query.where('seats.role', '=', role)
    return (await query.execute()).map(seatFacts)
  },

  async seatNames({ tx, agency }, seatIds) {
    if (seatIds.length === 0) return new Map()
    const rows = await tx
      .selectFrom('seats')
      .select(['id', 'full_name', 'title'])
      .where('agency_id', '=', agency)
      .where('id', 'in', [...new Set(seatIds)])
      .execute()
    return new Map(rows.map(row => [row.id, { fullName: row.full_name, title: row.title }]))
  },

  async getUnits(context, unitIds) {
    return (await unitRows(context, unitIds)).map(unitFacts)
  },
  async getOpenUnits(context, unitIds) {
    const units = await unitRows(context, unitIds)
    if (units.some(unit => !inForce(unit, context.today))) throw agencyErrors.UnitUnknown()
    return units.map(unitFacts)
  },

  findUnitHead: async (context, unitId) => (await findUnitHeads(context, [unitId])).get(unitId),
  findUnitHeads,

  signingOrders: signingOrdersOf,

  async signingAuthorisations({ tx, agency, today }, toSeatId) {
    let query = tx
      .selectFrom('delegations')
      .innerJoin('seats', join =>
        join.onRef('seats.agency_id', '=', 'delegations.agency_id').onRef('seats.id', '=', 'delegations.from_seat_id'),
      )
      .select(['delegations.id', 'from_seat_id', 'to_seat_id', 'written_basis'])
      .select(['delegations.valid_from as from', 'delegations.valid_to as until'])
      .where('delegations.agency_id', '=', agency)
      .where('may_sign', '=', true)
      .where('ended_at', 'is', null)
      .where('delegations.valid_from', '<=', today)
      .where('delegations.valid_to', '>=', today)
      .where(heldOn('seats', today))
      .orderBy('delegations.valid_from')
      .orderBy('delegations.id')
    if (toSeatId) query = query.where('to_seat_id', '=', toSeatId)
    return (await query.execute()).map(row => ({
      id: row.id,
      fromSeatId: row.from_seat_id,
      toSeatId: row.to_seat_id,
      writtenBasis: row.written_basis!,
      validFrom: row.from as CalendarDate,
      validTo: row.until as CalendarDate,
    }))
  },

  async groupMembers(context, groupId) {
    const { tx, agency, actor } = context
    const members = await tx
      .selectFrom('recipient_groups')
      .innerJoin('recipient_group_members', join =>
        join
          .onRef('recipient_group_members.agency_id', '=', 'recipient_groups.agency_id')
          .onRef('recipient_group_members.group_id', '=', 'recipient_groups.id'),
      )
      .select(['owner_seat_id', 'issuer_id as issuerId', 'unit_id as unitId', 'seat_id as seatId'])
      .where('recipient_groups.agency_id', '=', agency)
      .where('recipient_groups.id', '=', groupId)
      .orderBy('ordinal')
      .execute()
    const owner = members.at(0)?.owner_seat_id
    const others = owner && actor.kind === 'seat' && owner !== actor.seatId
    if (members.length === 0 || others) throw platformErrors.NotFound()
    return members.map(({ issuerId, unitId, seatId }) => ({ issuerId, unitId, seatId }))
  },
}

async function findUnitHeads(
  { tx, agency, today }: Context,
  unitIds: readonly string[],
): Promise<ReadonlyMap<string, SeatFacts>> {
  if (unitIds.length === 0) return new Map()
  const rows = await selectSeats(tx, agency)
    .distinctOn('seats.unit_id')
    .where('seats.unit_id', 'in', [...new Set(unitIds)])
    .where('seats.standing', '<>', 'staff')
    .where(heldOn('seats', today))
    .orderBy('seats.unit_id')
    .orderBy(inOrderOfOffice)
    .execute()
  return new Map(rows.map(row => [row.unit_id, seatFacts(row)]))
}

async function unitRows({ tx, agency }: Context, unitIds: readonly string[]) {
  if (unitIds.length === 0) return []
  const rows = await tx
    .selectFrom('units')
    .selectAll()
    .where('agency_id', '=', agency)
    .where('id', 'in', unitIds)
    .execute()
  const byId = new Map(rows.map(row => [row.id, row]))
  return unitIds.map(id => {
    const row = byId.get(id)
    if (!row) throw agencyErrors.UnitUnknown()
    return row
  })
}

type UnitRow = Awaited<ReturnType<typeof unitRows>>[number]
const unitFacts = (row: UnitRow): UnitFacts => ({
  id: row.id,
  name: row.name,
  abbreviation: row.abbreviation,
  kind: row.kind,
  parentId: row.parent_id,
})

const seatFacts = (row: SeatRow): SeatFacts => ({
  id: row.id,
  personId: row.person_id,
  fullName: row.full_name,
  title: row.title,
  role: row.role,
  standing: row.standing,
  unitId: row.unit_id,
  unitName: row.unit_name,
  unitAbbreviation: row.unit_abbreviation,
  issuerId: row.issuer_id,
  validFrom: row.valid_from,
  validTo: row.valid_to,
})
