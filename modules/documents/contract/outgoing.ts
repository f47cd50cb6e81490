import { ClientId, Day, Id, Instant, line, named, text, z } from '#lib/schemas/index.ts'
import { AttachedFile, Urgency } from './common.ts'
import { Letter } from './letter.ts'

/** Whose a document of a collective body is: its own, or its head's (a decision of the chairman). */
export const authorities = ['collective', 'head'] as const
export const capacities = ['none', 'TM', 'KT', 'TL', 'TUQ', 'Q'] as const

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
/** One who refused it is sent it again by name; without a name all who gave it back. */
export const DispatchAgain = named('DispatchAgain', z.object({ recipientId: z.optional(Id) }))
/** To who took over from a recipient that was closed before the document came. */
export const SendToSuccessor = named('SendToSuccessor', z.object({ recipientId: Id }))
/** A paper that was handed over lies here again: it was recalled. */
export const Collected = named('Collected', z.object({ recipientId: Id, on: Day }))
