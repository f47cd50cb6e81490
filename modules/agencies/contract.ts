import type { CalendarDate } from '#lib/calendar-date/index.ts'
import { errorCatalogue } from '#lib/problem-details/index.ts'
import { permissionsOf, type SeatRole, type Standing, seatRoles, standings } from '#lib/roles/index.ts'
import { ClientId, Day, Id, line, named, PageQuery, page, text, z } from '#lib/schemas/index.ts'
import type { Context } from '#platform/acts/context.ts'

/** Kinds of issuers; which letterhead and which words of signing fit is decided by them. */
export const issuerKinds = [
  'government',
  'ministry',
  'people-committee',
  'people-council',
  'department',
  'office',
  'service-centre',
  'party',
  'mass-organisation',
  'state-agency',
  'village',
  'other',
] as const
export type IssuerKind = (typeof issuerKinds)[number]

export const agencyPermissions = permissionsOf('agencies', {
  administer: ['agency-admin'],
  'hand-over': ['unit-head', 'office-head', 'clerk', 'agency-admin'],
})

export const agencyErrors = errorCatalogue('agencies', {
  UnitHasSeats: {
    status: 409,
    title: 'Đơn vị “{unit}” còn {count} vị trí công tác.',
    detail: 'Kết thúc hoặc chuyển các vị trí đó trước khi đóng đơn vị.',
  },
  LoginTaken: {
    status: 409,
    title: 'Tên đăng nhập “{login}” đã có người dùng.',
    detail: 'Chọn tên khác, ví dụ thêm tên xã phía sau.',
  },
  DatesCross: { status: 422, title: 'Ngày kết thúc sớm hơn ngày bắt đầu.', detail: 'Xem lại hai ngày.' },
  UnitMovesBelowItself: {
    status: 422,
    title: 'Đơn vị không thể nằm dưới chính nó.',
    detail: 'Chọn đơn vị cấp trên khác.',
  },
  SigningNeedsWriting: {
    status: 422,
    title: 'Ủy quyền ký phải có văn bản.',
    detail: 'Ghi số, ngày của văn bản ủy quyền (NĐ 30/2020 Điều 13 khoản 3), hoặc bỏ chọn “được ký”.',
  },
  DelegatesToHimself: { status: 422, title: 'Không thể ủy quyền cho chính mình.', detail: 'Chọn người khác.' },
  SeatUnknown: {
    status: 422,
    title: 'Người được chọn không còn giữ vị trí này.',
    detail: 'Chọn lại người hoặc đơn vị.',
  },
  GroupEmpty: { status: 422, title: 'Nhóm chưa có nơi nhận nào.', detail: 'Thêm ít nhất một nơi nhận.' },
})

// ---- addressees -----------------------------------------------------------------------------------------------------

/** A body to which documents are addressed or from which they come. */
export const Addressee = named(
  'Addressee',
  z.object({
    issuerId: Id,
    /** Nothing for bodies outside this installation: they are reached on paper or by mail. */
    agencyId: z.nullable(Id),
    name: z.string(),
    shortName: z.string(),
    abbreviation: z.string(),
    identifier: z.nullable(z.string()),
    /** The identifier belongs to the demonstration's marked test range. */
    testIdentifier: z.boolean(),
    kind: z.enum(issuerKinds),
    parentName: z.nullable(z.string()),
    closedOn: z.nullable(z.string()),
  }),
)
export type Addressee = z.infer<typeof Addressee>
export const AddresseePage = page('AddresseePage', Addressee)
export const AddresseeQuery = z.object({
  q: z.optional(z.string().check(z.maxLength(200))),
  /** Only bodies that this installation delivers to. */
  inside: z.optional(z.enum(['true', 'false'])),
  ...PageQuery,
})

// ---- units, people, seats -------------------------------------------------------------------------------------------

