import { Id, line, named, PageQuery, page, z } from '#lib/schemas/index.ts'
import { issuerKinds } from './common.ts'

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

/** Who helps with the system, and at which number; empty for nobody. */
export const SetSupport = named(
  'SetSupport',
  z.object({ name: z.union([z.literal(''), line(120)]), phone: z.union([z.literal(''), line(30)]) }),
)

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
      named(
        'OwnIssuer',
        z.object({
          id: Id,
          kind: z.enum(issuerKinds),
          name: z.string(),
          abbreviation: z.string(),
          identifier: z.nullable(z.string()),
        }),
      ),
    ),
  }),
)
