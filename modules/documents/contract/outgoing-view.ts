import { Id, Instant, named, PageQuery, page, z } from '#lib/schemas/index.ts'
import { Comment, DocumentFile, HistoryEntry, Lateness, NamedSeat, Urgency } from './common.ts'
import { Letter } from './letter.ts'
import { authorities, capacities } from './outgoing.ts'
import { outgoingActs, outgoingStates } from './outgoing-states.ts'
import { Signature } from './signature.ts'

export const RecipientView = named(
  'Recipient',
  z.object({
    id: Id,
    kind: z.enum(['agency', 'unit', 'seat', 'outside']),
    carrier: z.enum(['system', 'paper', 'mail']),
    purpose: z.enum(['act', 'report', 'inform', 'keep']),
    issuerId: z.nullable(Id),
    unitId: z.nullable(Id),
    seatId: z.nullable(Id),
    name: z.string(),
    identifier: z.nullable(z.string()),
    address: z.nullable(z.string()),
    state: z.string(),
    stateReason: z.nullable(z.string()),
    stateAt: z.nullable(Instant),
    handedOverOn: z.nullable(z.string()),
    /** Who took over from a recipient that was closed meanwhile and turned the document away; nothing once it was sent there. */
    successor: z.nullable(named('RecipientSuccessor', z.object({ issuerId: Id, name: z.string() }))),
    /** Of an own unit: how many people are to read it, and who has. Who had a hand in issuing it is not counted. */
    reads: z.nullable(
      named(
        'RecipientReads',
        z.object({
          of: z.number(),
          by: z.array(named('RecipientReader', z.object({ name: z.string(), at: Instant }))),
        }),
      ),
    ),
  }),
)
export type RecipientView = z.infer<typeof RecipientView>

export const ReviewView = named(
  'Review',
  z.object({
    id: Id,
    kind: z.enum(['opinion', 'content', 'form']),
    ordinal: z.number(),
    seatId: Id,
    name: z.string(),
    title: z.string(),
    state: z.enum(['waiting', 'asked', 'agreed', 'returned', 'dropped']),
    text: z.nullable(z.string()),
    version: z.number(),
    answeredAt: z.nullable(Instant),
    onBehalfOfName: z.nullable(z.string()),
  }),
)
export const VersionView = named(
  'Version',
  z.object({
    version: z.number(),
    at: Instant,
    authorName: z.string(),
    note: z.string(),
    files: z.array(DocumentFile),
  }),
)

export const OutgoingRow = named(
  'OutgoingRow',
  z.object({
    id: Id,
    state: z.enum(outgoingStates),
    subject: z.string(),
    typeName: z.string(),
    notation: z.nullable(z.string()),
    issuedOn: z.nullable(z.string()),
    draftingUnit: z.string(),
    signerName: z.nullable(z.string()),
    urgency: Urgency,
    handleBy: z.nullable(Instant),
    holderName: z.string(),
    dueOn: z.nullable(z.string()),
    lateness: Lateness,
    createdAt: Instant,
    unread: z.boolean(),
    restricted: z.boolean(),
    signature: Signature,
    /** Of the recipients: how many there are, received, refused, and still to be carried by hand. */
    delivery: z.nullable(
      named('Delivery', z.object({ total: z.number(), received: z.number(), refused: z.number(), byHand: z.number() })),
    ),
  }),
)
export type OutgoingRow = z.infer<typeof OutgoingRow>
export const OutgoingPage = page('OutgoingPage', OutgoingRow)
export const OutgoingQuery = z.object({
  tab: z.optional(
    z.enum([
      'mine',
      'drafts',
      'in-review',
      'to-approve',
      'to-number',
      'to-dispatch',
      'dispatched',
      'internal',
      'recalled',
    ]),
  ),
  state: z.optional(z.enum(outgoingStates)),
  ...PageQuery,
})

export const OutgoingDocument = named(
  'OutgoingDocument',
  z.extend(OutgoingRow, {
    /** The acting seat reads it because it was issued to it: it sees the issued version and nothing of the drafts. */
    issuedOnly: z.boolean(),
    stateReason: z.nullable(z.string()),
    issuerId: Id,
    issuerName: z.string(),
    typeCode: z.string(),
    drafterName: z.string(),
    source: z.enum(['upload', 'template']),
    language: z.string(),
    pages: z.number(),
    copies: z.number(),
    note: z.nullable(z.string()),
    version: z.number(),
    /** Raised by every change of what it says; whoever changes it, sends it on or approves it sends back what was before him. */
    revision: z.number(),
    editing: z.nullable(named('DraftHold', z.object({ name: z.string(), since: Instant, own: z.boolean() }))),
    inReplyTo: z.nullable(
      named(
        'AnsweredIncoming',
        z.object({
          id: Id,
          notation: z.string(),
          arrivalNumber: z.nullable(z.number()),
          subject: z.string(),
          issuerName: z.string(),
        }),
      ),
    ),
    meetingAt: z.nullable(Instant),
    meetingPlace: z.nullable(z.string()),
    meetingChair: z.nullable(z.string()),
    meetingInvited: z.nullable(z.string()),
    signerSeatId: z.nullable(Id),
    capacity: z.enum(capacities),
    authority: z.enum(authorities),
    /** The printed lines of the signing block (7a), as they stand or would stand. */
    signingLines: z.array(z.string()),
    signingProblem: z.nullable(z.string()),
    possibleSigners: z.array(
      named(
        'PossibleSigner',
        z.object({ seatId: Id, name: z.string(), title: z.string(), capacities: z.array(z.enum(capacities)) }),
      ),
    ),
    approvedAt: z.nullable(Instant),
    approvedByName: z.nullable(z.string()),
    documentIdentifier: z.nullable(z.string()),
    number: z.nullable(z.number()),
    nextNumber: z.nullable(z.number()),
    numberedAt: z.nullable(Instant),
    dispatchedAt: z.nullable(Instant),
    recalledAt: z.nullable(Instant),
    /** Who decided the recall. */
    recallOrder: z.nullable(NamedSeat),
    /** Who may decide to recall it: the leaders of the body that issued it, and its signer. */
    recallOrders: z.array(NamedSeat),
    letter: z.nullable(Letter),
    bodyText: z.string(),
    files: z.array(DocumentFile),
    versions: z.array(VersionView),
    reviews: z.array(ReviewView),
    recipients: z.array(RecipientView),
    comments: z.array(Comment),
    /** Its movements; looks at it are read apart, by those who may know of them (`seesLooks`). */
    history: z.array(HistoryEntry),
    seesLooks: z.boolean(),
    /** The steps in the decree's order, who holds each: draft, review, checks, approval, number, dispatch. */
    steps: z.array(
      named('DraftStep', z.object({ step: z.string(), state: z.enum(['done', 'now', 'later']), who: z.string() })),
    ),
    allowed: z.array(z.enum(outgoingActs)),
  }),
)
export type OutgoingDocument = z.infer<typeof OutgoingDocument>

/** What changed between two versions, word by word. */
export const VersionDifference = named(
  'VersionDifference',
  z.object({
    from: z.number(),
    to: z.number(),
    parts: z.array(named('DifferencePart', z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() }))),
  }),
)
