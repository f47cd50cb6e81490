import { ClientId, Day, Id, line, named, z } from '#lib/schemas/index.ts'

/** A rule of the working or clerical regulation by which heads of units sign by order (TL., NĐ 30/2020 Điều 13.4). */
export const SigningOrder = named(
  'SigningOrder',
  z.object({
    id: Id,
    issuerId: Id,
    issuerName: z.string(),
    /** Nothing: every unit. */
    unitId: z.nullable(Id),
    unitName: z.nullable(z.string()),
    typeCodes: z.array(z.string()),
    writtenBasis: z.string(),
    validFrom: z.string(),
    /** The first day on which it no longer holds. */
    validTo: z.nullable(z.string()),
  }),
)
export const SigningOrderList = named(
  'SigningOrderList',
  z.object({ items: z.array(SigningOrder), next: z.nullable(z.string()) }),
)
export const LetSignByOrder = named(
  'LetSignByOrder',
  z.object({
    id: ClientId,
    issuerId: Id,
    unitId: z.optional(Id),
    typeCodes: z.array(line(40)).check(z.minLength(1), z.maxLength(50)),
    writtenBasis: line(300),
    validFrom: Day,
    validTo: z.optional(z.nullable(Day)),
  }),
)
export type LetSignByOrder = z.output<typeof LetSignByOrder>
export const EndSigningOrder = named('EndSigningOrder', z.object({ validTo: Day }))
