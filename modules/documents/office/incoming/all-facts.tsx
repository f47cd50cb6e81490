import type { IncomingDocument } from '#modules/documents/contract.ts'
import { Facts } from '#platform/ui/layout/page.tsx'
import { SeatLink } from '#platform/ui/screens/seat-link.tsx'
import { stateWord } from '#platform/ui/states/state-chip.tsx'
import { formatDay, formatMoment } from '#platform/ui/text/format.ts'
import { readerMessages } from './reader-messages.vi.ts'

const words = readerMessages.facts

/** All that is known of a document, as the decree lists it (NĐ 30/2020 Phụ lục VI). */
export function AllFacts({ document }: { document: IncomingDocument }) {
  const { dueOn, dueBasis, meetingAt, meetingPlace, replyDocumentId } = document
  const carriers: Readonly<Record<string, string | undefined>> = words.carriers
  return (
    <Facts
      facts={[
        [words.type, document.typeName],
        [words.notation, document.notation],
        [words.issued, document.issuedOn && formatDay(document.issuedOn)],
        [words.issuer, document.issuerName],
        [words.issuerCode, document.issuerIdentifier],
        [words.signer, [document.signerTitle, document.signerName].filter(Boolean).join(' ')],
        [words.signature, document.signature && stateWord('signature', document.signature)],
        [words.carrier, carriers[document.carrier]],
        [words.arrived, formatMoment(document.arrivedAt)],
        [words.register, document.registerName],
        [words.arrivalNumber, document.arrivalNumber],
        [words.registeredAt, document.registeredAt && formatMoment(document.registeredAt)],
        [words.handleBy, document.handleBy && formatMoment(document.handleBy)],
        [words.due, dueOn && [formatDay(dueOn), dueBasis].filter(Boolean).join(', ')],
        [words.identifier, document.documentIdentifier],
        [words.meeting, meetingAt && [formatMoment(meetingAt), meetingPlace].filter(Boolean).join(', ')],
        [words.chair, document.meetingChair],
        [words.invited, document.meetingInvited],
        [
          words.reply,
          replyDocumentId && (
            <SeatLink to={`documents/outgoing/${replyDocumentId}`}>{document.replyNotation ?? words.draft}</SeatLink>
          ),
        ],
        [words.pages, document.pages || ''],
        [words.copies, document.copies],
        [words.language, document.language],
        [words.paper, document.paperPlace],
        [words.duplicate, document.duplicateReason],
        [words.note, document.note],
      ]}
    />
  )
}
