import type { CalendarDate } from '#lib/calendar-date/index.ts'
import type { Role, SeatRole, Standing } from '#lib/roles/index.ts'
import type { IssuerKind } from '#modules/agencies/contract.ts'
import type { AssignmentRole } from '#modules/assignments/contract.ts'
import type { IncomingState, OutgoingState } from '#modules/documents/contract.ts'

/**
 * The demonstration province as plain data: what the loader carries into the database through the modules' acts.
 *
 * Ids are lower-case UUIDv7 derived from the seed; instants are ISO 8601 in UTC ('2026-11-20T02:15:00Z'); days are
 * calendar days in Asia/Ho_Chi_Minh. Nothing in a plan lies on or after the morning of `today`, except deadlines and
 * meetings.
 */
export type DemonstrationPlan = {
  readonly seed: string
  readonly today: CalendarDate
  readonly agencies: readonly PlannedAgency[]
  readonly issuers: readonly PlannedIssuer[]
  readonly units: readonly PlannedUnit[]
  readonly people: readonly PlannedPerson[]
  readonly seats: readonly PlannedSeat[]
  readonly accounts: readonly PlannedAccount[]
  readonly series: readonly PlannedSeries[]
  readonly registers: readonly PlannedRegister[]
  readonly delegations: readonly PlannedDelegation[]
  readonly recipientGroups: readonly PlannedRecipientGroup[]
  readonly phrases: readonly PlannedPhrase[]
  /** Ordered by their first step; the background ones take lower numbers than the first ones in every series. */
  readonly documents: readonly PlannedDocument[]
}

export type Instant = string
export type Level = 'province' | 'department' | 'commune'

/** A record office (cơ quan có văn thư). */
export type PlannedAgency = {
  readonly id: string
  /** 'tinh', 'snv', 'xa-19597', 'du-19597' …: how the plan's own files name it. */
  readonly key: string
  readonly parentId: string | null
  readonly level: Level
  readonly name: string
  readonly shortName: string
  readonly placeName: string
  readonly openedOn: CalendarDate
  /** Has accounts, so that its documents move. */
  readonly staffed: boolean
}

export type PlannedIdentifier = {
  readonly code: string
  readonly scheme: 'qd20' | 'qcvn102'
  /** Of the demonstration's own range Z99.XASO, never a code that an authority gave. */
  readonly testRange: boolean
}

/** Who issues documents and is addressed by them; without an agency it is reached on paper or by mail. */
export type PlannedIssuer = {
  readonly id: string
  readonly key: string
  readonly agencyId: string | null
  readonly kind: IssuerKind
  readonly ordinal: number
  readonly name: string
  readonly shortName: string
  readonly abbreviation: string
  /** Lines above the issuer's own name: the direct superior body, if the form shows one. */
  readonly letterhead: readonly string[]
  readonly placeName: string
  readonly openedOn: CalendarDate
  readonly identifiers: readonly PlannedIdentifier[]
}

export type UnitKind = 'leadership' | 'office' | 'department' | 'centre' | 'village'

export type PlannedUnit = {
  readonly id: string
  readonly agencyId: string
  readonly parentId: string | null
  /** 'LD', 'VP', 'KT', 'VHXH' …; a village is 'T01', 'T02' … */
  readonly key: string
  readonly name: string
  readonly abbreviation: string
  readonly kind: UnitKind
  readonly ordinal: number
  readonly validFrom: CalendarDate
}

export type PlannedPerson = {
  readonly id: string
  readonly fullName: string
}

export type PlannedSeat = {
  readonly id: string
  readonly agencyId: string
  readonly personId: string
  readonly unitId: string
  readonly issuerId: string
  readonly role: SeatRole
  readonly standing: Standing
  /** As printed above the signature: 'CHỦ TỊCH', 'PHÓ CHỦ TỊCH'; of staff as spoken: 'Chuyên viên'. */
  readonly title: string
  readonly ordinal: number
  readonly validFrom: CalendarDate
  readonly validTo: CalendarDate | null
}

/** A way to sign in. `role`, `agencyId` and `agencyName` are those of the person's first seat. */
export type PlannedAccount = {
  readonly personId: string
  readonly login: string
  readonly password: string
  readonly name: string
  readonly role: Role
  /** Nothing for those who run the installation: they hold no seat. */
  readonly agencyId: string | null
  /** The identifier of the agency's own issuer, as `demo accounts` prints it. */
  readonly agencyCode: string | null
  readonly agencyName: string | null
}

export type PlannedSeries = {
  readonly id: string
  readonly agencyId: string
  readonly issuerId: string
  readonly direction: 'incoming' | 'outgoing'
  readonly name: string
  /** Empty: all types of the issuer that no other series names. */
  readonly typeCodes: readonly string[]
  readonly periodKind: 'year' | 'term'
  /** Of named types, with {type} and {issuer}: '{type}-{issuer}'. Empty for arrivals. */
  readonly notationTemplate: string
  /** Of letters (công văn), which have no abbreviation of their own: '{issuer}-{unit}'. */
  readonly letterTemplate: string
  readonly basis: string
  readonly periods: readonly {
    readonly period: string
    /** The last number on paper, before any document of the plan. */
    readonly lastNumberOnPaper: number
    /** The last number before the documents of the first batch: that on paper and the background ones. */
    readonly lastNumberBeforeFirst: number
  }[]
}

export type PlannedRegister = {
  readonly id: string
  readonly agencyId: string
  readonly seriesId: string
  readonly direction: 'incoming' | 'outgoing'
  readonly code: string
  readonly name: string
  readonly isDefault: boolean
  readonly restricted: boolean
  readonly termDays: number | null
  readonly basis: string
  readonly routes: readonly {
    readonly typeCodes: readonly string[]
    readonly route: 'leader' | 'office-head' | 'unit'
    readonly unitId: string | null
  }[]
}

export type PlannedDelegation = {
  readonly id: string
  readonly agencyId: string
  readonly fromSeatId: string
  readonly toSeatId: string
  readonly scope: 'all' | 'incoming' | 'outgoing'
  readonly maySign: boolean
  readonly writtenBasis: string | null
  readonly validFrom: CalendarDate
  readonly validTo: CalendarDate
}

export type PlannedRecipientGroup = {
  readonly id: string
  readonly agencyId: string
  readonly ownerSeatId: string | null
  readonly name: string
  readonly members: readonly (
    | { readonly issuerId: string }
    | { readonly unitId: string }
    | { readonly seatId: string }
  )[]
}

export type PlannedPhrase = {
  readonly id: string
  readonly agencyId: string
  readonly seatId: string | null
  readonly text: string
  readonly ordinal: number
}

// ---- documents ------------------------------------------------------------------------------------------------------

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
    | { readonly act: 'return'; readonly reason: string }
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
    | { readonly act: 'comment'; readonly text: string }
  )
