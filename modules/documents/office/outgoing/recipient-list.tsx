import { lazy, Suspense, useState } from 'react'
import { receivedStates } from '#modules/documents/contract/outgoing-states.ts'
import type { OutgoingDocument, RecipientView } from '#modules/documents/contract.ts'
import { Button } from '#platform/ui/actions/button.tsx'
import { useSend } from '#platform/ui/data/use-send.ts'
import { ProblemNote } from '#platform/ui/feedback/error-state.tsx'
import { useToast } from '#platform/ui/feedback/toast.tsx'
import { DateField } from '#platform/ui/forms/date-field.tsx'
import { actIconOf } from '#platform/ui/states/act-icons.ts'
import { StateChip } from '#platform/ui/states/state-chip.tsx'
import type { StateOf } from '#platform/ui/states/state-families.ts'
import { dayOf, formatDay, formatMoment } from '#platform/ui/text/format.ts'
import { readerMessages } from './reader-messages.vi.ts'

const words = readerMessages.recipients
const RecipientsDialog = lazy(async () => ({ default: (await import('./recipients-dialog.tsx')).RecipientsDialog }))

const shownAtFirst = 12
/** What needs somebody's hand or eye stands first. */
const troubled: readonly string[] = ['refused', 'by-hand', 'recall-asked']

/** Where it goes, and how far it is there: told by the receivers; what is carried by hand is ticked off with its day. */
export function RecipientList({ document }: { document: OutgoingDocument }) {
  const { recipients, allowed } = document
  const [all, setAll] = useState(false)
  const [changing, setChanging] = useState(false)
  const left = !['draft', 'in-review', 'returned', 'awaiting-approval', 'approved', 'numbered'].includes(document.state)
  const received: readonly string[] = receivedStates
  const receivedCount = recipients.filter(one => received.includes(one.state)).length
  const byHand = recipients.filter(one => one.state === 'by-hand').length
  const paperOut = recipients.filter(one => isPaperOut(one)).length
  const ordered = left
    ? recipients.toSorted((one, other) => Number(troubled.includes(other.state)) - Number(troubled.includes(one.state)))
    : recipients
  const shown = all ? ordered : ordered.slice(0, shownAtFirst)
  return (
    <section className="block" aria-label={words.title}>
      <div className="title-line">
        <h2>{words.title}</h2>
        {left && recipients.length > 0 && (
          <span className="meta">{words.summary(receivedCount, recipients.length)}</span>
        )}
        {allowed.includes('set-recipients') && (
          <button type="button" className="text-button" onClick={() => setChanging(true)}>
            {words.change}
          </button>
        )}
      </div>
      {recipients.length === 0 && <p className="secondary">{words.none}</p>}
      {left && byHand > 0 && <p className="text-amber">{words.byHand(byHand)}</p>}
      {paperOut > 0 && <p className="text-amber">{words.paperOut(paperOut)}</p>}
      <ul className="outgoing-recipients">
        {shown.map(one => (
          <RecipientLine
            key={one.id}
            recipient={one}
            left={left}
            documentId={document.id}
            tick={tickOf(one, allowed)}
            toSend={toSendOf(one, allowed)}
          />
        ))}
      </ul>
      {shown.length < recipients.length && (
        <Button small look="plain" onClick={() => setAll(true)}>
          {words.more(recipients.length)}
        </Button>
      )}
      {changing && (
        <Suspense>
          <RecipientsDialog document={document} onClose={() => setChanging(false)} />
        </Suspense>
      )}
    </section>
  )
}

/** Agencies in the system answer for themselves; a paper is recalled until somebody says that it is back. */
const isPaperOut = ({ state, kind, carrier }: RecipientView): boolean =>
  state === 'recall-asked' && (kind !== 'agency' || carrier !== 'system')

/** What of a recipient can be ticked off: a paper that was carried there, or one that was recalled and came back. */
type Tick = 'handed-over' | 'collected'
function tickOf(recipient: RecipientView, allowed: OutgoingDocument['allowed']): Tick | undefined {
  if (recipient.state === 'by-hand' && allowed.includes('hand-over-by-hand')) return 'handed-over'
  return isPaperOut(recipient) && allowed.includes('collect-by-hand') ? 'collected' : undefined
}

