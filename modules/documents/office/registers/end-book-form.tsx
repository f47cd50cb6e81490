import { useState } from 'react'
import { useDraft } from '#platform/ui/data/use-draft.ts'
import { useSend } from '#platform/ui/data/use-send.ts'
import { useToast } from '#platform/ui/feedback/toast.tsx'
import { DateField } from '#platform/ui/forms/date-field.tsx'
import { FormDialog } from '#platform/ui/forms/form-dialog.tsx'
import { TextField } from '#platform/ui/forms/text-field.tsx'
import { dayOf, formatDay } from '#platform/ui/text/format.ts'
import { administerMessages } from './administer-messages.vi.ts'

const words = administerMessages.ending
type EndBookFormProps = {
  kind: 'registers' | 'series'
  book: { readonly id: string; readonly name: string }
  onClose: () => void
}

/** A register or a series ends on a day, by decision of the head. */
export function EndBookForm({ kind, book, onClose }: EndBookFormProps) {
  const [initial] = useState(() => ({ validTo: dayOf(new Date()) as string, basis: '' }))
  const draft = useDraft(`end-${kind}:${book.id}`, initial)
  const { value, change } = draft
  const [tried, setTried] = useState(false)
  const sender = useSend({ title: words.title(book.name), changes: ['/registers', '/series'] })
  const toast = useToast()
  const missing = [
    ...(value.validTo === '' ? [{ path: 'validTo', message: words.dayMissing }] : []),
    ...(value.basis.trim() === '' ? [{ path: 'basis', message: administerMessages.form.missing.basis }] : []),
  ]
  const faults = tried ? missing : []
  const faultOf = (path: string) => faults.find(fault => fault.path === path)?.message

  async function save() {
    setTried(true)
    if (missing.length > 0) return
    if (!(await sender.send(`/${kind}/${book.id}/end`, value))) return
    draft.clear()
    toast({ text: words.done(book.name, formatDay(value.validTo)) })
    onClose()
  }
  return (
    <FormDialog
      title={words.title(book.name)}
      draft={draft}
      faults={faults}
      sender={sender}
      saveLabel={words.end}
      danger
      onSave={save}
      onClose={onClose}
    >
      <p className="secondary">{words.why[kind]}</p>
      <DateField
        label={words.day}
        hint={words.dayHint}
        name="validTo"
        value={value.validTo || undefined}
        error={faultOf('validTo')}
        onChange={day => change({ validTo: day ?? '' })}
      />
      <TextField
        label={administerMessages.form.basis}
        hint={administerMessages.form.basisHint}
        name="basis"
        maxLength={300}
        value={value.basis}
        error={faultOf('basis')}
        onChange={basis => change({ basis })}
      />
    </FormDialog>
  )
}
