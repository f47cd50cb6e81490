import type { CalendarDate } from '#lib/calendar-date/index.ts'
import type { Role, SeatRole, Standing } from '#lib/roles/index.ts'
import type { IssuerKind } from '#modules/agencies/contract.ts'
import type { PlannedDocument } from './document-types.ts'

export type * from './document-types.ts'

/**
 * The demonstration province as plain data: what the loader carries into the database through the modules' acts.
 *
 * Ids are lower-case UUIDv7 derived from the seed; instants are ISO 8601 in UTC ('2026-11-20T02:15:00Z'); days are
 * calendar days in Asia/Ho_Chi_Minh. Nothing in a plan lies on or after the morning of `today`, except deadlines and
 * meetings.
 */
export type DemonstrationPlan = {
  readonly seed: string
  readonly today: CalendarDate
  readonly agencies: readonly PlannedAgency[]
  readonly issuers: readonly PlannedIssuer[]
  readonly units: readonly PlannedUnit[]
  readonly people: readonly PlannedPerson[]
  readonly seats: readonly PlannedSeat[]
  readonly accounts: readonly PlannedAccount[]
  readonly series: readonly PlannedSeries[]
  readonly registers: readonly PlannedRegister[]
  readonly delegations: readonly PlannedDelegation[]
  readonly signingOrders: readonly PlannedSigningOrder[]
  readonly recipientGroups: readonly PlannedRecipientGroup[]
  readonly phrases: readonly PlannedPhrase[]
  /** Ordered by their first step; the background ones take lower numbers than the first ones in every series. */
  readonly documents: readonly PlannedDocument[]
}

export type Instant = string
export type Level = 'province' | 'department' | 'commune'

/** A record office (cơ quan có văn thư). */
export type PlannedAgency = {
  readonly id: string
  /** 'tinh', 'snv', 'xa-19597', 'du-19597' …: how the plan's own files name it. */
  readonly key: string
  readonly parentId: string | null
  readonly level: Level
  readonly name: string
  readonly shortName: string
  readonly placeName: string
  readonly openedOn: CalendarDate
  /** Has accounts, so that its documents move. */
  readonly staffed: boolean
}

export type PlannedIdentifier = {
  readonly code: string
  readonly scheme: 'qd20' | 'qcvn102'
  /** Of the demonstration's own range Z99.XASO, never a code that an authority gave. */
  readonly testRange: boolean
}

/** Who issues documents and is addressed by them; without an agency it is reached on paper or by mail. */
export type PlannedIssuer = {
  readonly id: string
  readonly key: string
  readonly agencyId: string | null
  readonly kind: IssuerKind
  readonly ordinal: number
  readonly name: string
  readonly shortName: string
  readonly abbreviation: string
  /** Lines above the issuer's own name: the direct superior body, if the form shows one. */
  readonly letterhead: readonly string[]
  readonly placeName: string
  readonly openedOn: CalendarDate
  readonly identifiers: readonly PlannedIdentifier[]
}

export type UnitKind = 'leadership' | 'office' | 'department' | 'centre' | 'village'

export type PlannedUnit = {
  readonly id: string
  readonly agencyId: string
  readonly parentId: string | null
  /** 'LD', 'VP', 'KT', 'VHXH' …; a village is 'T01', 'T02' … */
  readonly key: string
  readonly name: string
  readonly abbreviation: string
  readonly kind: UnitKind
  readonly ordinal: number
  readonly validFrom: CalendarDate
}

export type PlannedPerson = {
  readonly id: string
  readonly fullName: string
}

export type PlannedSeat = {
  readonly id: string
  readonly agencyId: string
  readonly personId: string
  readonly unitId: string
  readonly issuerId: string
  readonly role: SeatRole
  readonly standing: Standing
  /** As printed above the signature: 'CHỦ TỊCH', 'PHÓ CHỦ TỊCH'; of staff as spoken: 'Chuyên viên'. */
  readonly title: string
  readonly ordinal: number
  readonly validFrom: CalendarDate
  readonly validTo: CalendarDate | null
}

/** A way to sign in. `role`, `agencyId` and `agencyName` are those of the person's first seat. */
export type PlannedAccount = {
  readonly personId: string
  readonly login: string
  readonly password: string
  readonly name: string
  readonly role: Role
  /** Nothing for those who run the installation: they hold no seat. */
  readonly agencyId: string | null
  /** The identifier of the agency's own issuer, as `demo accounts` prints it. */
  readonly agencyCode: string | null
  readonly agencyName: string | null
}

export type PlannedSeries = {
  readonly id: string
  readonly agencyId: string
  readonly issuerId: string
  readonly direction: 'incoming' | 'outgoing'
  readonly name: string
  /** Empty: all types of the issuer that no other series names. */
  readonly typeCodes: readonly string[]
  readonly periodKind: 'year' | 'term'
  /** Of named types, with {type} and {issuer}: '{type}-{issuer}'. Empty for arrivals. */
  readonly notationTemplate: string
  /** Of letters (công văn), which have no abbreviation of their own: '{issuer}-{unit}'. */
  readonly letterTemplate: string
  readonly basis: string
  readonly periods: readonly {
    readonly period: string
    /** The last number on paper, before any document of the plan. */
    readonly lastNumberOnPaper: number
    /** The last number before the documents of the first batch: that on paper and the background ones. */
    readonly lastNumberBeforeFirst: number
  }[]
  /** The year before the plan's documents, where an office shows how a year ends: kept on paper, closed or left to be closed. */
  readonly past: { readonly period: string; readonly lastNumber: number; readonly closed: boolean } | null
}

export type PlannedRegister = {
  readonly id: string
  readonly agencyId: string
  readonly seriesId: string
  readonly direction: 'incoming' | 'outgoing'
  readonly code: string
  readonly name: string
  readonly isDefault: boolean
  readonly restricted: boolean
  readonly termDays: number | null
  readonly basis: string
  readonly routes: readonly {
    readonly typeCodes: readonly string[]
    readonly route: 'leader' | 'office-head' | 'unit'
    readonly unitId: string | null
  }[]
}

export type PlannedDelegation = {
  readonly id: string
  readonly agencyId: string
  readonly fromSeatId: string
  readonly toSeatId: string
  readonly scope: 'all' | 'incoming' | 'outgoing'
  readonly maySign: boolean
  readonly writtenBasis: string | null
  readonly validFrom: CalendarDate
  readonly validTo: CalendarDate
}

/** What a regulation lays down of signing by order (TL.): every head of a unit signs these types. */
export type PlannedSigningOrder = {
  readonly id: string
  readonly agencyId: string
  readonly issuerId: string
  readonly typeCodes: readonly string[]
  readonly writtenBasis: string
  readonly validFrom: CalendarDate
}

export type PlannedRecipientGroup = {
  readonly id: string
  readonly agencyId: string
  readonly ownerSeatId: string | null
  readonly name: string
  readonly members: readonly (
    | { readonly issuerId: string }
    | { readonly unitId: string }
    | { readonly seatId: string }
  )[]
}

export type PlannedPhrase = {
  readonly id: string
  readonly agencyId: string
  readonly seatId: string | null
  readonly text: string
  readonly ordinal: number
}
