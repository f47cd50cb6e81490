import { ClientId, Day, Id, Instant, line, named, text, z } from '#lib/schemas/index.ts'
import { AssignmentTarget } from '#modules/assignments/contract.ts'
import { AttachedFile, Urgency } from './common.ts'
import { incomingStates } from './incoming-states.ts'

export { type IncomingState, incomingStates } from './incoming-states.ts'

/** Every act on an incoming document; the reader makes its buttons of those that are allowed now. */
export const incomingActs = [
  'register',
  'set-aside',
  'bring-back',
  'refuse',
  'send-up',
  'propose',
  'confirm',
  'direct',
  'assign',
  'forward',
  'return',
  'take-back',
  'withdraw',
  'change-lead',
  'urge',
  'ask-extension',
  'answer-extension',
  'extend',
  'finish',
  'finish-without-work',
  'reopen',
  'comment',
  'attach',
  'correct-direction',
] as const
export type IncomingAct = (typeof incomingActs)[number]

/**
 * What is written on a received document (NĐ 30/2020 Phụ lục VI, Phần II, văn bản đến). Arrival date, arrival number,
 * page count and the issuer's identifier are given by the system and never typed.
 */
export const IncomingFacts = z.object({
  typeCode: z.optional(z.nullable(z.string().check(z.maxLength(40)))),
  /** Number and notation as written: 4127/UBND-NNMT. May be empty: a letter from a citizen has none. */
  notation: z.optional(line(42)),
  issuedOn: z.optional(z.nullable(Day)),
  /** A body of the directory, or its name where the directory has none. */
  issuerId: z.optional(z.nullable(Id)),
  issuerName: z.optional(line(200)),
  subject: text(500),
  language: z.optional(line(30)),
  signerTitle: z.optional(line(100)),
  signerName: z.optional(line(50)),
  urgency: z.optional(Urgency),
  /** Of HỎA TỐC HẸN GIỜ: until when it is to be handled. */
  handleBy: z.optional(z.nullable(Instant)),
  /** Độ mật: anything but 'none' is refused with the instruction that the law gives. */
  secrecy: z.optional(z.enum(['none', 'mat', 'toi-mat', 'tuyet-mat'])),
  copies: z.optional(z.number().check(z.int(), z.gte(1), z.lte(999))),
  note: z.optional(text(500)),
  meetingAt: z.optional(z.nullable(Instant)),
  meetingPlace: z.optional(line(200)),
  meetingChair: z.optional(line(100)),
  /** Who is invited, as it is written. */
  meetingInvited: z.optional(text(1000)),
})

/** For what arrived last year while its register is still open: in which year's register it goes. */
const RegisterYear = z.string().check(z.regex(/^\d{4}$/))

/** Enters a paper or a file into its register and gives it the next number (số đến). */
export const RegisterIncoming = named(
  'RegisterIncoming',
  z.extend(IncomingFacts, {
    id: ClientId,
    registerId: z.optional(Id),
    arrivedOn: z.optional(Day),
    period: z.optional(RegisterYear),
    carrier: z.optional(z.enum(['paper', 'mail'])),
    paperPlace: z.optional(line(200)),
    files: z.array(AttachedFile).check(z.maxLength(50)),
    dueOn: z.optional(z.nullable(Day)),
    /** Why it is entered although the same document is there already. */
    duplicateReason: z.optional(text(500)),
    /** The leader it goes to; without it the register's route decides. */
    leaderSeatId: z.optional(Id),
    restricted: z.optional(z.boolean()),
  }),
)
export type RegisterIncoming = z.infer<typeof RegisterIncoming>

/**
 * A paper that came over the counter and is not entered into a register (không vào sổ), with the reason: it stands in the
 * list without a number and can be brought back.
 */
export const NoteUnregistered = named(
  'NoteUnregistered',
  z.extend(IncomingFacts, {
    id: ClientId,
    arrivedOn: z.optional(Day),
    carrier: z.optional(z.enum(['paper', 'mail'])),
    paperPlace: z.optional(line(200)),
    files: z.array(AttachedFile).check(z.maxLength(50)),
    restricted: z.optional(z.boolean()),
    reason: text(500),
  }),
)
export type NoteUnregistered = z.infer<typeof NoteUnregistered>

/** What a paper says that was noted without a register and is entered into one now: the whole of it, and what is scanned only now. */
const PaperNoted = named(
  'PaperNoted',
  z.extend(IncomingFacts, {
    arrivedOn: z.optional(Day),
    paperPlace: z.optional(line(200)),
    files: z.array(AttachedFile).check(z.maxLength(50)),
  }),
)

/** Registers what another agency of the installation sent: its facts came with it and are not typed again. */
export const RegisterArrived = named(
  'RegisterArrived',
  z.object({
    registerId: z.optional(Id),
    period: z.optional(RegisterYear),
    dueOn: z.optional(z.nullable(Day)),
    duplicateReason: z.optional(text(500)),
    leaderSeatId: z.optional(Id),
    restricted: z.optional(z.boolean()),
    note: z.optional(text(500)),
    /** Of a paper that was noted at the counter and brought back. */
    paper: z.optional(PaperNoted),
  }),
)

