import { ClientId, Day, Id, Instant, line, named, PageQuery, page, piece, text, z } from '#lib/schemas/index.ts'
import { AttachedFile, Comment, DocumentFile, HistoryEntry, Lateness, NamedSeat, Urgency } from './common.ts'
import { outgoingActs, outgoingStates } from './outgoing-states.ts'
import { Signature } from './signature.ts'

/** Whose a document of a collective body is: its own, or its head's (a decision of the chairman). */
export const authorities = ['collective', 'head'] as const
export const capacities = ['none', 'TM', 'KT', 'TL', 'TUQ', 'Q'] as const

/** One piece of a paragraph. */
export const LetterRun = named(
  'LetterRun',
  z.object({
    text: piece(5000),
    bold: z.optional(z.boolean()),
    italic: z.optional(z.boolean()),
  }),
)
/** The body of a letter as blocks: paragraphs, items with their mark, simple tables. Never markup. */
export const LetterBlock = named(
  'LetterBlock',
  z.discriminatedUnion('kind', [
    named('LetterHeading', z.object({ kind: z.literal('heading'), text: piece(500) })),
    named(
      'LetterParagraph',
      z.object({ kind: z.literal('paragraph'), runs: z.array(LetterRun).check(z.maxLength(200)) }),
    ),
    named(
      'LetterItem',
      z.object({
        kind: z.literal('item'),
        mark: piece(10),
        runs: z.array(LetterRun).check(z.maxLength(200)),
      }),
    ),
    named(
      'LetterTable',
      z.object({
        kind: z.literal('table'),
        header: z.array(piece(200)).check(z.maxLength(12)),
        rows: z.array(z.array(piece(1000)).check(z.maxLength(12))).check(z.maxLength(500)),
      }),
    ),
  ]),
)
export type LetterBlock = z.infer<typeof LetterBlock>
export const Letter = named(
  'Letter',
  z.object({
    addressees: z.array(line(300)).check(z.maxLength(100)),
    blocks: z.array(LetterBlock).check(z.maxLength(500)),
  }),
)
export type Letter = z.infer<typeof Letter>

export const Recipient = named(
  'RecipientInput',
  z.object({
    id: Id,
    kind: z.enum(['agency', 'unit', 'seat', 'outside']),
    issuerId: z.optional(Id),
    unitId: z.optional(Id),
    seatId: z.optional(Id),
    /** Name and address of somebody outside. */
    name: z.optional(line(200)),
    address: z.optional(line(300)),
    carrier: z.enum(['system', 'paper', 'mail']),
    purpose: z.enum(['act', 'report', 'inform', 'keep']),
  }),
)
export type RecipientInput = z.infer<typeof Recipient>
/** More than a document may have, so that who sends too many is told how many it may. */
export const Recipients = z.array(Recipient).check(z.maxLength(10_000))

/** The revision of the document that was before whoever acts on it. */
const Revision = z.number().check(z.int(), z.gte(1))

export const DraftFacts = z.object({
  issuerId: z.optional(Id),
  typeCode: z.string().check(z.maxLength(40)),
  subject: text(500),
  urgency: z.optional(Urgency),
  handleBy: z.optional(z.nullable(Instant)),
  secrecy: z.optional(z.enum(['none', 'mat', 'toi-mat', 'tuyet-mat'])),
  restricted: z.optional(z.boolean()),
  language: z.optional(line(30)),
  copies: z.optional(z.number().check(z.int(), z.gte(1), z.lte(999))),
  note: z.optional(z.nullable(text(500))),
  dueOn: z.optional(z.nullable(Day)),
  meetingAt: z.optional(z.nullable(Instant)),
  meetingPlace: z.optional(z.nullable(line(200))),
  meetingChair: z.optional(z.nullable(line(100))),
  /** Of a letter written here its addressees are the invited. */
  meetingInvited: z.optional(z.nullable(text(1000))),
  signerSeatId: z.optional(z.nullable(Id)),
  capacity: z.optional(z.enum(capacities)),
  authority: z.optional(z.enum(authorities)),
  delegationId: z.optional(z.nullable(Id)),
  recipients: z.optional(Recipients),
})

