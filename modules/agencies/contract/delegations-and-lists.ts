import { ClientId, Day, Id, line, named, PageQuery, page, text, z } from '#lib/schemas/index.ts'

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
    /** The last day on which it holds ("đến hết ngày"), unless it is ended before. */
    validTo: z.string(),
    ended: z.boolean(),
  }),
)
export const DelegationList = page('DelegationList', Delegation)
export const DelegationQuery = z.object(PageQuery)
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
export type Delegate = z.output<typeof Delegate>

export const RecipientGroup = named(
  'RecipientGroup',
  z.object({
    id: Id,
    name: z.string(),
    own: z.boolean(),
    members: z.array(
      named(
        'GroupMember',
        z.object({
          issuerId: z.nullable(Id),
          unitId: z.nullable(Id),
          seatId: z.nullable(Id),
          agencyId: z.nullable(Id),
          name: z.string(),
        }),
      ),
    ),
  }),
)
export const RecipientGroupList = page('RecipientGroupList', RecipientGroup)
export const RecipientGroupQuery = z.object(PageQuery)
/** A body, a unit or a person of the own office. */
const MemberToSave = z.union([
  named('IssuerAsMember', z.strictObject({ issuerId: Id })),
  named('UnitAsMember', z.strictObject({ unitId: Id })),
  named('SeatAsMember', z.strictObject({ seatId: Id })),
])
const GroupContent = {
  name: line(200),
  /** The acting seat's own, else the whole office's. */
  own: z.boolean(),
  members: z.array(MemberToSave).check(z.maxLength(500)),
}
export const SaveGroup = named('SaveGroup', z.object({ id: ClientId, ...GroupContent }))
export const ChangeGroup = named('ChangeGroup', z.object(GroupContent))
export type ChangeGroup = z.output<typeof ChangeGroup>

export const Phrase = named('Phrase', z.object({ id: Id, text: z.string(), own: z.boolean() }))
export const PhraseList = page('PhraseList', Phrase)
export const SavePhrase = named(
  'SavePhrase',
  z.object({
    id: ClientId,
    text: text(500),
    /** Nothing said: the acting seat's own. */
    own: z.optional(z.boolean()),
  }),
)
/** What an act answers that leaves nothing to show. */
export const Removed = named('RemovedFromAgency', z.object({ id: Id }))
