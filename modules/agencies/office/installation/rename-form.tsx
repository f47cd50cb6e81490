import { useState } from 'react'
import { useDraft } from '#platform/ui/data/use-draft.ts'
import { useSend } from '#platform/ui/data/use-send.ts'
import { Note } from '#platform/ui/feedback/note.tsx'
import { useToast } from '#platform/ui/feedback/toast.tsx'
import { DateField } from '#platform/ui/forms/date-field.tsx'
import { FormDialog } from '#platform/ui/forms/form-dialog.tsx'
import { TextField } from '#platform/ui/forms/text-field.tsx'
import { dayOf, formatDay } from '#platform/ui/text/format.ts'
import type { OutsideBody } from '../../contract.ts'
import { agencyMessages } from '../messages.vi.ts'
import { installationMessages } from './messages.vi.ts'

const words = installationMessages.rename
const { form } = installationMessages
const labels = {
  name: form.name,
  shortName: form.shortName,
  abbreviation: form.abbreviation,
  placeName: form.placeName,
  basis: installationMessages.basis,
}
type Part = keyof typeof labels
type Named = Pick<OutsideBody, 'id' | 'name' | 'shortName' | 'abbreviation' | 'placeName'>

/** Another name from a day on; what was issued before keeps the name of its day. */
export function RenameForm({ path, issuer, onClose }: { path: string; issuer: Named; onClose: () => void }) {
  const [initial] = useState(() => {
    const { name, shortName, abbreviation, placeName } = issuer
    return { name, shortName, abbreviation, placeName, basis: '', from: dayOf(new Date()) as string }
  })
  const draft = useDraft(`issuer-rename:${issuer.id}`, initial)
  const { value, change } = draft
  const [tried, setTried] = useState(false)
  const sender = useSend({ title: words.title(issuer.name), changes: ['/installation'] })
  const toast = useToast()
  const missing = [
    ...(Object.keys(labels) as Part[])
      .filter(path => value[path].trim() === '')
      .map(path => ({ path: path as string, message: agencyMessages.missing.write(labels[path]) })),
    ...(value.from === '' ? [{ path: 'from', message: agencyMessages.missing.day }] : []),
  ]
  const faults = tried ? missing : []
  const faultOf = (path: string) => faults.find(fault => fault.path === path)?.message

  async function save() {
    setTried(true)
    if (missing.length > 0) return
    if (!(await sender.send(`${path}/rename`, value))) return
    draft.clear()
    toast({ text: words.done(value.name, formatDay(value.from)) })
    onClose()
  }
  const text = (path: Part, longest: number, hint?: string) => (
    <TextField
      label={labels[path]}
      hint={hint}
      name={path}
      maxLength={longest}
      value={value[path]}
      error={faultOf(path)}
      onChange={typed => change({ [path]: typed })}
    />
  )
  return (
    <FormDialog
      title={words.title(issuer.name)}
      draft={draft}
      faults={faults}
      sender={sender}
      saveLabel={words.save}
      wide
      onSave={save}
      onClose={onClose}
    >
      {text('name', 200, form.nameHint)}
      {text('shortName', 100, form.shortNameHint)}
      <div className="field-pair">
        {text('abbreviation', 30, form.abbreviationHint)}
        {text('placeName', 100, form.placeNameHint)}
      </div>
      <DateField
        label={words.from}
        hint={words.fromHint}
        name="from"
        value={value.from || undefined}
        error={faultOf('from')}
        onChange={day => change({ from: day ?? '' })}
      />
      {text('basis', 300, installationMessages.basisHint)}
      <Note tone="indigo">{words.why}</Note>
    </FormDialog>
  )
}
