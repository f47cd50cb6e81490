import type { CalendarDate } from '#lib/calendar-date/index.ts'
import type { AssignmentRole } from '#modules/assignments/contract.ts'
import type { IncomingState, OutgoingState } from '#modules/documents/contract.ts'
import type { Instant } from './types.ts'

/** What stands in a document, whoever brings it. */
export type PlannedContent = {
  /** Abbreviation of NĐ 30 Phụ lục III ('QĐ', 'BC' …), 'CV' for công văn, 'NĐ' and 'TT' of central law, 'DT' for letters of citizens. */
  readonly typeCode: string
  readonly subject: string
  /** Lines under 'Kính gửi'. */
  readonly addressees: readonly string[]
  /** The body, one paragraph each; with a `mark` an item ('1.', 'Điều 2.'). */
  readonly paragraphs: readonly { readonly mark: string | null; readonly text: string }[]
  /** Of a scan from outside, as counted; of a document written here the renderer counts. */
  readonly pages: number
  readonly urgency: 0 | 1 | 2 | 3
  readonly restricted: boolean
  /** The day until which the document itself wants an answer. */
  readonly answerBy: CalendarDate | null
  readonly meeting: { readonly at: Instant; readonly place: string; readonly chair: string } | null
}

export type PlannedDocument = OutsideDocument | InsideDocument

/** Comes on paper or by mail from somebody who is not on the system, and is entered by the receiving clerk. */
export type OutsideDocument = {
  readonly direction: 'incoming'
  readonly id: string
  readonly batch: Batch
  readonly carrier: 'paper' | 'mail'
  /** A body of the directory, or only a name (a citizen, a company). */
  readonly issuerId: string | null
  readonly issuerName: string
  /** As written: '4127/UBND-NNMT'; empty for letters of citizens. */
  readonly notation: string
  readonly issuedOn: CalendarDate
  readonly signer: { readonly title: string; readonly name: string } | null
  readonly content: PlannedContent
  readonly receipt: PlannedReceipt
}

/** Is drafted in a staffed agency; what it brings about at the receivers is in `receipts`. */
export type InsideDocument = {
  readonly direction: 'outgoing'
  readonly id: string
  readonly batch: Batch
  readonly agencyId: string
  readonly issuerId: string
  readonly seriesId: string
  readonly draftingUnitId: string
  readonly drafterSeatId: string
  readonly signerSeatId: string
  readonly capacity: 'none' | 'TM' | 'KT' | 'TL' | 'TUQ' | 'Q'
  /** The written authorisation of a signature TUQ. */
  readonly delegationId: string | null
  readonly content: PlannedContent
  readonly recipients: readonly PlannedRecipient[]
  /** The incoming document of the own agency that it answers. */
  readonly inReplyTo: string | null
  readonly state: OutgoingState
  readonly steps: readonly OutgoingStep[]
  /** One for each receiving agency that does something with it; the others have it among what arrived. */
  readonly receipts: readonly PlannedReceipt[]
}

/** Of the first batch at once, of the background one afterwards. */
export type Batch = 'first' | 'background'

export type PlannedRecipient = {
  readonly id: string
  readonly kind: 'agency' | 'unit' | 'seat' | 'outside'
  readonly carrier: 'system' | 'paper' | 'mail'
  readonly purpose: 'act' | 'report' | 'inform' | 'keep'
  readonly issuerId: string | null
  readonly unitId: string | null
  readonly seatId: string | null
  readonly name: string
  readonly address: string | null
}

/** A document on its way through the agency that received it. */
export type PlannedReceipt = {
  /** Of an outside document its client-made id; of an inside one a key of the plan: the inbox makes the row's id. */
  readonly id: string
  readonly agencyId: string
  readonly addresseeIssuerId: string
  readonly arrivedAt: Instant
  readonly dueOn: CalendarDate | null
  readonly state: IncomingState
  readonly steps: readonly IncomingStep[]
  /** The document of the own agency that answers it. */
  readonly replyDocumentId: string | null
}

