import { useState } from 'react'
import type { z } from '#lib/schemas/index.ts'
import type { SeriesView } from '#modules/documents/contract.ts'
import { useSend } from '#platform/ui/data/use-send.ts'
import { ConfirmDialog } from '#platform/ui/feedback/confirm-dialog.tsx'
import { useToast } from '#platform/ui/feedback/toast.tsx'
import { TextField } from '#platform/ui/forms/text-field.tsx'
import { actIconOf } from '#platform/ui/states/act-icons.ts'
import { administerMessages } from './administer-messages.vi.ts'
import { isTerm } from './series-form.tsx'

const words = administerMessages.opening

/** The last number on paper, stated once: from it the system goes on counting. */
export function OpenSeriesDialog({ series, onClose }: { series: z.infer<typeof SeriesView>; onClose: () => void }) {
  const [text, setText] = useState('')
  const [term, setTerm] = useState('')
  const [tried, setTried] = useState(false)
  const open = useSend({ title: words.title(series.name), changes: ['/series', '/registers'] })
  const toast = useToast()
  const byTerm = series.periodKind === 'term'
  const begins = byTerm && series.periods.some(one => one.opened)
  const lastNumber = /^\d{1,7}$/.test(text.trim()) ? Number(text.trim()) : undefined

  async function confirm() {
    setTried(true)
    if (lastNumber === undefined || (begins && !isTerm(term))) return
    const sent = await open.send(`/series/${series.id}/open`, { lastNumber, ...(begins ? { term: term.trim() } : {}) })
    if (!sent) return
    toast({ text: words.done(lastNumber + 1) })
    onClose()
  }
  return (
    <ConfirmDialog
      open
      title={words.title(series.name)}
      consequence={words.consequence}
      confirm={words.confirm}
      icon={actIconOf('number')}
      busy={open.sending}
      problem={open.problem}
      onConfirm={confirm}
      onCancel={onClose}
    >
      <div className="form administer-opening">
        <p className="secondary">{words.why}</p>
        {begins && (
          <TextField
            label={administerMessages.form.termOf}
            hint={administerMessages.form.termOfHint}
            name="term"
            className="width-number"
            maxLength={9}
            value={term}
            error={tried && !isTerm(term) ? administerMessages.form.missing.term : undefined}
            onChange={setTerm}
          />
        )}
        <TextField
          label={byTerm ? words.lastOfTerm : words.lastNumber}
          hint={byTerm ? words.lastOfTermHint : words.lastHint}
          name="lastNumber"
          className="width-number"
          inputMode="numeric"
          value={text}
          error={tried && lastNumber === undefined ? administerMessages.form.missing.lastNumber : undefined}
          onChange={setText}
        />
        {lastNumber !== undefined && <p>{words.next(lastNumber + 1)}</p>}
      </div>
    </ConfirmDialog>
  )
}
