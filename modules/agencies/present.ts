import { isTestRange } from '#lib/identifiers/index.ts'
import type { z } from '#lib/schemas/index.ts'
import type { Context } from '#platform/acts/context.ts'
import type {
  Addressee,
  Delegation,
  GivenSeat as GivenSeatView,
  IssuerFacts,
  ListedSeat,
  OwnAgency,
  Phrase,
  Seat,
  SigningOrder,
  Unit,
  unitKinds,
} from './contract.ts'
import type { DelegationRow } from './delegations.ts'
import type { FoundAddressee } from './find-addressees.ts'
import type { GivenSeat } from './give-seat.ts'
import type { getOwnAgency, ListedSeatRow, UnitRow } from './office-lists.ts'
import type { SeatRow } from './queries.ts'
import type { PhraseRow } from './save-phrase.ts'
import type { SigningOrderRow } from './signing-orders.ts'

export const presentAddressee = (issuer: FoundAddressee): Addressee => ({
  issuerId: issuer.id,
  agencyId: issuer.inside ? issuer.agencyId : null,
  name: issuer.name,
  shortName: issuer.shortName,
  abbreviation: issuer.abbreviation,
  identifier: issuer.identifier,
  testIdentifier: issuer.identifier !== null && isTestRange(issuer.identifier),
  kind: issuer.kind,
  parentName: issuer.parentName,
  closedOn: issuer.closedOn,
})

export const presentUnit = (row: UnitRow): z.infer<typeof Unit> => ({
  id: row.id,
  parentId: row.parent_id,
  name: row.name,
  abbreviation: row.abbreviation,
  kind: row.kind as (typeof unitKinds)[number],
  ordinal: row.ordinal,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  seatCount: row.seat_count,
  hasHead: row.head_count > 0,
})

export const presentSeat = (row: SeatRow): Seat => ({
  id: row.id,
  personId: row.person_id,
  fullName: row.full_name,
  title: row.title,
  role: row.role,
  standing: row.standing,
  unitId: row.unit_id,
  unitName: row.unit_name,
  issuerId: row.issuer_id,
  validFrom: row.valid_from,
  validTo: row.valid_to,
})

export const presentListedSeat = (row: ListedSeatRow): z.infer<typeof ListedSeat> => ({
  ...presentSeat(row),
  ordinal: row.ordinal,
  login: row.login?.login ?? null,
  mustChangePassword: row.login?.mustChangePassword ?? null,
})

export const presentGivenSeat = ({ seat, login, firstPassword }: GivenSeat): z.infer<typeof GivenSeatView> => ({
  seat: presentSeat(seat),
  login,
  firstPassword,
})

export const presentDelegation = ({ today }: Context, row: DelegationRow): z.infer<typeof Delegation> => ({
  id: row.id,
  fromSeatId: row.from_seat_id,
  fromName: row.from_name,
  toSeatId: row.to_seat_id,
  toName: row.to_name,
  scope: row.scope as 'all' | 'incoming' | 'outgoing',
  maySign: row.may_sign,
  writtenBasis: row.written_basis,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  ended: row.ended_at !== null || row.valid_to < today,
})

export const presentSigningOrder = (
  row: SigningOrderRow,
  issuers: readonly IssuerFacts[],
): z.infer<typeof SigningOrder> => ({
  id: row.id,
  issuerId: row.issuer_id,
  issuerName: issuers.find(one => one.id === row.issuer_id)?.name ?? '',
  unitId: row.unit_id,
  unitName: row.unit_name,
  typeCodes: row.type_codes as string[],
  writtenBasis: row.written_basis,
  validFrom: row.valid_from,
  validTo: row.valid_to,
})

export const presentPhrase = (row: PhraseRow): z.infer<typeof Phrase> => ({
  id: row.id,
  text: row.text,
  own: row.seat_id !== null,
})

export const presentOwnAgency = (
  row: Awaited<ReturnType<typeof getOwnAgency>>,
  issuers: readonly IssuerFacts[],
): z.infer<typeof OwnAgency> => ({
  id: row.id,
  name: row.name,
  shortName: row.short_name,
  placeName: row.place_name,
  level: row.level,
  supportName: row.support_name,
  supportPhone: row.support_phone,
  issuers: issuers.map(({ id, kind, name, abbreviation, identifier }) => ({
    id,
    kind,
    name,
    abbreviation,
    identifier,
  })),
})