/** Who acts when; `id` is the key of the act, so that it takes effect once. */
type Step = { readonly id: string; readonly at: Instant; readonly seatId: string }

export type PlannedTarget = {
  /** Id of the assignment to be made; later steps name it. */
  readonly id: string
  readonly role: AssignmentRole
  readonly seatId: string | null
  readonly unitId: string | null
  readonly dueOn: CalendarDate | null
}

/**
 * Named by the acts of `documents`; `open` is the first look of a seat, which marks its assignment. Without an
 * `assignmentId` the seat acts on the one by which it holds the document.
 */
export type IncomingStep = Step &
  (
    | {
        readonly act: 'register'
        readonly registerId: string
        readonly seriesId: string
        /** The arrival number that comes of running all documents in the order of time. */
        readonly number: number
        readonly dueOn: CalendarDate | null
        readonly leaderSeatId: string | null
      }
    | { readonly act: 'set-aside' | 'refuse' | 'bring-back'; readonly reason: string }
    | { readonly act: 'send-up'; readonly leaderSeatId: string; readonly text: string }
    | {
        readonly act: 'propose'
        readonly leaderSeatId: string
        readonly targets: readonly PlannedTarget[]
        readonly text: string
        readonly dueOn: CalendarDate | null
      }
    | { readonly act: 'confirm'; readonly text: string }
    | {
        readonly act: 'direct'
        readonly targets: readonly PlannedTarget[]
        readonly text: string
        readonly dueOn: CalendarDate | null
        /** The leader whose direction is typed in from paper, or for whom the actor stands in. */
        readonly onBehalfOf: string | null
        readonly enteredAs: 'self' | 'from-paper' | 'delegation'
      }
    | {
        readonly act: 'assign'
        readonly assignmentId: string | null
        readonly targets: readonly PlannedTarget[]
        readonly text: string
      }
    | { readonly act: 'open' }
    | { readonly act: 'return'; readonly assignmentId: string | null; readonly reason: string }
    | { readonly act: 'withdraw'; readonly assignmentId: string; readonly reason: string }
    | {
        readonly act: 'change-lead'
        readonly assignmentId: string
        readonly unitId: string
        readonly reason: string
      }
    | { readonly act: 'urge'; readonly assignmentId: string; readonly text: string }
    | {
        readonly act: 'ask-extension'
        readonly assignmentId: string
        readonly extensionId: string
        readonly dueOn: CalendarDate
        readonly reason: string
      }
    | {
        readonly act: 'answer-extension'
        readonly extensionId: string
        readonly grantedDueOn: CalendarDate | null
        readonly text: string
      }
    | { readonly act: 'forward'; readonly targets: readonly PlannedTarget[]; readonly text: string }
    | { readonly act: 'comment'; readonly text: string }
    /** Reports the result of one assignment; the last one of the lead finishes the document. */
    | { readonly act: 'finish'; readonly assignmentId: string | null; readonly result: string }
  )

export type OutgoingStep = Step &
  (
    | { readonly act: 'draft' }
    | { readonly act: 'change'; readonly note: string }
    | { readonly act: 'submit'; readonly reviewers: readonly { readonly seatId: string; readonly ordinal: number }[] }
    | {
        readonly act: 'review'
        readonly kind: 'opinion' | 'content' | 'form'
        readonly result: 'agreed' | 'returned'
        readonly text: string
      }
    | { readonly act: 'approve'; readonly text: string }
    | {
        readonly act: 'number'
        readonly issuedOn: CalendarDate
        /** Number and notation that come of running all documents in the order of time. */
        readonly number: number
        readonly notation: string
      }
    | { readonly act: 'dispatch' }
    | { readonly act: 'hand-over-by-hand'; readonly recipientId: string; readonly on: CalendarDate }
    | { readonly act: 'take-back' | 'recall' | 'cancel'; readonly reason: string }
  )
