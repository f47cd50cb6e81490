import type { Today } from '#modules/documents/contract.ts'
import { Button } from '#platform/ui/actions/button.tsx'
import { useSend } from '#platform/ui/data/use-send.ts'
import { ProblemNote } from '#platform/ui/feedback/error-state.tsx'
import { Meter } from '#platform/ui/feedback/meter.tsx'
import { useToast } from '#platform/ui/feedback/toast.tsx'
import { Section } from '#platform/ui/layout/page.tsx'
import { SeatLink } from '#platform/ui/screens/seat-link.tsx'
import { formatCount, formatTime } from '#platform/ui/text/format.ts'
import { historyLabelOf } from '../history-acts.vi.ts'
import { todayMessages as words } from './today-messages.vi.ts'

/** How far the arrivals of the day are registered, for those who register them. */
export function ArrivedToday({ arrived }: { arrived: NonNullable<Today['arrivedToday']> }) {
  const { registered, arrived: all, lastNumber, lastAt } = arrived
  return (
    <Section title={words.arrived.title}>
      {all === 0 ? (
        <p className="secondary">{words.arrived.none}</p>
      ) : (
        <>
          <p className="big-figure">
            <b>{formatCount(registered)}</b> {words.arrived.of(all)}
          </p>
          <Meter value={registered} of={all} label={words.arrived.bar(registered, all)} />
        </>
      )}
      {lastNumber !== null && lastAt !== null && (
        <p className="meta">{words.arrived.last(lastNumber, formatTime(new Date(lastAt)))}</p>
      )}
    </Section>
  )
}

/** Today's meetings by their invitations. */
export function Invitations({ invitations }: { invitations: Today['invitations'] }) {
  return (
    <Section title={words.invitations.title}>
      <ul className="agenda">
        {invitations.map(({ documentId, direction, at, place, subject }) => (
          <li key={documentId}>
            <time dateTime={at}>{formatTime(new Date(at))}</time>
            <div>
              <SeatLink to={`documents/${direction}/${documentId}`}>{subject}</SeatLink>
              <p className="meta">{place ?? words.invitations.noPlace}</p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** What the seat did last; what nobody has opened yet is undone from here. */
export function RecentActs({ recent }: { recent: Today['recent'] }) {
  const undo = useSend({ title: words.recent.undo, changes: ['/documents'] })
  const toast = useToast()
  async function takeBack({ direction, documentId, act, undo: by }: Today['recent'][number]) {
    const sent = await undo.send(`/documents/${direction}/${documentId}/${by}`, {})
    if (sent) toast({ text: words.recent.undone(historyLabelOf(act)) })
  }
  return (
    <Section title={words.recent.title}>
      {undo.problem && <ProblemNote problem={undo.problem} onAgain={undo.again} />}
      <ul className="log">
        {recent.map(one => {
          const label = historyLabelOf(one.act)
          return (
            <li key={`${one.documentId} ${one.at}`}>
              <div className="grow">
                <SeatLink className="clamp-2" to={`documents/${one.direction}/${one.documentId}`}>
                  {label}: {one.subject}
                </SeatLink>
                <p className="meta">{[formatTime(new Date(one.at)), one.detail].filter(Boolean).join(', ')}</p>
              </div>
              {one.undo && (
                <Button
                  look="plain"
                  small
                  aria-label={words.recent.undoOf(label, one.subject)}
                  onClick={() => takeBack(one)}
                >
                  {words.recent.undo}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
