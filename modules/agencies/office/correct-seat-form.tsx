import { useState } from 'react'
import { useDraft } from '#platform/ui/data/use-draft.ts'
import { useSend } from '#platform/ui/data/use-send.ts'
import { useToast } from '#platform/ui/feedback/toast.tsx'
import { FormDialog } from '#platform/ui/forms/form-dialog.tsx'
import { TextField } from '#platform/ui/forms/text-field.tsx'
import { agencyMessages } from './messages.vi.ts'
import type { Listed } from './people.tsx'

const words = agencyMessages.correct
const labels = { fullName: agencyMessages.give.fullName, title: agencyMessages.give.jobTitle }

/** A slip of the pen is put right; another unit, role or standing is another seat. */
export function CorrectSeatForm({ seat, onClose }: { seat: Listed; onClose: () => void }) {
  const [initial] = useState(() => ({ fullName: seat.fullName, title: seat.title }))
  const draft = useDraft(`seat-correct:${seat.id}`, initial)
  const { value, change } = draft
  const [tried, setTried] = useState(false)
  const sender = useSend({ title: words.title(seat.fullName), changes: ['/seats'] })
  const toast = useToast()
  const missing = (['fullName', 'title'] as const).filter(path => value[path].trim() === '')
  const faults = tried ? missing.map(path => ({ path, message: agencyMessages.missing.write(labels[path]) })) : []
  const faultOf = (path: string) => faults.find(fault => fault.path === path)?.message

  async function save() {
    setTried(true)
    if (missing.length > 0) return
    const sent = await sender.send(`/seats/${seat.id}`, value, { method: 'PUT' })
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
    </FormDialog>
  )
}
