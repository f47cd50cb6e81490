import IconFileText from '@tabler/icons-react/icons/IconFileText'
import IconInbox from '@tabler/icons-react/icons/IconInbox'
import IconInfoCircle from '@tabler/icons-react/icons/IconInfoCircle'
import IconPaperclip from '@tabler/icons-react/icons/IconPaperclip'
import { lazy, Suspense, useState } from 'react'
import type { OutgoingDocument } from '#modules/documents/contract.ts'
import { Button } from '#platform/ui/actions/button.tsx'
import { Note } from '#platform/ui/feedback/note.tsx'
import { Facts } from '#platform/ui/layout/page.tsx'
import { Fold, Panel } from '#platform/ui/layout/reader.tsx'
import { SeatLink } from '#platform/ui/screens/seat-link.tsx'
import { DocumentNumber } from '#platform/ui/states/document-number.tsx'
import { type Urgency, UrgencyStamp } from '#platform/ui/states/urgency-stamp.tsx'
import { actLabels } from '#platform/ui/text/act-labels.ts'
import { dayOf, formatDay, formatMoment, formatTime } from '#platform/ui/text/format.ts'
import { historyVerbOf } from '../../history-acts.vi.ts'
import { DocumentHistory } from '../document-history.tsx'
import { CommentList } from './comment-list.tsx'
import { FileLinks } from './file-links.tsx'
import { OutgoingActs } from './outgoing-acts.tsx'
import { readerMessages as words } from './reader-messages.vi.ts'
import { RecipientList } from './recipient-list.tsx'
import { ReviewList } from './review-list.tsx'
import { VersionList } from './version-list.tsx'

const TieDialog = lazy(async () => ({ default: (await import('./tie-dialog.tsx')).TieDialog }))

type ReaderPanelProps = {
  document: OutgoingDocument
  onReload: () => void
  onCompare: (version: number | undefined) => void
}

const struckStates: readonly OutgoingDocument['state'][] = ['recalled', 'cancelled']
const issuingStates: readonly OutgoingDocument['state'][] = ['numbered', 'dispatched', 'recalled']

/** Beside the document: its facts in three lines, the act, what others said, where it goes, and what is folded. */
export function ReaderPanel({ document, onReload, onCompare }: ReaderPanelProps) {
  const { editing } = document
  // Who dispatches, or looks where it is by now, asks first for its recipients; the checks are history by then.
  const issuing = issuingStates.includes(document.state)
  return (
    <OutgoingActs document={document} onReload={onReload}>
      {(form, foot) => (
        <Panel label={words.panel} foot={foot}>
          <FactLines document={document} />
          {editing && (
            <Note tone="amber">
              {editing.own
                ? words.youEdit(formatMoment(editing.since))
                : words.someoneEdits(editing.name, formatMoment(editing.since))}
            </Note>
          )}
          {document.signingProblem && (
            <Note tone="red">
              {words.signingProblem} {document.signingProblem}
            </Note>
          )}
          {form}
          {issuing && <RecipientList document={document} />}
          {!document.issuedOnly && (
            <>
              <ReviewList reviews={document.reviews} />
              <CommentList document={document} />
            </>
          )}
          {!issuing && <RecipientList document={document} />}
          <Folds document={document} onCompare={onCompare} />
        </Panel>
      )}
    </OutgoingActs>
  )
}

const hourOf = (hour: Date): string => words.handleBy(formatTime(hour), formatDay(dayOf(hour)))

function FactLines({ document }: { document: OutgoingDocument }) {
  const { signerName, signingLines } = document
  const signer = signerName
    ? signingLines.length > 0
      ? words.signedBy(signingLines.join(' / '), signerName)
      : signerName
    : words.noSigner
  const first = [
    document.typeName,
    !document.issuedOnly && words.version(document.version),
    document.issuedOn && formatDay(document.issuedOn),
    document.restricted && words.restricted,
    document.handleBy && hourOf(new Date(document.handleBy)),
  ]
  return (
    <div className="outgoing-reader-facts">
      <p className="fact-line">
        <UrgencyStamp urgency={document.urgency as Urgency} />{' '}
        {document.notation && (
          <>
            <b>
              <DocumentNumber struck={struckStates.includes(document.state)}>{document.notation}</DocumentNumber>
            </b>{' '}
            ·{' '}
          </>
        )}
        {first.filter(Boolean).join(' · ')}
      </p>
      <p className="fact-line">
        {words.facts.drafter}: {words.byUnit(document.drafterName, document.draftingUnit)}
      </p>
      <p className="fact-line">
        {words.facts.signer}: {signer}
      </p>
    </div>
  )
}

