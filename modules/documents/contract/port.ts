import type { Context } from '#platform/acts/context.ts'
import type { Signature } from './signature.ts'

/** A document on its way from one agency to another, whatever carries it. Values only, never keys into the receiver. */
export type DocumentMessage = {
  readonly messageId: string
  readonly documentId: string
  readonly recipientId: string
  readonly sequence: number
  readonly senderAgencyId: string
  readonly senderName: string
  readonly addresseeIssuerId: string
  readonly facts: {
    readonly typeCode: string
    readonly number: string
    readonly notation: string
    readonly issuedOn: string
    readonly issuerId: string
    readonly issuerName: string
    readonly issuerCode: string | null
    readonly documentIdentifier: string | null
    readonly subject: string
    readonly language: string
    readonly pages: number
    readonly signerTitle: string | null
    readonly signerName: string | null
    readonly urgency: number
    /** The hour of HỎA TỐC HẸN GIỜ. Messages on their way from before there was one have none. */
    readonly handleBy?: string | null
    /** Of a restricted document only the receiver's clerks learn, until it is registered. */
    readonly restricted: boolean
    readonly dueOn: string | null
    readonly meetingAt: string | null
    readonly meetingPlace: string | null
    readonly meetingChair: string | null
    /** Not said by a message that was written before it was known. */
    readonly meetingInvited?: string | null
    /** Not said by a message that was written before it was known. */
    readonly signature?: Signature
    /** The sender's document that this one answers, as that sender's own message named it. */
    readonly answersDocumentId: string | null
  }
  readonly files: readonly {
    role: 'main' | 'annex' | 'attachment'
    ordinal: number
    title: string
    name: string
    hash: string
    mediaType: string
    size: number
    pages: number | null
    bodyText: string
    /** The text goes on in the file. */
    textCut?: true
  }[]
}

export const receiverStates = [
  'delivered',
  'refused',
  'registered',
  'assigned',
  'in-progress',
  'finished',
  'taken-back',
  'recalled',
] as const
export type ReceiverState = (typeof receiverStates)[number]

/** A state that the receiver tells the sender about one pair (document, receiver). */
export type StateMessage = {
  readonly messageId: string
  readonly documentId: string
  readonly recipientId: string
  readonly sequence: number
  readonly state: ReceiverState
  readonly reason: string | null
  readonly byName: string
  readonly at: string
  /** The answer to a take-back: it was opened before, so it stays in this state. */
  readonly keeps?: true
  /** Of a receiver that is no longer there: the body that took over from it and may be sent the document. */
  readonly successorIssuerId?: string
}

/** The sender asks for the document back: before it was opened (take-back) or by the legal recall. */
export type WithdrawalMessage = {
  readonly messageId: string
  readonly documentId: string
  readonly recipientId: string
  readonly sequence: number
  readonly kind: 'take-back' | 'recall'
  readonly reason: string
  readonly byName: string
  /** Of a recall: who in authority decided it. */
  readonly orderedBy?: { readonly name: string; readonly title: string }
}

/** What the documents module puts into the outbox and `exchange` carries: the same road that later carries edXML. */
export type ExchangePayload = {
  readonly receiverAgencyId: string
  readonly message: DocumentMessage | StateMessage | WithdrawalMessage
}

/**
 * What became of a message. `unknown`: its pair is not here, and may come yet. `impossible`: it never can apply, for it is
 * of somebody who has no part in the pair, or says of it what cannot be. `turned-away`: whom it is for is no longer there.
 */
export type Reception = 'applied' | 'unknown' | 'impossible' | 'turned-away'

/**
 * Each is called in a transaction of the agency that it names, by the carrier, who says from whom the message came; doing
 * it twice is harmless.
 */
export type DocumentsPort = {
  /**
   * In the receiver's transaction: the document stands among what arrived, and its sender is told 'delivered'; of a
   * receiver that closed meanwhile nothing is kept, and the sender is told so.
   */
  receiveDocument(context: Context, message: DocumentMessage, from: string): Promise<Reception>
  /** In the sender's transaction. Nothing when an equal or later state is there already. */
  receiveState(context: Context, message: StateMessage, from: string): Promise<Reception>
  /** In the receiver's transaction: cancels or gives back, and answers by a state. */
  receiveWithdrawal(context: Context, message: WithdrawalMessage, from: string): Promise<Reception>
}

declare module '#platform/acts/context.ts' {
  interface Ports {
    documents: DocumentsPort
  }
}
