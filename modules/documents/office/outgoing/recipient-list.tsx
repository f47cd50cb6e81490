import { useState } from 'react'
import type { OutgoingDocument, RecipientView } from '#modules/documents/contract.ts'
import { Button } from '#platform/ui/actions/button.tsx'
import { useSend } from '#platform/ui/data/use-send.ts'
import { ProblemNote } from '#platform/ui/feedback/error-state.tsx'
import { DateField } from '#platform/ui/forms/date-field.tsx'
import { StateChip } from '#platform/ui/states/state-chip.tsx'
import type { StateOf } from '#platform/ui/states/state-families.ts'
import { dayOf, formatDay, formatMoment } from '#platform/ui/text/format.ts'
import { readerMessages } from './reader-messages.vi.ts'
import { RecipientsDialog } from './recipients-dialog.tsx'

const words = readerMessages.recipients
const shownAtFirst = 12
/** What needs somebody's hand or eye stands first. */
const troubled: readonly string[] = ['refused', 'by-hand', 'recall-asked']
const notReceived: readonly string[] = ['waiting', 'sent', 'refused', 'by-hand', 'taken-back']

/** Where it goes, and how far it is there: told by the receivers; what is carried by hand is ticked off with its day. */
export function RecipientList({ document }: { document: OutgoingDocument }) {
  const { recipients, allowed } = document
  const [all, setAll] = useState(false)
  const [changing, setChanging] = useState(false)
  const left = !['draft', 'in-review', 'returned', 'awaiting-approval', 'approved', 'numbered'].includes(document.state)
  const received = recipients.filter(one => !notReceived.includes(one.state)).length
  const byHand = recipients.filter(one => one.state === 'by-hand').length
  const ordered = left
    ? recipients.toSorted((one, other) => Number(troubled.includes(other.state)) - Number(troubled.includes(one.state)))
    : recipients
  const shown = all ? ordered : ordered.slice(0, shownAtFirst)
  return (
    <section className="block" aria-label={words.title}>
      <div className="title-line">
        <h2>{words.title}</h2>
        {left && recipients.length > 0 && <span className="meta">{words.summary(received, recipients.length)}</span>}
        {allowed.includes('set-recipients') && (
          <button type="button" className="text-button" onClick={() => setChanging(true)}>
            {words.change}
          </button>
        )}
      </div>
      {recipients.length === 0 && <p className="secondary">{words.none}</p>}
      {left && byHand > 0 && <p className="text-amber">{words.byHand(byHand)}</p>}
      <ul className="outgoing-recipients">
        {shown.map(one => (
          <RecipientLine
            key={one.id}
            recipient={one}
            left={left}
            documentId={document.id}
            mayTick={allowed.includes('hand-over-by-hand') && one.state === 'by-hand'}
          />
        ))}
      </ul>
      {shown.length < recipients.length && (
        <Button small look="plain" onClick={() => setAll(true)}>
          {words.more(recipients.length)}
        </Button>
      )}
      {changing && <RecipientsDialog document={document} onClose={() => setChanging(false)} />}
    </section>
  )
}

type RecipientLineProps = { recipient: RecipientView; left: boolean; documentId: string; mayTick: boolean }

function RecipientLine({ recipient, left, documentId, mayTick }: RecipientLineProps) {
  const { name, kind, carrier, address, stateReason, stateAt, handedOverOn } = recipient
  const how = kind === 'unit' || kind === 'seat' ? words.inside : words.carriers[carrier]
  return (
    <li>
      <div>
        {name} <span className="meta">({[how, address].filter(Boolean).join(', ')})</span>
        {stateReason && left && <p className="text-red small">{stateReason}</p>}
      </div>
      {left && (
        <div className="outgoing-recipients-state">
          <StateChip family="recipient" state={recipient.state as StateOf<'recipient'>} />
          <span className="meta">{handedOverOn ? formatDay(handedOverOn) : stateAt && formatMoment(stateAt)}</span>
        </div>
      )}
      {mayTick && <HandOverForm documentId={documentId} recipient={recipient} />}
    </li>
  )
}

function HandOverForm({ documentId, recipient }: { documentId: string; recipient: RecipientView }) {
  const [on, setOn] = useState<string | undefined>(() => dayOf(new Date()))
  const [tried, setTried] = useState(false)
  const tick = useSend({ title: words.handedOverTo(recipient.name), changes: ['/documents'] })
  function send() {
    setTried(true)
    if (on) void tick.send(`/documents/outgoing/${documentId}/handed-over`, { recipientId: recipient.id, on })
  }
  return (
    <div className="outgoing-recipients-tick">
      <DateField
        label={words.handedOn}
        name={`handed-${recipient.id}`}
        value={on}
        max={dayOf(new Date())}
        error={tried && !on ? words.missingDay : undefined}
        onChange={setOn}
      />
      <Button small busy={tick.sending} aria-label={words.handedOverTo(recipient.name)} onClick={send}>
        {words.handedOver}
      </Button>
      {tick.problem && <ProblemNote problem={tick.problem} onAgain={tick.again} />}
    </div>
  )
}