export const unitKinds = ['leadership', 'office', 'department', 'centre', 'village'] as const
export const Unit = named(
  'Unit',
  z.object({
    id: Id,
    parentId: z.nullable(Id),
    name: z.string(),
    abbreviation: z.string(),
    kind: z.enum(unitKinds),
    ordinal: z.number(),
    validFrom: z.string(),
    validTo: z.nullable(z.string()),
    seatCount: z.number(),
  }),
)
export const UnitList = named('UnitList', z.object({ items: z.array(Unit), next: z.nullable(z.string()) }))

/** A person's post, as pickers and signatures name it. */
export const Seat = named(
  'Seat',
  z.object({
    id: Id,
    personId: Id,
    fullName: z.string(),
    title: z.string(),
    role: z.enum(seatRoles),
    standing: z.enum(standings),
    unitId: Id,
    unitName: z.string(),
    issuerId: Id,
    validFrom: z.string(),
    validTo: z.nullable(z.string()),
  }),
)
export type Seat = z.infer<typeof Seat>
export const SeatList = named('SeatList', z.object({ items: z.array(Seat), next: z.nullable(z.string()) }))

/** Where work may be given to: a person's post or a unit, found by any part of the name, with or without marks. */
export const Party = named(
  'Party',
  z.object({
    kind: z.enum(['seat', 'unit']),
    id: Id,
    name: z.string(),
    detail: z.string(),
    role: z.nullable(z.enum(seatRoles)),
    standing: z.nullable(z.enum(standings)),
  }),
)
export type Party = z.infer<typeof Party>
export const PartyList = named('PartyList', z.object({ items: z.array(Party), next: z.nullable(z.string()) }))
export const PartyQuery = z.object({
  q: z.optional(z.string().check(z.maxLength(200))),
  role: z.optional(z.enum(seatRoles)),
  kind: z.optional(z.enum(['seat', 'unit'])),
})

export const SaveUnit = named(
  'SaveUnit',
  z.object({
    id: ClientId,
    parentId: z.optional(z.nullable(Id)),
    name: line(200),
    abbreviation: line(30),
    kind: z.enum(unitKinds),
    ordinal: z.optional(z.number().check(z.int(), z.gte(1), z.lte(999))),
    validFrom: Day,
  }),
)
export const ChangeUnit = named(
  'ChangeUnit',
  z.object({
    parentId: z.optional(z.nullable(Id)),
    name: z.optional(line(200)),
    abbreviation: z.optional(line(30)),
    ordinal: z.optional(z.number().check(z.int(), z.gte(1), z.lte(999))),
    validTo: z.optional(z.nullable(Day)),
  }),
)

/** A new person with his first seat, or another seat for a person who is here already (kiêm nhiệm). */
export const GiveSeat = named(
  'GiveSeat',
  z.object({
    id: ClientId,
    person: z.union([
      z.object({ personId: Id }),
      z.object({
        fullName: line(50),
        phone: z.optional(line(30)),
        login: z.string().check(z.regex(/^[a-z0-9][a-z0-9._-]{2,49}$/)),
      }),
    ]),
    unitId: Id,
    issuerId: Id,
    role: z.enum(seatRoles),
    standing: z.enum(standings),
    title: line(100),
    validFrom: Day,
    validTo: z.optional(z.nullable(Day)),
  }),
)
export const GivenSeat = named(
  'GivenSeat',
  z.object({
    seat: Seat,
    /** Shown once to the administrator, who hands it to the person; it must be changed at the first sign-in. */
    login: z.nullable(z.string()),
    firstPassword: z.nullable(z.string()),
  }),
)
export const EndSeat = named('EndSeat', z.object({ validTo: Day }))
export const NewPassword = named('NewPassword', z.object({ login: z.string(), firstPassword: z.string() }))

export const Delegation = named(
  'Delegation',
  z.object({
    id: Id,
    fromSeatId: Id,
    fromName: z.string(),
    toSeatId: Id,
    toName: z.string(),
    scope: z.enum(['all', 'incoming', 'outgoing']),
    maySign: z.boolean(),
    writtenBasis: z.nullable(z.string()),
    validFrom: z.string(),
    validTo: z.string(),
    ended: z.boolean(),
  }),
)
export const DelegationList = named(
  'DelegationList',
  z.object({ items: z.array(Delegation), next: z.nullable(z.string()) }),
)
export const Delegate = named(
  'Delegate',
  z.object({
    id: ClientId,
    /** The administrator delegates for another; everybody else for himself. */
    fromSeatId: z.optional(Id),
    toSeatId: Id,
    scope: z.enum(['all', 'incoming', 'outgoing']),
    maySign: z.boolean(),
    writtenBasis: z.optional(line(300)),
    validFrom: Day,
    validTo: Day,
  }),
)