function Folds({ document, onCompare }: Pick<ReaderPanelProps, 'document' | 'onCompare'>) {
  const { inReplyTo } = document
  const [tying, setTying] = useState(false)
  const mayTie = document.allowed.includes('tie-to-incoming')
  const others = document.files.filter(file => file.role !== 'main')
  return (
    <div className="outgoing-reader-folds">
      {tying && (
        <Suspense>
          <TieDialog document={document} onClose={() => setTying(false)} />
        </Suspense>
      )}
      {!inReplyTo && mayTie && (
        <p>
          <Button small look="plain" icon={IconInbox} onClick={() => setTying(true)}>
            {actLabels['tie-to-incoming']}
          </Button>
        </p>
      )}
      {inReplyTo && (
        <Fold
          title={words.replyTo}
          icon={IconInbox}
          note={inReplyTo.arrivalNumber === null ? inReplyTo.notation : words.arrivalNumber(inReplyTo.arrivalNumber)}
        >
          <p>
            <SeatLink to={`documents/incoming/${inReplyTo.id}`}>{inReplyTo.subject}</SeatLink>
          </p>
          <p className="meta">{[inReplyTo.notation, inReplyTo.issuerName].filter(Boolean).join(' · ')}</p>
          {mayTie && (
            <Button small look="plain" onClick={() => setTying(true)}>
              {words.tie.change}
            </Button>
          )}
        </Fold>
      )}
      {others.length > 0 && (
        <Fold title={words.files} icon={IconPaperclip} note={others.length}>
          <FileLinks files={others} />
        </Fold>
      )}
      {!document.issuedOnly && (
        <Fold title={words.versions.title} icon={IconFileText} note={words.versions.note(document.versions.length)}>
          <VersionList document={document} onCompare={onCompare} />
        </Fold>
      )}
      <Fold title={words.facts.all} icon={IconInfoCircle}>
        <AllFacts document={document} />
      </Fold>
      <DocumentHistory document={document} direction="outgoing" sentenceOf={movementOf} />
    </div>
  )
}

function movementOf({ act, actorName, onBehalfOfName, detail }: OutgoingDocument['history'][number]): string {
  const behalf = onBehalfOfName ? words.history.behalf(onBehalfOfName) : ''
  const version = act === 'change' && typeof detail.version === 'number' ? words.history.version(detail.version) : ''
  return `${actorName}${behalf} ${historyVerbOf(act)}${version}`
}

function AllFacts({ document }: { document: OutgoingDocument }) {
  const facts = words.facts
  const meeting = [
    document.meetingAt && formatMoment(document.meetingAt),
    document.meetingPlace,
    document.meetingChair && words.chairedBy(document.meetingChair),
  ]
  return (
    <Facts
      facts={[
        [facts.type, document.typeName],
        [facts.notation, document.notation],
        [facts.issuedOn, document.issuedOn && formatDay(document.issuedOn)],
        [facts.identifier, document.documentIdentifier],
        [facts.issuer, document.issuerName],
        [facts.unit, document.draftingUnit],
        [facts.approved, document.approvedAt && `${document.approvedByName}, ${formatMoment(document.approvedAt)}`],
        [facts.due, document.dueOn && formatDay(document.dueOn)],
        [facts.meeting, meeting.filter(Boolean).join(', ')],
        [facts.invited, document.meetingInvited],
        [facts.pages, document.pages || ''],
        [facts.copies, document.copies],
        [facts.language, document.language],
        [facts.note, document.note],
      ]}
    />
  )
}
