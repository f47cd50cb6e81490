import type { Assignment } from '#modules/assignments/contract.ts'
import type { IncomingDocument } from '#modules/documents/contract.ts'
import { useSeat } from '#platform/ui/data/session.ts'
import { Note } from '#platform/ui/feedback/note.tsx'
import { formatDay } from '#platform/ui/text/format.ts'
import { isOpen, ownWork } from './act-plan.ts'
import { sentenceOf } from './movements.ts'
import { readerMessages } from './reader-messages.vi.ts'

const words = readerMessages.said

/** What leaves a document where it is. */
const besides = new Set(['open', 'mark-read', 'comment', 'attach', 'urge', 'ask-extension', 'answer-extension'])

/**
 * What was said to whoever has the document before him: why it came back, with which words he was given it and urged. He
 * reads it before he acts, not in the history below.
 */
export function SaidToMe({ document: { history, assignments } }: { document: IncomingDocument }) {
  const last = history.findLast(({ act }) => !besides.has(act))
  const given = ownWork(assignments).filter(one => one.role !== 'inform' && (one.text || one.urgedText))
  return (
    <>
      {last?.act === 'return' && (
        <Note tone="amber">
          <b>{words.sentence(sentenceOf(last))}</b> {last.text}
        </Note>
      )}
      {given.map(one => (
        <Note key={one.id} tone={one.urgedText ? 'amber' : 'indigo'}>
          {one.text && (
            <p className="incoming-reader-said">
              <b>{words.given(giverOf(one), one.dueOn ? formatDay(one.dueOn) : undefined)}</b> {one.text}
            </p>
          )}
          {one.urgedText && (
            <p className="incoming-reader-said">
              <b>{words.urged}</b> {one.urgedText}
            </p>
          )}
        </Note>
      ))}
    </>
  )
}

/** Of a document that came to its reader only to be known: who sent it, with which words, and that nothing is to be done. */
export function SentToKnow({ document: { assignments } }: { document: IncomingDocument }) {
  const seat = useSeat()
  const sent = assignments.filter(
    one => one.role === 'inform' && one.toSeatId === seat.id && (isOpen(one) || one.state === 'done'),
  )
  return sent.map(one => (
    <Note key={one.id} tone="indigo">
      <p className="incoming-reader-said">
        <b>{words.toKnow(giverOf(one))}</b> {one.text}
      </p>
    </Note>
  ))
}

const giverOf = ({ onBehalfOfName, fromName }: Assignment): string => onBehalfOfName ?? fromName