/** What is left with one who is without the document: the same again, or to who took over. */
type ToSend = { readonly act: 'dispatch-again' | 'send-to-successor'; readonly name: string }
function toSendOf({ state, name, successor }: RecipientView, allowed: OutgoingDocument['allowed']): ToSend | undefined {
  if (successor)
    return allowed.includes('send-to-successor') ? { act: 'send-to-successor', name: successor.name } : undefined
  return state === 'refused' && allowed.includes('dispatch-again') ? { act: 'dispatch-again', name } : undefined
}

type RecipientLineProps = {
  recipient: RecipientView
  left: boolean
  documentId: string
  tick: Tick | undefined
  toSend: ToSend | undefined
}

function RecipientLine({ recipient, left, documentId, tick, toSend }: RecipientLineProps) {
  const { name, kind, carrier, address, stateReason, stateAt, handedOverOn, reads } = recipient
  const how = kind === 'unit' || kind === 'seat' ? words.inside : words.carriers[carrier]
  return (
    <li>
      <div>
        {name} <span className="meta">({[how, address].filter(Boolean).join(', ')})</span>
        {reads && left && <ReadMarks reads={reads} />}
        {stateReason && left && <p className="text-red small">{stateReason}</p>}
      </div>
      {left && (
        <div className="outgoing-recipients-state">
          <StateChip family="recipient" state={recipient.state as StateOf<'recipient'>} />
          <span className="meta">{handedOverOn ? formatDay(handedOverOn) : stateAt && formatMoment(stateAt)}</span>
        </div>
      )}
      {tick && <TickForm documentId={documentId} recipient={recipient} tick={tick} />}
      {toSend && <SendAgain documentId={documentId} recipientId={recipient.id} {...toSend} />}
    </li>
  )
}

/** How many of a unit have read it; who, on press: in a unit of thirty the names would hide the other recipients. */
function ReadMarks({ reads: { of, by } }: { reads: NonNullable<RecipientView['reads']> }) {
  const count = words.reads(by.length, of)
  if (by.length === 0) return <p className="meta">{count}</p>
  return (
    <details className="outgoing-recipients-reads">
      <summary>{count}</summary>
      <ul>
        {by.map(({ name, at }) => (
          <li key={`${name} ${at}`}>
            {name} <span className="meta">{formatMoment(at)}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

function TickForm({ documentId, recipient, tick }: { documentId: string; recipient: RecipientView; tick: Tick }) {
  const [on, setOn] = useState<string | undefined>(() => dayOf(new Date()))
  const [tried, setTried] = useState(false)
  const { day, done, doneOf } = words.ticks[tick]
  const sender = useSend({ title: doneOf(recipient.name), changes: ['/documents'] })
  function send() {
    setTried(true)
    if (on) void sender.send(`/documents/outgoing/${documentId}/${tick}`, { recipientId: recipient.id, on })
  }
  return (
    <div className="outgoing-recipients-tick">
      <DateField
        label={day}
        name={`${tick}-${recipient.id}`}
        value={on}
        max={dayOf(new Date())}
        error={tried && !on ? words.missingDay : undefined}
        onChange={setOn}
      />
      <Button small busy={sender.sending} aria-label={doneOf(recipient.name)} onClick={send}>
        {done}
      </Button>
      {sender.problem && <ProblemNote problem={sender.problem} onAgain={sender.again} />}
    </div>
  )
}

/** One press sends it: to who refused it, once both have spoken, or to who took over from a merged body. */
function SendAgain({ documentId, recipientId, act, name }: { documentId: string; recipientId: string } & ToSend) {
  const { send: label, sent: done } = words.toSend[act]
  const sender = useSend({ title: label(name), changes: ['/documents'] })
  const toast = useToast()
  async function send() {
    if (await sender.send(`/documents/outgoing/${documentId}/${act}`, { recipientId })) toast({ text: done(name) })
  }
  return (
    <div className="outgoing-recipients-tick">
      <Button small icon={actIconOf(act)} busy={sender.sending} onClick={() => void send()}>
        {label(name)}
      </Button>
      {sender.problem && <ProblemNote problem={sender.problem} onAgain={sender.again} />}
    </div>
  )
}
