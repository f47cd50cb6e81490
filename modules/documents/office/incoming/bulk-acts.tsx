import { useState } from 'react'
import type { IncomingRow } from '#modules/documents/contract.ts'
import { Button } from '#platform/ui/actions/button.tsx'
import { actIconOf } from '#platform/ui/states/act-icons.ts'
import { actLabels } from '#platform/ui/text/act-labels.ts'
import { MarkReadDialog } from '../mark-read-dialog.tsx'
import { type BulkAct, BulkDialog } from './bulk-dialog.tsx'
import { listMessages } from './list-messages.vi.ts'
import type { Tab } from './list-query.ts'
import type { Ticks } from './use-ticks.ts'

const words = listMessages.bulk
type Act = BulkAct | 'mark-read'
const acts: readonly Act[] = ['forward', 'urge']
const actsToRead: readonly Act[] = ['mark-read', 'forward']
/** Before anybody has work of it there is nobody to urge. */
const actsBeforeWork: readonly Act[] = ['forward']
const actsIn = (tab: Tab): readonly Act[] => {
  if (tab === 'for-information') return actsToRead
  return tab === 'to-register' || tab === 'to-direct' ? actsBeforeWork : acts
}

/** What can be done with the ticked rows, in place of the filters. Whether it may be done of each, the server says. */
export function BulkActs({ rows, ticks, tab }: { rows: readonly IncomingRow[]; ticks: Ticks; tab: Tab }) {
  const [act, setAct] = useState<Act>()
  // What was ticked when the act was chosen: the list may be read anew while it is done.
  const [taken, setTaken] = useState<readonly IncomingRow[]>([])
  const { chosen } = ticks
  return (
    <section className="incoming-list-bulk" aria-label={words.label}>
      <b role="status">{words.chosen(chosen.length)}</b>
      {chosen.length < rows.length && (
        <Button small look="plain" onClick={ticks.all}>
          {words.all(rows.length)}
        </Button>
      )}
      <span className="grow" />
      {actsIn(tab).map(one => (
        <Button
          key={one}
          small
          icon={actIconOf(one)}
          onClick={() => {
            setTaken(rows.filter(row => chosen.includes(row.id)))
            setAct(one)
          }}
        >
          {actLabels[one]}
        </Button>
      ))}
      <Button small look="plain" onClick={ticks.none}>
        {words.none}
      </Button>
      {act === 'mark-read' && (
        <MarkReadDialog
          documents={taken.map(row => ({ id: row.id, direction: 'incoming', subject: row.subject }))}
          onClose={() => setAct(undefined)}
        />
      )}
      {act && act !== 'mark-read' && <BulkDialog act={act} rows={taken} onClose={() => setAct(undefined)} />}
    </section>
  )
}
