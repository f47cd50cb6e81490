import { seatRoles, standings } from '#lib/roles/index.ts'
import { ClientId, Day, Id, line, named, PageQuery, z } from '#lib/schemas/index.ts'

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
    /** The first day on which the unit is no more. */
    validTo: z.nullable(z.string()),
    /** Seats held today. */
    seatCount: z.number(),
    /** Whether somebody leads it today: work that is given to a unit is given to its head. */
    hasHead: z.boolean(),
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
    /** The first day on which the person no longer holds it ("thôi giữ từ ngày"): from that day it gives no rights. */
    validTo: z.nullable(z.string()),
  }),
)
export type Seat = z.infer<typeof Seat>

/** A seat in the administrator's list, with the login of the person; to everybody else the login is nothing. */
export const ListedSeat = named(
  'ListedSeat',
  z.object({
    ...Seat.shape,
    /** The order among seats of equal standing. */
    ordinal: z.number(),
    login: z.nullable(z.string()),
    mustChangePassword: z.nullable(z.boolean()),
  }),
)
export const SeatList = named('SeatList', z.object({ items: z.array(ListedSeat), next: z.nullable(z.string()) }))
export const SeatQuery = z.object({
  q: z.optional(z.string().check(z.maxLength(200))),
  unitId: z.optional(Id),
  /** Those that ended, instead of those that are held today or begin later. */
  ended: z.optional(z.enum(['true'])),
  ...PageQuery,
})

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
  /** Only people who lead others, and may direct further. */
  leads: z.optional(z.enum(['true'])),
  kind: z.optional(z.enum(['seat', 'unit'])),
  ...PageQuery,
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
    kind: z.optional(z.enum(unitKinds)),
    ordinal: z.optional(z.number().check(z.int(), z.gte(1), z.lte(999))),
    validTo: z.optional(z.nullable(Day)),
  }),
)

/**
 * A new person with his first seat; another seat for somebody who sits here already; or a seat for somebody of another
 * office, named by his login (kiêm nhiệm).
 */
export const GiveSeat = named(
  'GiveSeat',
  z.object({
    id: ClientId,
    person: z.union([
      named('PersonOfOffice', z.strictObject({ personId: Id })),
      named('PersonByLogin', z.strictObject({ existingLogin: line(100) })),
      named(
        'NewPerson',
        z.strictObject({
          fullName: line(50),
          login: z.string().check(z.regex(/^[a-z0-9][a-z0-9._-]{2,49}$/)),
        }),
      ),
    ]),
    unitId: Id,
    issuerId: Id,
    role: z.enum(seatRoles),
    standing: z.enum(standings),
    title: line(100),
    /** The order among seats of equal standing. */
    ordinal: z.optional(z.number().check(z.int(), z.gte(1), z.lte(9999))),
    validFrom: Day,
    validTo: z.optional(z.nullable(Day)),
  }),
)
export type GiveSeat = z.output<typeof GiveSeat>
export const GivenSeat = named(
  'GivenSeat',
  z.object({
    seat: Seat,
    /** Shown once to the administrator, who hands it to the person; it must be changed at the first sign-in. */
    login: z.nullable(z.string()),
    firstPassword: z.nullable(z.string()),
  }),
)
/** A slip of the pen is put right; another unit, role or standing is another seat. */
export const CorrectSeat = named(
  'CorrectSeat',
  z.object({
    fullName: z.optional(line(50)),
    title: z.optional(line(100)),
    ordinal: z.optional(z.number().check(z.int(), z.gte(1), z.lte(9999))),
  }),
)
/** Whose login it is, before a seat is given to that person. */
export const KnownPerson = named(
  'KnownPerson',
  z.object({
    login: z.string(),
    fullName: z.string(),
    /** Where the person sits today, the first of them first. */
    offices: z.array(z.string()),
  }),
)
export type KnownPerson = z.output<typeof KnownPerson>
export const KnownPersonQuery = z.object({ login: line(100) })
export const EndSeat = named('EndSeat', z.object({ validTo: Day }))
export const NewPassword = named(
  'NewPassword',
  z.object({
    login: z.string(),
    /** Nothing when the request was repeated after the person had set a password of his own. */
    firstPassword: z.nullable(z.string()),
  }),
)
