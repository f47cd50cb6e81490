import IconInfoCircle from '@tabler/icons-react/icons/IconInfoCircle'
import IconUsers from '@tabler/icons-react/icons/IconUsers'
import type { IncomingDocument } from '#modules/documents/contract.ts'
import { Fold, Panel } from '#platform/ui/layout/reader.tsx'
import { SeatLink } from '#platform/ui/screens/seat-link.tsx'
import { Deadline } from '#platform/ui/states/deadline.tsx'
import { DocumentNumber } from '#platform/ui/states/document-number.tsx'
import { StateChip } from '#platform/ui/states/state-chip.tsx'
import { type Urgency, UrgencyStamp } from '#platform/ui/states/urgency-stamp.tsx'
import { dayOf, formatDay, formatTime } from '#platform/ui/text/format.ts'
import { DocumentHistory } from '../document-history.tsx'
import { hasEnded } from './act-plan.ts'
import { AllFacts } from './all-facts.tsx'
import { AssignmentTree } from './assignment-tree.tsx'
import { CommentList } from './comment-list.tsx'
import type { DueProposal } from './due-proposals.ts'
import { IncomingActs } from './incoming-acts.tsx'
import { sentenceOf } from './movements.ts'
import { readerMessages as words } from './reader-messages.vi.ts'
import { ReaderNav } from './reader-nav.tsx'

type ReaderPanelProps = {
  document: IncomingDocument
  deadlines: readonly DueProposal[]
  asked: string | undefined
  list: string | undefined
  onReload: () => void
}

/** What the document is in three lines, what it waits for, and, folded, what became of it. */
export function ReaderPanel({ document, deadlines, asked, list, onReload }: ReaderPanelProps) {
  return (
    <IncomingActs document={document} deadlines={deadlines} asked={asked} onReload={onReload}>
      {(form, foot) => (
        <Panel
          label={words.act}
          nav={<ReaderNav id={document.id} list={list} />}
          foot={foot}
          head={<About document={document} />}
          more={<More document={document} />}
        >
          {form}
          <CommentList document={document} />
        </Panel>
      )}
    </IncomingActs>
  )
}

function About({ document }: { document: IncomingDocument }) {
  const { about } = words
  // Recalled by who sent it: both numbers stay, struck out (NĐ 30/2020 Điều 18.4).
  const cancelled = document.state === 'cancelled'
  // Of an urgent one the minute counts (NĐ 30/2020 Điều 23.1).
  const arrived = new Date(document.arrivedAt)
  const facts = [
    document.arrivalNumber === null ? (
      about.notRegistered
    ) : (
      <DocumentNumber key="arrival" struck={cancelled}>
        {about.arrivalNumber(document.arrivalNumber)}
      </DocumentNumber>
    ),
    document.notation && (
      <DocumentNumber key="notation" struck={cancelled}>
        {document.notation}
      </DocumentNumber>
    ),
    document.issuedOn && formatDay(document.issuedOn),
    document.issuerName,
    document.urgency > 0 && about.arrivedAt(formatTime(arrived), formatDay(dayOf(arrived))),
  ].filter(Boolean)
  const isDue = !hasEnded(document) && (document.dueOn !== null || document.urgency > 0)
  return (
    <>
      <h1 className="document-title" tabIndex={-1}>
        {document.subject}
      </h1>
      <div className="row-facts">
        {document.urgency > 0 && (
          <span className="row-stamp">
            <UrgencyStamp urgency={document.urgency as Urgency} />
          </span>
        )}
        {facts.map((fact, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the facts of one line keep their places.
          <span key={at}>{fact}</span>
        ))}
      </div>
      <p className="fact-line incoming-reader-state">
        <StateChip family="incoming" state={document.state} />
        {document.holderName && <span>{about.holder(document.holderName)}</span>}
        {isDue && (
          <span className="incoming-reader-due" title={document.dueBasis ? about.basis(document.dueBasis) : undefined}>
            <Deadline
              lateness={document.lateness}
              dueOn={document.dueOn}
              urgent={document.urgency > 0}
              handleBy={document.handleBy}
            />
          </span>
        )}
      </p>
      {document.restricted && <p className="meta">{about.restricted}</p>}
      {document.answers && (
        <p className="fact-line">
          {about.answers}{' '}
          <SeatLink to={`documents/outgoing/${document.answers.id}`}>
            {document.answers.notation || document.answers.subject}
          </SeatLink>
        </p>
      )}
    </>
  )
}

function More({ document }: { document: IncomingDocument }) {
  const { assignments } = document
  return (
    <>
      {assignments.length > 0 && (
        <Fold title={words.tree.title} icon={IconUsers} note={assignments.length} open>
          <AssignmentTree work={assignments} />
        </Fold>
      )}
      <Fold title={words.facts.title} icon={IconInfoCircle}>
        <AllFacts document={document} />
      </Fold>
      <DocumentHistory document={document} direction="incoming" sentenceOf={sentenceOf} />
    </>
  )
}
