import type { TodayItem } from '#modules/documents/contract.ts'
import { LinkButton } from '#platform/ui/actions/button.tsx'
import { useSeat } from '#platform/ui/data/session.ts'
import { DataRow } from '#platform/ui/layout/data-row.tsx'
import { actIconOf } from '#platform/ui/states/act-icons.ts'
import { Deadline } from '#platform/ui/states/deadline.tsx'
import { DocumentNumber } from '#platform/ui/states/document-number.tsx'
import type { Urgency } from '#platform/ui/states/urgency-stamp.tsx'
import { actLabelOf, actLabels } from '#platform/ui/text/act-labels.ts'
import { markReadMessages } from './mark-read-messages.vi.ts'
import { todayMessages as words } from './today-messages.vi.ts'

/** One thing that waits: its act as a button, then what it is about and until when. */
export function TodayRow({ item }: { item: TodayItem }) {
  const seat = useSeat()
  return (
    <DataRow
      to={`documents/${item.direction}/${item.documentId}?list=today`}
      subject={item.subject}
      urgency={item.urgency as Urgency}
      unread={item.unread}
      warning={item.urgedText === null ? undefined : words.urged(item.urgedText)}
      facts={[
        item.notation && <DocumentNumber key="number">{item.notation}</DocumentNumber>,
        item.issuerName,
        item.act === 'open' && markReadMessages.toRead,
        item.detail,
        item.seatId !== seat.id && words.standsIn,
      ]}
      act={
        <LinkButton small className="row-act" icon={actIconOf(codeOf(item.act))} to={screenOf(item)}>
          {actLabelOf(codeOf(item.act)) ?? actLabels.open}
          <span className="visually-hidden">: {item.subject}</span>
        </LinkButton>
      }
      deadline={!isOnlyToRead(item) && <RowDeadline item={item} />}
    />
  )
}

function RowDeadline({ item: { lateness, dueOn, urgency, handleBy } }: { item: TodayItem }) {
  return <Deadline lateness={lateness} dueOn={dueOn} urgent={urgency > 0} handleBy={handleBy} />
}

/** Nobody waits for an answer: that there is no deadline goes without saying. */
const isOnlyToRead = ({ act, dueOn, urgency }: TodayItem): boolean => act === 'open' && dueOn === null && urgency === 0

/** Where the act is done: registering and changing a draft have screens of their own, all else is done in the reader. */
function screenOf({ act, direction, documentId }: TodayItem): string {
  const reader = `documents/${direction}/${documentId}`
  if (direction === 'incoming')
    return act === 'register'
      ? `${reader}/register`
      : `${reader}?list=today${codeOf(act) === 'open' ? '' : `&act=${act}`}`
  return act === 'change' ? `${reader}/edit` : `${reader}?list=today`
}

/** What the recipient refused is first to be understood, and what nobody opened is opened: these have the words of the kit. */
const wordsOf: Readonly<Record<string, string>> = { 'see-refusal': 'see-reason', 'see-urgent': 'open' }
const codeOf = (act: string): string => wordsOf[act] ?? act
