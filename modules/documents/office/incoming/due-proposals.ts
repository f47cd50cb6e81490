import { findDeadlines } from '#lib/document-form/index.ts'
import type { IncomingDocument } from '#modules/documents/contract.ts'
import type { TextSource } from '../document-pane-paragraphs.ts'

/** A deadline that the document names; the day to set for it is the server's to say, by the working calendar. */
export type DueProposal = {
  readonly on: string
  /** 'trước ngày …': the day itself is too late. */
  readonly before: boolean
  readonly words: string
  readonly source: TextSource
}

/** More marks than these hide what they are to show. */
const most = 3

/** The deadlines of a text that are still ahead, in its order, each with its place. */
export function dueProposals(
  { bodyText, issuedOn }: Pick<IncomingDocument, 'bodyText' | 'issuedOn'>,
  today: string,
): readonly DueProposal[] {
  return findDeadlines(bodyText)
    .filter(({ on, before }) => on > (issuedOn ?? '') && (before ? on > today : on >= today))
    .slice(0, most)
    .map(({ on, before, text, index }, at) => ({
      on,
      before,
      words: text,
      source: { number: at + 1, index, text },
    }))
}
