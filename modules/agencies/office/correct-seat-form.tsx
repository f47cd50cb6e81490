import { useState } from 'react'
import { useDraft } from '#platform/ui/data/use-draft.ts'
import { useSend } from '#platform/ui/data/use-send.ts'
import { useToast } from '#platform/ui/feedback/toast.tsx'
import { FormDialog } from '#platform/ui/forms/form-dialog.tsx'
import { TextField } from '#platform/ui/forms/text-field.tsx'
import { agencyMessages } from './messages.vi.ts'
import { OrderField } from './order-field.tsx'
import type { Listed } from './people.tsx'
import { fitsOrder } from './seat-value.ts'

const words = agencyMessages.correct
/** What a seat has to whom no place was given: behind those with one, by alphabet. */
const unordered = 100
const labels = { fullName: agencyMessages.give.fullName, title: agencyMessages.give.jobTitle }

/** A slip of the pen is put right; another unit, role or standing is another seat. */
export function CorrectSeatForm({ seat, onClose }: { seat: Listed; onClose: () => void }) {
  const [initial] = useState(() => ({
    ...{ fullName: seat.fullName, title: seat.title },
    ordinal: seat.ordinal === unordered ? '' : String(seat.ordinal),
  }))
  const draft = useDraft(`seat-correct:${seat.id}`, initial)
  const { value, change } = draft
  const [tried, setTried] = useState(false)
  const sender = useSend({ title: words.title(seat.fullName), changes: ['/seats'] })
  const toast = useToast()
  const missing = (['fullName', 'title'] as const).filter(path => value[path].trim() === '')
  const all = [
    ...missing.map(path => ({ path: path as string, message: agencyMessages.missing.write(labels[path]) })),
    ...(fitsOrder(value.ordinal) ? [] : [{ path: 'ordinal', message: words.ordinalFault as string }]),
  ]
  const faults = tried ? all : []
  const faultOf = (path: string) => faults.find(fault => fault.path === path)?.message

  async function save() {
    setTried(true)
    if (all.length > 0) return
    const { fullName, title } = value
    const ordinal = value.ordinal.trim() ? Number(value.ordinal) : unordered
    const sent = await sender.send(`/seats/${seat.id}`, { fullName, title, ordinal }, { method: 'PUT' })
    if (!sent) return
    draft.clear()
    toast({ text: agencyMessages.saved })
    onClose()
  }
  return (
    <FormDialog
      title={words.title(seat.fullName)}
      draft={draft}
      faults={faults}
      sender={sender}
      onSave={save}
      onClose={onClose}
    >
      <p className="secondary">{words.hint}</p>
      <TextField
        label={agencyMessages.give.fullName}
        name="fullName"
        maxLength={50}
        value={value.fullName}
        error={faultOf('fullName')}
        onChange={fullName => change({ fullName })}
      />
      <TextField
        label={agencyMessages.give.jobTitle}
        hint={agencyMessages.give.jobTitleHint}
        name="title"
        maxLength={100}
        value={value.title}
        error={faultOf('title')}
        onChange={title => change({ title })}
      />
      <OrderField value={value.ordinal} error={faultOf('ordinal')} onChange={ordinal => change({ ordinal })} />
    </FormDialog>
  )
}
