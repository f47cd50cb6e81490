import { useId, useState } from 'react'
import type { Direction } from '#modules/documents/contract.ts'
import { Button } from '#platform/ui/actions/button.tsx'
import { useBulk } from '#platform/ui/data/use-bulk.ts'
import { Dialog } from '#platform/ui/feedback/dialog.tsx'
import { CheckField } from '#platform/ui/forms/choice-field.tsx'
import { actIconOf } from '#platform/ui/states/act-icons.ts'
import { actLabels } from '#platform/ui/text/act-labels.ts'
import { BulkOutcomes } from './incoming/bulk-outcomes.tsx'
import { markReadMessages as words } from './mark-read-messages.vi.ts'
import './mark-read.css'

export type ToRead = { readonly id: string; readonly direction: Direction; readonly subject: string }
type MarkReadDialogProps = { documents: readonly ToRead[]; onClose: () => void }

/** Takes what came only for information off one's list, without opening each; what is still to be read is left unticked. */
export function MarkReadDialog({ documents, onClose }: MarkReadDialogProps) {
  const heading = useId()
  // As they were at the press: each that is marked leaves the list behind.
  const [rows] = useState(documents)
  const [left, setLeft] = useState<readonly string[]>([])
  const bulk = useBulk(['/documents'])
  const chosen = rows.filter(row => !left.includes(row.id))
  const begun = bulk.running || bulk.outcomes.length > 0
  const failed = chosen.filter(row => bulk.outcomes.find(outcome => outcome.id === row.id)?.problem)

  const send = (some: readonly ToRead[]) =>
    void bulk.run(
      some.map(({ id, direction, subject }) => ({
        ...{ id, title: subject, path: `/documents/${direction}/${id}/open`, body: { unseen: true } },
      })),
    )
  function close() {
    bulk.stop()
    onClose()
  }
  return (
    <Dialog open onClose={close} labelledBy={heading} className="dialog">
      <h2 id={heading} tabIndex={-1}>
        {words.title(begun ? chosen.length : rows.length)}
      </h2>
      {begun ? (
        <BulkOutcomes rows={chosen} bulk={bulk} />
      ) : (
        <>
          <p>{words.note}</p>
          <ul className="mark-read-choice" aria-label={words.which}>
            {rows.map(row => (
              <li key={row.id}>
                <CheckField
                  label={row.subject}
                  checked={!left.includes(row.id)}
                  onChange={checked => setLeft(checked ? left.filter(id => id !== row.id) : [...left, row.id])}
                />
              </li>
            ))}
          </ul>
          {chosen.length === 0 && <p className="text-red">{words.nothing}</p>}
        </>
      )}
      <div className="dialog-actions">
        {!begun && (
          <Button
            look="primary"
            icon={actIconOf('mark-read')}
            data-key="primary"
            onClick={() => chosen.length > 0 && send(chosen)}
          >
            {actLabels['mark-read']}
          </Button>
        )}
        {bulk.running && <Button onClick={bulk.stop}>{words.stop}</Button>}
        {!bulk.running && failed.length > 0 && <Button onClick={() => send(failed)}>{words.again}</Button>}
        {!bulk.running && <Button onClick={close}>{actLabels.close}</Button>}
      </div>
    </Dialog>
  )
}
