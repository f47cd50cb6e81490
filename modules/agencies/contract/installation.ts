import { ClientId, Day, Id, line, named, PageQuery, page, z } from '#lib/schemas/index.ts'
import { issuerKinds } from './common.ts'

const login = z.string().check(z.regex(/^[a-z0-9][a-z0-9._-]{2,49}$/))

/** Whoever holds the link that was printed once becomes the first administrator of the installation. */
export const FirstAdministrator = named(
  'FirstAdministrator',
  z.object({
    token: z.string().check(z.minLength(20), z.maxLength(100)),
    login,
    fullName: line(50),
    password: z.string().check(z.minLength(1), z.maxLength(500)),
  }),
)

/** Whoever holds the link that the server's command printed sets the password of the login it is for. */
export const PasswordByLink = named(
  'PasswordByLink',
  z.object({
    token: z.string().check(z.minLength(20), z.maxLength(100)),
    password: z.string().check(z.minLength(1), z.maxLength(500)),
  }),
)

/** `basis` names the office's written request; needed where an administrator of the office works already. */
export const RenewPassword = named('RenewPassword', z.object({ basis: z.optional(line(300)) }))
export const AppointAdministrator = named(
  'AppointAdministrator',
  z.object({
    id: ClientId,
    person: z.union([
      named('NewAdministrator', z.object({ fullName: line(50), login })),
      named('AdministratorByLogin', z.object({ existingLogin: line(50) })),
    ]),
    basis: line(300),
  }),
)
export type AppointAdministrator = z.output<typeof AppointAdministrator>

/** A record office with its own issuer and the person who will administer it. */
export const OpenAgency = named(
  'OpenAgency',
  z.object({
    id: ClientId,
    parentId: z.optional(z.nullable(Id)),
    level: z.enum(['central', 'province', 'department', 'commune']),
    name: line(200),
    shortName: line(100),
    placeName: line(100),
    issuer: named(
      'OpenAgencyIssuer',
      z.object({
        id: ClientId,
        kind: z.enum(issuerKinds),
        abbreviation: line(30),
        letterhead: z.optional(z.array(line(100)).check(z.maxLength(3))),
        identifier: z.optional(line(35)),
      }),
    ),
    administrator: named(
      'OpenAgencyAdministrator',
      z.object({ seatId: ClientId, unitId: ClientId, fullName: line(50), login }),
    ),
  }),
)
export type OpenAgency = z.output<typeof OpenAgency>
export const OpenedAgency = named(
  'OpenedAgency',
  z.object({ agencyId: Id, login: z.string(), firstPassword: z.string() }),
)
/** Another body that issues documents under the same roof: a commune's People's Council beside its People's Committee. */
export const AddIssuer = named(
  'AddIssuer',
  z.object({
    id: ClientId,
    kind: z.enum(issuerKinds),
    name: line(200),
    shortName: line(100),
    abbreviation: line(30),
    letterhead: z.optional(z.array(line(100)).check(z.maxLength(3))),
    identifier: z.optional(line(35)),
  }),
)
export type AddIssuer = z.output<typeof AddIssuer>
export const GiveIdentifier = named('GiveIdentifier', z.object({ code: line(35) }))

/** Somebody of the office that took over reads the one that was closed; `basis` is the written request. */
export const LetRead = named('LetRead', z.object({ id: ClientId, existingLogin: line(50), basis: line(300) }))
export type LetRead = z.output<typeof LetRead>

/** By merger, division or dissolution; `basis` is the decision that says so. */
export const CloseAgency = named(
  'CloseAgency',
  z.object({ closedOn: Day, successorId: z.nullable(Id), basis: line(300) }),
)
export type CloseAgency = z.output<typeof CloseAgency>
/** From a day on; documents of earlier days keep the name of their day. */
export const RenameIssuer = named(
  'RenameIssuer',
  z.object({
    from: Day,
    name: line(200),
    shortName: line(100),
    abbreviation: line(30),
    placeName: line(100),
    basis: line(300),
  }),
)
export type RenameIssuer = z.output<typeof RenameIssuer>

/** A body outside the installation, which every office may write to on paper or by mail. */
export const OutsideBody = named(
  'OutsideBody',
  z.object({
    id: Id,
    kind: z.enum(issuerKinds),
    name: z.string(),
    shortName: z.string(),
    abbreviation: z.string(),
    placeName: z.string(),
    superior: z.nullable(z.string()),
    identifier: z.nullable(z.string()),
    closedOn: z.nullable(z.string()),
  }),
)
export type OutsideBody = z.output<typeof OutsideBody>
export const OutsideBodyPage = page('OutsideBodyPage', OutsideBody)
export const OutsideBodyQuery = z.object({ q: z.optional(z.string().check(z.maxLength(200))), ...PageQuery })
export const AddOutsideBody = named(
  'AddOutsideBody',
  z.object({
    id: ClientId,
    kind: z.enum(issuerKinds),
    name: line(200),
    shortName: line(100),
    abbreviation: line(30),
    placeName: line(100),
    /** The direct superior body, where its papers show one. */
    superior: z.optional(line(100)),
    identifier: z.optional(line(35)),
  }),
)
export type AddOutsideBody = z.output<typeof AddOutsideBody>
export const CloseOutsideBody = named('CloseOutsideBody', z.object({ closedOn: Day, basis: line(300) }))
export type CloseOutsideBody = z.output<typeof CloseOutsideBody>

export const AgencyRow = named(
  'AgencyRow',
  z.object({
    id: Id,
    parentId: z.nullable(Id),
    level: z.string(),
    name: z.string(),
    shortName: z.string(),
    openedOn: z.string(),
    closedOn: z.nullable(z.string()),
  }),
)
/** What who runs the installation sees of one office: who issues there, and who administers it; none of its work. */
export const AgencyCard = named(
  'AgencyCard',
  z.object({
    agency: AgencyRow,
    /** What closed it and who took over, when it is closed or to be closed. */
    closing: z.nullable(
      named('AgencyClosing', z.object({ basis: z.nullable(z.string()), successor: z.nullable(z.string()) })),
    ),
    issuers: z.array(
      named(
        'AgencyIssuer',
        z.object({
          id: Id,
          kind: z.enum(issuerKinds),
          name: z.string(),
          shortName: z.string(),
          abbreviation: z.string(),
          placeName: z.string(),
          /** Its names of other days: from which day each held, and what gave it. */
          otherNames: z.array(
            named('IssuerName', z.object({ name: z.string(), from: z.string(), basis: z.nullable(z.string()) })),
          ),
          identifier: z.nullable(z.string()),
          /** Its codes besides the present one: former ones, and those of the old form, which are aliases. */
          otherCodes: z.array(
            named(
              'IssuerCode',
              z.object({
                code: z.string(),
                scheme: z.enum(['qd20', 'qcvn102']),
                from: z.string(),
                to: z.nullable(z.string()),
              }),
            ),
          ),
        }),
      ),
    ),
    administrators: z.array(
      named(
        'AgencyAdministrator',
        z.object({ seatId: Id, fullName: z.string(), login: z.nullable(z.string()), mustChangePassword: z.boolean() }),
      ),
    ),
    /** Who reads an office that is closed or to be closed. */
    readers: z.array(named('AgencyReader', z.object({ seatId: Id, fullName: z.string(), from: z.string() }))),
  }),
)
export type AgencyCard = z.output<typeof AgencyCard>
export const AgencyRows = page('AgencyRows', AgencyRow)
export const AgencyRowsQuery = z.object(PageQuery)
