import { useId, useState } from 'react'
import type { IncomingRow } from '#modules/documents/contract.ts'
import { Button } from '#platform/ui/actions/button.tsx'
import { useBulk } from '#platform/ui/data/use-bulk.ts'
import { useDraft } from '#platform/ui/data/use-draft.ts'
import { Dialog } from '#platform/ui/feedback/dialog.tsx'
import { MultiPicker } from '#platform/ui/forms/multi-picker.tsx'
import { Phrases } from '#platform/ui/forms/phrases.tsx'
import { TextArea } from '#platform/ui/forms/text-field.tsx'
import { actIconOf } from '#platform/ui/states/act-icons.ts'
import { actLabels } from '#platform/ui/text/act-labels.ts'
import type { Chosen } from './act-value.ts'
import { BulkOutcomes } from './bulk-outcomes.tsx'
import { listMessages } from './list-messages.vi.ts'
import { withPhrase } from './often-phrases.tsx'
import { useFindParty } from './pickers.ts'
import { readerMessages } from './reader-messages.vi.ts'

const words = listMessages.bulk

export type BulkAct = 'forward' | 'urge'
type BulkDialogProps = { act: BulkAct; rows: readonly IncomingRow[]; onClose: () => void }
const empty: { text: string; to: Chosen[] } = { text: '', to: [] }

/** One act on several documents: what it needs once, then what became of each. */
export function BulkDialog({ act, rows, onClose }: BulkDialogProps) {
  const heading = useId()
  const draft = useDraft(`incoming-bulk:${act}`, empty)
  const { value, change } = draft
  const [tried, setTried] = useState(false)
  const bulk = useBulk(['/documents'])
  const find = useFindParty()
  const noText = act === 'urge' && value.text.trim() === ''
  const nobody = act === 'forward' && value.to.length === 0
  const begun = bulk.running || bulk.outcomes.length > 0

  function send(some: readonly IncomingRow[]) {
    setTried(true)
    if (noText || nobody) return
    const text = value.text.trim()
    const body =
      act === 'urge'
        ? { text }
        : {
            targets: value.to.map(({ id, kind }) => ({
              role: 'inform',
              ...(kind === 'seat' ? { seatId: id } : { unitId: id }),
            })),
            ...(text ? { text } : {}),
          }
    void bulk.run(
      some.map(({ id, subject }) => ({ id, path: `/documents/incoming/${id}/${act}`, body, title: subject })),
    )
  }
  function close() {
    bulk.stop()
    if (bulk.outcomes.some(outcome => !outcome.problem)) draft.clear()
    onClose()
  }
  const failed = rows.filter(row => bulk.outcomes.find(outcome => outcome.id === row.id)?.problem)

  return (
    <Dialog open onClose={close} labelledBy={heading} className="dialog">
      <h2 id={heading} tabIndex={-1}>
        {words.titles[act](rows.length)}
      </h2>
      {begun ? (
        <BulkOutcomes rows={rows} bulk={bulk} />
      ) : (
        <div className="form">
          {act === 'forward' && (
            <MultiPicker
              label={words.forwardTo}
              error={tried && nobody ? words.missing.to : undefined}
              value={value.to}
              onChange={to => change({ to: [...to] })}
              find={find}
            />
          )}
          <div>
            <TextArea
              label={act === 'urge' ? words.urgeText : words.message}
              hint={act === 'urge' ? words.urgeNote : undefined}
              optional={act === 'forward'}
              error={tried && noText ? words.missing.text : undefined}
              rows={2}
              maxLength={500}
              value={value.text}
              onChange={text => change({ text })}
            />
            {act === 'urge' && (
              <Phrases
                label={readerMessages.form.often}
                phrases={readerMessages.form.urgeOften}
                onPick={phrase => change({ text: withPhrase(value.text, phrase) })}
              />
            )}
          </div>
        </div>
      )}
      <div className="dialog-actions">
        {!begun && (
          <Button look="primary" icon={actIconOf(act)} data-key="primary" onClick={() => send(rows)}>
            {actLabels[act]}
          </Button>
        )}
        {bulk.running && <Button onClick={bulk.stop}>{words.stop}</Button>}
        {!bulk.running && failed.length > 0 && <Button onClick={() => send(failed)}>{words.again}</Button>}
        {!bulk.running && <Button onClick={close}>{actLabels.close}</Button>}
      </div>
    </Dialog>
  )
}
