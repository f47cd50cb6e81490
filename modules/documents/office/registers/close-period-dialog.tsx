import IconLock from '@tabler/icons-react/icons/IconLock'
import { useState } from 'react'
import type { z } from '#lib/schemas/index.ts'
import type { SeriesView } from '#modules/documents/contract.ts'
import { useSend } from '#platform/ui/data/use-send.ts'
import { ConfirmDialog } from '#platform/ui/feedback/confirm-dialog.tsx'
import { useToast } from '#platform/ui/feedback/toast.tsx'
import { TextArea } from '#platform/ui/forms/text-field.tsx'
import { administerMessages } from './administer-messages.vi.ts'

const words = administerMessages.closing
type ClosePeriodDialogProps = { series: z.infer<typeof SeriesView>; period: string; onClose: () => void }

/** Khóa sổ: nothing is numbered in that year any more; why it is done now belongs to what is kept of it. */
export function ClosePeriodDialog({ series, period, onClose }: ClosePeriodDialogProps) {
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const named = administerMessages.periodNamed(series.periodKind, period)
  const sender = useSend({ title: words.title(named, series.name), changes: ['/series', '/registers'] })
  const toast = useToast()

  async function confirm() {
    setTried(true)
    if (reason.trim() === '') return
    const sent = await sender.send(`/series/${series.id}/close`, { period, reason: reason.trim() })
    if (!sent) return
    toast({ text: words.done(named) })
    onClose()
  }
  return (
    <ConfirmDialog
      open
      danger
      title={words.title(named, series.name)}
      consequence={words.consequence}
      confirm={words.confirm}
      icon={IconLock}
      busy={sender.sending}
      problem={sender.problem}
      onConfirm={confirm}
      onCancel={onClose}
    >
      <TextArea
        label={words.reason}
        hint={words.reasonHint}
        name="reason"
        rows={2}
        maxLength={500}
        value={reason}
        error={tried && reason.trim() === '' ? words.missing : undefined}
        onChange={setReason}
      />
    </ConfirmDialog>
  )
}
