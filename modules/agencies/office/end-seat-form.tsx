import { useState } from 'react'
import { useDraft } from '#platform/ui/data/use-draft.ts'
import { useSend } from '#platform/ui/data/use-send.ts'
import { Note } from '#platform/ui/feedback/note.tsx'
import { useToast } from '#platform/ui/feedback/toast.tsx'
import { DateField } from '#platform/ui/forms/date-field.tsx'
import { FormDialog } from '#platform/ui/forms/form-dialog.tsx'
import { useGo } from '#platform/ui/screens/use-address.ts'
import { dayOf, formatDay, spokenTitle } from '#platform/ui/text/format.ts'
import { agencyMessages } from './messages.vi.ts'
import type { Listed } from './people.tsx'

const words = agencyMessages.end

/**
 * Ends a seat on a day and goes on to what is still open with it: rights end at once, work does not move by itself. A seat
 * that has not begun is cancelled from its first day on.
 */
export function EndSeatForm({ seat, onClose }: { seat: Listed; onClose: () => void }) {
  const toCome = seat.validFrom > dayOf(new Date())
  const [initial] = useState(() => ({ validTo: (toCome ? seat.validFrom : dayOf(new Date())) as string }))
  const draft = useDraft(`seat-end:${seat.id}`, initial)
  const { value, change } = draft
  const [tried, setTried] = useState(false)
  const sender = useSend({ title: words.confirm, changes: ['/seats', '/units'] })
  const toast = useToast()
  const go = useGo()
  const missing = value.validTo === ''

  async function save() {
    setTried(true)
    if (missing) return
    const sent = await sender.send(`/seats/${seat.id}/end`, { validTo: value.validTo })
    if (!sent) return
    draft.clear()
    toast({ text: (toCome ? words.cancelled : words.done)(seat.fullName) })
    onClose()
    if (!toCome) await go(`hand-over/${seat.id}`)
  }
  return (
    <FormDialog
      title={(toCome ? words.cancelTitle : words.title)(seat.fullName, spokenTitle(seat.title))}
      draft={draft}
      faults={tried && missing ? [{ path: 'validTo', message: agencyMessages.missing.endDay }] : []}
      sender={sender}
      saveLabel={toCome ? words.cancel : words.confirm}
      danger
      onSave={save}
      onClose={onClose}
    >
      <DateField
        label={words.day}
        hint={words.dayHint}
        name="validTo"
        value={value.validTo || undefined}
        error={tried && missing ? agencyMessages.missing.endDay : undefined}
        onChange={day => change({ validTo: day ?? '' })}
      />
      <Note tone="amber">{toCome ? words.notBegun(formatDay(seat.validFrom)) : words.why}</Note>
    </FormDialog>
  )
}
