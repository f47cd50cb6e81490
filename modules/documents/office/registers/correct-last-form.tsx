import { useState } from 'react'
import type { z } from '#lib/schemas/index.ts'
import type { SeriesView } from '#modules/documents/contract.ts'
import { useDraft } from '#platform/ui/data/use-draft.ts'
import { useSend } from '#platform/ui/data/use-send.ts'
import { useToast } from '#platform/ui/feedback/toast.tsx'
import { FormDialog } from '#platform/ui/forms/form-dialog.tsx'
import { TextField } from '#platform/ui/forms/text-field.tsx'
import { administerMessages } from './administer-messages.vi.ts'

const words = administerMessages.correcting
type CorrectLastFormProps = { series: z.infer<typeof SeriesView>; onClose: () => void }

/** The last number on paper was typed wrongly; no number was given after it yet. */
export function CorrectLastForm({ series, onClose }: CorrectLastFormProps) {
  const { id, name, period, periods } = series
  const stated = periods.find(one => one.period === period)?.lastNumber ?? 0
  const [initial] = useState({ lastNumber: '', reason: '' })
  const draft = useDraft(`correct-last:${id}:${period}`, initial)
  const { value, change } = draft
  const [tried, setTried] = useState(false)
  const sender = useSend({ title: words.title(name), changes: ['/registers', '/series'] })
  const toast = useToast()
  const lastNumber = /^\d{1,7}$/.test(value.lastNumber.trim()) ? Number(value.lastNumber.trim()) : undefined
  const missing = [
    ...(lastNumber === undefined
      ? [{ path: 'lastNumber', message: administerMessages.form.missing.lastNumber as string }]
      : []),
    ...(value.reason.trim() === '' ? [{ path: 'reason', message: administerMessages.closing.missing }] : []),
  ]
  const faults = tried ? missing : []
  const faultOf = (path: string) => faults.find(fault => fault.path === path)?.message

  async function save() {
    setTried(true)
    if (missing.length > 0 || lastNumber === undefined) return
    const body = { period, lastNumber, reason: value.reason }
    if (!(await sender.send(`/series/${id}/correct-last-number`, body))) return
    draft.clear()
    toast({ text: administerMessages.opening.next(lastNumber + 1) })
    onClose()
  }
  return (
    <FormDialog title={words.title(name)} draft={draft} faults={faults} sender={sender} onSave={save} onClose={onClose}>
      <p className="secondary">{words.why(stated)}</p>
      <TextField
        label={words.lastNumber}
        hint={lastNumber === undefined ? undefined : administerMessages.opening.next(lastNumber + 1)}
        name="lastNumber"
        className="width-number"
        inputMode="numeric"
        value={value.lastNumber}
        error={faultOf('lastNumber')}
        onChange={typed => change({ lastNumber: typed })}
      />
      <TextField
        label={words.reason}
        hint={words.reasonHint}
        name="reason"
        maxLength={500}
        value={value.reason}
        error={faultOf('reason')}
        onChange={reason => change({ reason })}
      />
    </FormDialog>
  )
}