/** The proposal of the office head, or the direction of a leader (bút phê). */
export const Direct = named(
  'Direct',
  z.object({
    targets: z.array(AssignmentTarget).check(z.maxLength(100)),
    text: z.optional(text(2000)),
    dueOn: z.optional(z.nullable(Day)),
    /** The leader whose direction is typed in from paper or by word of mouth, or for whom one stands in. */
    onBehalfOf: z.optional(Id),
    /** A photo of the paper with the direction. */
    evidence: z.optional(z.array(AttachedFile).check(z.maxLength(5))),
  }),
)
export type Direct = z.infer<typeof Direct>
/** What the leader in whose name a direction was entered says instead of it. */
export const CorrectDirection = named('CorrectDirection', z.omit(Direct, { onBehalfOf: true, evidence: true }))
export const Propose = named('Propose', z.extend(Direct, { leaderSeatId: Id }))
/** One press: the leader agrees with what the office head proposed. */
export const Confirm = named('Confirm', z.object({ text: z.optional(text(2000)) }))
export const SendUp = named('SendUp', z.object({ leaderSeatId: z.optional(Id), text: z.optional(text(500)) }))

/** A unit head gives his unit's work on to people; also adds parties later. */
export const Assign = named(
  'Assign',
  z.object({
    assignmentId: z.optional(Id),
    targets: z.array(AssignmentTarget).check(z.minLength(1), z.maxLength(100)),
    text: z.optional(text(2000)),
    onBehalfOf: z.optional(Id),
  }),
)
/** Passes a document on for information, or the whole task to another. */
export const Forward = named(
  'Forward',
  z.object({
    targets: z.array(AssignmentTarget).check(z.minLength(1), z.maxLength(100)),
    text: z.optional(text(2000)),
    onBehalfOf: z.optional(Id),
  }),
)
export const ReturnTask = named(
  'ReturnTask',
  z.object({ assignmentId: z.optional(Id), reason: text(500), onBehalfOf: z.optional(Id) }),
)
export const Finish = named(
  'Finish',
  z.object({ assignmentId: z.optional(Id), result: text(2000), onBehalfOf: z.optional(Id) }),
)
/** It needs no work: what is decided instead, and who is only to know of it. */
export const FinishWithoutWork = named(
  'FinishWithoutWork',
  z.object({
    text: text(2000),
    targets: z.optional(z.array(AssignmentTarget).check(z.maxLength(100))),
    onBehalfOf: z.optional(Id),
  }),
)
/** Without a reason only by whoever finished it. */
export const Reopen = named('Reopen', z.object({ reason: z.optional(text(500)) }))
/** Without an assignment: all that the acting seat gave last and that nobody opened, or that it sent up. */
export const TakeBackTask = named('TakeBackTask', z.object({ assignmentId: z.optional(Id) }))
export const BringBack = named('BringBack', z.object({ reason: z.optional(text(500)) }))
export const WithdrawTask = named('WithdrawTask', z.object({ assignmentId: Id, reason: text(500) }))
export const ChangeLead = named(
  'ChangeLead',
  z.object({ assignmentId: Id, seatId: z.optional(Id), unitId: z.optional(Id), reason: text(500) }),
)
export const Urge = named(
  'Urge',
  z.object({
    /** Not said: whoever answers for it now, on every level. */
    assignmentIds: z.optional(z.array(Id).check(z.minLength(1), z.maxLength(100))),
    text: text(500),
  }),
)
export const AskExtension = named(
  'AskExtension',
  z.object({ extensionId: Id, assignmentId: Id, dueOn: Day, reason: text(500) }),
)
export const AnswerExtension = named(
  'AnswerExtension',
  z.object({ extensionId: Id, grantedDueOn: z.nullable(Day), text: z.optional(text(500)) }),
)
/** Whoever gave work gives it another deadline, asked or not. */
export const Extend = named('Extend', z.object({ assignmentId: Id, dueOn: Day, reason: text(500) }))
export const AttachFiles = named(
  'AttachFiles',
  z.object({ files: z.array(AttachedFile).check(z.minLength(1), z.maxLength(20)) }),
)

/** The acting seat has the document before it: what waited for it is now in hand. */
export const IncomingOpened = named('IncomingOpened', z.object({ id: Id, state: z.enum(incomingStates) }))

/** The same document is there already; names the first one. */
/** The last day that a paper names (`until`), or the day before which (`before`); without either, the register's term. */
export const DueDateQuestion = z.object({
  until: z.optional(Day),
  before: z.optional(Day),
  registerId: z.optional(Id),
  arrivedOn: z.optional(Day),
})
export const DueDateAnswer = named('DueDate', z.object({ dueOn: z.nullable(Day), dueBasis: z.nullable(z.string()) }))
export type DueDateAnswer = z.infer<typeof DueDateAnswer>

export const DuplicateCheck = z.object({
  notation: z.string().check(z.maxLength(42)),
  issuerId: z.optional(Id),
  issuerName: z.optional(z.string().check(z.maxLength(200))),
  issuedOn: z.optional(Day),
})
export const DuplicateAnswer = named(
  'DuplicateAnswer',
  z.object({
    duplicate: z.nullable(
      named(
        'Duplicate',
        z.object({
          id: Id,
          subject: z.string(),
          arrivalNumber: z.nullable(z.number()),
          arrivedOn: z.nullable(z.string()),
        }),
      ),
    ),
  }),
)
