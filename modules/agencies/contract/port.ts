import type { CalendarDate } from '#lib/calendar-date/index.ts'
import type { SeatRole, Standing } from '#lib/roles/index.ts'
import type { Context } from '#platform/acts/context.ts'
import type { IssuerKind } from './common.ts'

export type IssuerFacts = {
  readonly id: string
  readonly agencyId: string | null
  readonly inside: boolean
  readonly kind: IssuerKind
  readonly name: string
  readonly shortName: string
  /** Lines of the letterhead above the issuer's own name: the direct superior body, if the form shows one. */
  readonly letterhead: readonly string[]
  readonly abbreviation: string
  readonly placeName: string
  readonly identifier: string | null
}
export type SeatFacts = {
  readonly id: string
  readonly personId: string
  readonly fullName: string
  readonly title: string
  readonly role: SeatRole
  readonly standing: Standing
  readonly unitId: string
  readonly unitName: string
  readonly unitAbbreviation: string
  readonly issuerId: string
  readonly validFrom: CalendarDate
  /** The first day on which it is no longer held. */
  readonly validTo: CalendarDate | null
}
export type UnitFacts = {
  readonly id: string
  readonly name: string
  readonly abbreviation: string
  readonly kind: string
  readonly parentId: string | null
}
export type SigningAuthorisation = {
  readonly id: string
  readonly fromSeatId: string
  readonly toSeatId: string
  readonly writtenBasis: string
  readonly validFrom: CalendarDate
  readonly validTo: CalendarDate
}

/** What the regulations of an office lay down of signing by order (TL.): which unit's head, which types, where it says so. */
export type SigningOrderFacts = {
  /** Nothing: the head of every unit. */
  readonly unitId: string | null
  readonly typeCodes: readonly string[]
  readonly writtenBasis: string
}

/** Somebody who was there and no longer is. */
export type GoneParty = {
  /** Of a body; nothing of own units and people. */
  readonly closedOn: CalendarDate | null
  /** The body that took over from it, as it is addressed today, where it is known. */
  readonly successor: { readonly issuerId: string; readonly name: string } | null
}

/** What other modules may ask in their transaction; names and identifiers are those of the given day. */
export type AgenciesPort = {
  getAgency(context: Context): Promise<{ id: string; name: string; shortName: string; placeName: string }>
  findIssuer(context: Context, issuerId: string, on?: CalendarDate): Promise<IssuerFacts | undefined>
  /** In the order asked for; an id that is none is left out. */
  findIssuers(context: Context, issuerIds: readonly string[], on?: CalendarDate): Promise<readonly IssuerFacts[]>
  /** The issuers of the own office, the first one being the office's own (UBND). */
  ownIssuers(context: Context): Promise<readonly IssuerFacts[]>
  /** Those of some issuers, own units and own seats that are no longer there today, by their id. */
  findGone(
    context: Context,
    parties: { issuerIds: readonly string[]; unitIds: readonly string[]; seatIds: readonly string[] },
  ): Promise<ReadonlyMap<string, GoneParty>>
  /** A seat of the own agency, also one that has ended or has not begun. */
  findSeat(context: Context, seatId: string): Promise<SeatFacts | undefined>
  /** The same for many at once, in no order; an id that is none is left out. */
  findSeats(context: Context, seatIds: readonly string[]): Promise<readonly SeatFacts[]>
  /** Seats held today. @throws agencies.SeatUnknown for any that is not */
  getSeats(context: Context, seatIds: readonly string[]): Promise<readonly SeatFacts[]>
  /** Seats held today that fit: the clerks, the office head, those of some units … in the order of the office. */
  seatsWhere(
    context: Context,
    fits: { role?: SeatRole | readonly SeatRole[]; unitId?: string | readonly string[]; standing?: Standing },
  ): Promise<readonly SeatFacts[]>
  /** Seats that have ended, of the whole office, of some units or of one role, the latest first. */
  endedSeats(context: Context, of: { unitIds?: readonly string[]; role?: SeatRole }): Promise<readonly SeatFacts[]>
  /** Names also of seats that have ended, for history. */
  seatNames(
    context: Context,
    seatIds: readonly string[],
  ): Promise<ReadonlyMap<string, { fullName: string; title: string }>>
  /** Units of the own agency, also closed ones, for history. @throws agencies.UnitUnknown for any other id */
  getUnits(context: Context, unitIds: readonly string[]): Promise<readonly UnitFacts[]>
  /** Units that are there today and may be given work. @throws agencies.UnitUnknown for any that is not */
  getOpenUnits(context: Context, unitIds: readonly string[]): Promise<readonly UnitFacts[]>
  /** The head of a unit today, else its deputy; nothing when the post is vacant. */
  findUnitHead(context: Context, unitId: string): Promise<SeatFacts | undefined>
  /** The same for many at once, by the id of the unit; a vacant one is left out. */
  findUnitHeads(context: Context, unitIds: readonly string[]): Promise<ReadonlyMap<string, SeatFacts>>
  /** Written authorisations to sign (TUQ.) in force today, of one seat or of all. */
  signingAuthorisations(context: Context, toSeatId?: string): Promise<readonly SigningAuthorisation[]>
  /** By which rules heads of units sign an issuer's documents by order (TL.) today. */
  signingOrders(context: Context, issuerId: string): Promise<readonly SigningOrderFacts[]>
  /** @throws platform.NotFound for a group that is neither the office's nor the acting seat's own */
  groupMembers(
    context: Context,
    groupId: string,
  ): Promise<readonly { issuerId: string | null; unitId: string | null; seatId: string | null }[]>
}

declare module '#platform/acts/context.ts' {
  interface Ports {
    agencies: AgenciesPort
  }
}