export const RecipientGroup = named(
  'RecipientGroup',
  z.object({
    id: Id,
    name: z.string(),
    own: z.boolean(),
    members: z.array(
      z.object({
        issuerId: z.nullable(Id),
        unitId: z.nullable(Id),
        seatId: z.nullable(Id),
        agencyId: z.nullable(Id),
        name: z.string(),
      }),
    ),
  }),
)
export const RecipientGroupList = named(
  'RecipientGroupList',
  z.object({ items: z.array(RecipientGroup), next: z.nullable(z.string()) }),
)
export const SaveGroup = named(
  'SaveGroup',
  z.object({
    id: ClientId,
    name: line(200),
    own: z.boolean(),
    members: z
      .array(z.object({ issuerId: z.optional(Id), unitId: z.optional(Id), seatId: z.optional(Id) }))
      .check(z.minLength(1), z.maxLength(500)),
  }),
)

export const Phrase = named('Phrase', z.object({ id: Id, text: z.string(), own: z.boolean() }))
export const PhraseList = named('PhraseList', z.object({ items: z.array(Phrase), next: z.nullable(z.string()) }))
export const SavePhrase = named('SavePhrase', z.object({ id: ClientId, text: text(500) }))

/** The office of the acting seat: what the app's frame and papers need. */
export const OwnAgency = named(
  'OwnAgency',
  z.object({
    id: Id,
    name: z.string(),
    shortName: z.string(),
    placeName: z.string(),
    level: z.string(),
    supportName: z.nullable(z.string()),
    supportPhone: z.nullable(z.string()),
    issuers: z.array(
      z.object({
        id: Id,
        kind: z.enum(issuerKinds),
        name: z.string(),
        abbreviation: z.string(),
        identifier: z.nullable(z.string()),
      }),
    ),
  }),
)

// ---- port -----------------------------------------------------------------------------------------------------------

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

/** What other modules may ask in their transaction; names and identifiers are those of the given day. */
export type AgenciesPort = {
  getAgency(context: Context): Promise<{ id: string; name: string; shortName: string; placeName: string }>
  findIssuer(context: Context, issuerId: string, on?: CalendarDate): Promise<IssuerFacts | undefined>
  findIssuers(context: Context, issuerIds: readonly string[], on?: CalendarDate): Promise<readonly IssuerFacts[]>
  /** The issuers of the own office, the first one being the office's own (UBND). */
  ownIssuers(context: Context): Promise<readonly IssuerFacts[]>
  /** Seats held today. @throws agencies.SeatUnknown for any that is not */
  getSeats(context: Context, seatIds: readonly string[]): Promise<readonly SeatFacts[]>
  /** Seats held today that fit: the clerks, the office head, the head of a unit … in the order of the office. */
  seatsWhere(
    context: Context,
    fits: { role?: SeatRole; unitId?: string; standing?: Standing },
  ): Promise<readonly SeatFacts[]>
  /** Names also of seats that have ended, for history. */
  seatNames(
    context: Context,
    seatIds: readonly string[],
  ): Promise<ReadonlyMap<string, { fullName: string; title: string }>>
  getUnits(context: Context, unitIds: readonly string[]): Promise<readonly UnitFacts[]>
  /** The head of a unit today, else its deputy; nothing when the post is vacant. */
  findUnitHead(context: Context, unitId: string): Promise<SeatFacts | undefined>
  /** Written authorisations to sign (TUQ.) in force today for a seat. */
  signingAuthorisations(context: Context, toSeatId: string): Promise<readonly SigningAuthorisation[]>
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
