import { useState } from 'react'
import type { z } from '#lib/schemas/index.ts'
import type { SeriesView } from '#modules/documents/contract.ts'
import { useSend } from '#platform/ui/data/use-send.ts'
import { ConfirmDialog } from '#platform/ui/feedback/confirm-dialog.tsx'
import { useToast } from '#platform/ui/feedback/toast.tsx'
import { TextField } from '#platform/ui/forms/text-field.tsx'
import { actIconOf } from '#platform/ui/states/act-icons.ts'
import { administerMessages } from './administer-messages.vi.ts'

const words = administerMessages.opening

/** The last number on paper, stated once: from it the system goes on counting. */
export function OpenSeriesDialog({ series, onClose }: { series: z.infer<typeof SeriesView>; onClose: () => void }) {
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const open = useSend({ title: words.title(series.name), changes: ['/series', '/registers'] })
  const toast = useToast()
  const lastNumber = /^\d{1,7}$/.test(text.trim()) ? Number(text.trim()) : undefined

  async function confirm() {
    setTried(true)
    if (lastNumber === undefined) return
    const sent = await open.send(`/series/${series.id}/open`, { lastNumber })
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
        <TextField
          label={words.lastNumber}
          hint={words.lastHint}
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
