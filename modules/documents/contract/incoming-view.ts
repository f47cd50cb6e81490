import { Day, Id, Instant, named, PageQuery, page, text, z } from '#lib/schemas/index.ts'
import { Assignment } from '#modules/assignments/contract.ts'
import { Comment, DocumentFile, HistoryEntry, Lateness, NamedSeat, Urgency } from './common.ts'
import { incomingActs } from './incoming.ts'
import { incomingStates } from './incoming-states.ts'
import { Signature } from './signature.ts'

export const IncomingRow = named(
  'IncomingRow',
  z.object({
    id: Id,
    state: z.enum(incomingStates),
    subject: z.string(),
    notation: z.string(),
    typeName: z.nullable(z.string()),
    issuerName: z.string(),
    issuedOn: z.nullable(z.string()),
    arrivalNumber: z.nullable(z.number()),
    arrivedAt: Instant,
    carrier: z.string(),
    urgency: Urgency,
    handleBy: z.nullable(Instant),
    holderName: z.string(),
    dueOn: z.nullable(z.string()),
    lateness: Lateness,
    unread: z.boolean(),
    /** What it waits for from the acting seat, if it waits for that one. */
    act: z.nullable(z.enum(incomingActs)),
    restricted: z.boolean(),
  }),
)
export type IncomingRow = z.infer<typeof IncomingRow>
export const IncomingPage = page('IncomingPage', IncomingRow)
export const IncomingQuery = z.object({
  /** One of the tabs; nothing: all. */
  tab: z.optional(
    z.enum(['to-register', 'to-direct', 'open', 'overdue', 'finished', 'not-registered', 'mine', 'for-information']),
  ),
  state: z.optional(z.enum(incomingStates)),
  registerId: z.optional(Id),
  urgency: z.optional(z.coerce.number().check(z.int(), z.gte(0), z.lte(3))),
  /** The name of the issuer as it stands on the documents. */
  issuer: z.optional(text(200)),
  /** Days of arrival, both counted in. */
  from: z.optional(Day),
  to: z.optional(Day),
  ...PageQuery,
})

/** By which issuers a list can be narrowed further: the words typed, and what narrows it already. */
export const IncomingIssuerQuery = z.extend(z.omit(IncomingQuery, { issuer: true }), {
  q: z.optional(z.string().check(z.maxLength(200))),
})
export const IncomingIssuerPage = page('IncomingIssuerPage', named('IncomingIssuer', z.object({ name: z.string() })))

export const IncomingDocument = named(
  'IncomingDocument',
  z.extend(IncomingRow, {
    stateReason: z.nullable(z.string()),
    /** Of a recalled document: who at its sender decided it. */
    recallOrderedBy: z.nullable(z.string()),
    addresseeName: z.string(),
    registerId: z.nullable(Id),
    registerName: z.nullable(z.string()),
    period: z.nullable(z.string()),
    arrivedOn: z.nullable(z.string()),
    registeredAt: z.nullable(Instant),
    typeCode: z.nullable(z.string()),
    number: z.string(),
    issuerId: z.nullable(Id),
    issuerIdentifier: z.nullable(z.string()),
    documentIdentifier: z.nullable(z.string()),
    language: z.string(),
    pages: z.number(),
    copies: z.number(),
    signerTitle: z.nullable(z.string()),
    signerName: z.nullable(z.string()),
    note: z.nullable(z.string()),
    paperPlace: z.nullable(z.string()),
    dueBasis: z.nullable(z.string()),
    duplicateReason: z.nullable(z.string()),
    meetingAt: z.nullable(Instant),
    meetingPlace: z.nullable(z.string()),
    meetingChair: z.nullable(z.string()),
    meetingInvited: z.nullable(z.string()),
    /** Whose digital signatures it bears, as the sender said; nothing of what came on paper. */
    signature: z.nullable(Signature),
    replyDocumentId: z.nullable(Id),
    replyNotation: z.nullable(z.string()),
    /** The own outgoing document that this one answers. */
    answers: z.nullable(named('AnsweredOutgoing', z.object({ id: Id, notation: z.string(), subject: z.string() }))),
    /** Text of the document, shown before any page of the PDF is there. */
    bodyText: z.string(),
    /** Only its beginning is known so far: the rest is being read in the file. */
    textCut: z.boolean(),
    files: z.array(DocumentFile),
    /** The office head's proposal that waits for one press of the leader. */
    proposal: z.nullable(
      named(
        'Proposal',
        z.object({
          byName: z.string(),
          at: Instant,
          text: z.string(),
          dueOn: z.nullable(z.string()),
          targets: z.array(
            named(
              'ProposedTarget',
              z.object({
                seatId: z.nullable(Id),
                unitId: z.nullable(Id),
                name: z.string(),
                role: z.string(),
                dueOn: z.nullable(z.string()),
                /** What this party alone is told, instead of what is said to all. */
                text: z.nullable(z.string()),
              }),
            ),
          ),
        }),
      ),
    ),
    assignments: z.array(Assignment),
    comments: z.array(Comment),
    /** Its movements; looks at it are read apart, by those who may know of them (`seesLooks`). */
    history: z.array(HistoryEntry),
    seesLooks: z.boolean(),
    /** Acts that the acting seat may do now; buttons are made of it. */
    allowed: z.array(z.enum(incomingActs)),
    /** Seats for whom the acting seat may enter a direction (leaders), or whom it stands in for. */
    mayActFor: z.array(NamedSeat),
  }),
)
export type IncomingDocument = z.infer<typeof IncomingDocument>