/** Begins a draft: from an upload (PDF, or Word kept as the source with its PDF) or written from the template. */
export const DraftOutgoing = named(
  'DraftOutgoing',
  z.extend(DraftFacts, {
    id: ClientId,
    inReplyTo: z.optional(Id),
    letter: z.optional(Letter),
    files: z.optional(z.array(AttachedFile).check(z.maxLength(50))),
  }),
)
export type DraftOutgoing = z.infer<typeof DraftOutgoing>

/** A new version: facts, content or files. */
export const ChangeDraft = named(
  'ChangeDraft',
  z.extend(z.partial(DraftFacts), {
    revision: Revision,
    letter: z.optional(Letter),
    files: z.optional(z.array(AttachedFile).check(z.maxLength(50))),
    /** Files of the present version which go on in this one; the others stay behind with that version. */
    keptFileIds: z.optional(z.array(Id).check(z.maxLength(50))),
    versionNote: z.optional(text(500)),
  }),
)

/** Who may sign for an issuer today, in which words, and the lines printed above the name (ô 7a). */
export const SignerQuery = z.object({ issuerId: z.optional(Id), typeCode: z.optional(line(40)) })
export const SignerList = named(
  'SignerList',
  z.object({
    items: z.array(
      named(
        'Signer',
        z.object({
          seatId: Id,
          name: z.string(),
          title: z.string(),
          choices: z.array(
            named(
              'SigningChoice',
              z.object({ capacity: z.enum(capacities), authority: z.enum(authorities), lines: z.array(z.string()) }),
            ),
          ),
        }),
      ),
    ),
    next: z.nullable(z.string()),
  }),
)

/** Sends the draft up: reviewers of one ordinal are asked at once, the next after them; the two checks come by themselves. */
export const SubmitDraft = named(
  'SubmitDraft',
  z.object({
    revision: Revision,
    reviewers: z.optional(
      z
        .array(
          named('ReviewerToAsk', z.object({ seatId: Id, ordinal: z.number().check(z.int(), z.gte(1), z.lte(20)) })),
        )
        .check(z.maxLength(30)),
    ),
    text: z.optional(text(500)),
  }),
)
/** Which incoming document a draft answers; null: none. */
export const TieToIncoming = named('TieToIncoming', z.object({ revision: Revision, inReplyTo: z.nullable(Id) }))
export const SetRecipients = named('SetRecipients', z.object({ revision: Revision, recipients: Recipients }))
export const ReviewDraft = named(
  'ReviewDraft',
  z.object({
    revision: Revision,
    /** Agrees or sends back; a return needs its reason. */
    result: z.enum(['agreed', 'returned']),
    text: z.optional(text(2000)),
    onBehalfOf: z.optional(Id),
  }),
)
export const ReturnDraft = named('ReturnDraft', z.object({ reason: text(2000) }))
export const ApproveDraft = named(
  'ApproveDraft',
  z.object({
    revision: Revision,
    text: z.optional(text(500)),
  }),
)
export const NumberOutgoing = named('NumberOutgoing', z.object({ issuedOn: z.optional(Day) }))
export const Recall = named(
  'Recall',
  z.object({
    reason: text(500),
    /** Who in authority decided it; clerk and office head carry out what a leader decided. */
    orderedBySeatId: z.optional(Id),
  }),
)
export const HandedOver = named('HandedOver', z.object({ recipientId: Id, on: Day }))
/** To who took over from a recipient that was closed before the document came. */
/** One who refused it is sent it again by name; without a name all who gave it back. */
export const DispatchAgain = named('DispatchAgain', z.object({ recipientId: z.optional(Id) }))
export const SendToSuccessor = named('SendToSuccessor', z.object({ recipientId: Id }))
/** A paper that was handed over lies here again: it was recalled. */
export const Collected = named('Collected', z.object({ recipientId: Id, on: Day }))

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
