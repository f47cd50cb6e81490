import { useState } from 'react'
import { useDraft } from '#platform/ui/data/use-draft.ts'
import { useSend } from '#platform/ui/data/use-send.ts'
import { Note } from '#platform/ui/feedback/note.tsx'
import { useToast } from '#platform/ui/feedback/toast.tsx'
import { DateField } from '#platform/ui/forms/date-field.tsx'
import { FormDialog } from '#platform/ui/forms/form-dialog.tsx'
import { TextField } from '#platform/ui/forms/text-field.tsx'
import { formatDay } from '#platform/ui/text/format.ts'
import type { OutsideBody } from '../../contract.ts'
import { agencyMessages } from '../messages.vi.ts'
import { IssuerFields, type IssuerValue } from './issuer-fields.tsx'
import { installationMessages } from './messages.vi.ts'
import { outsideMessages as words } from './outside-messages.vi.ts'
import { proposedNames } from './proposed-names.ts'

const { form } = installationMessages
const paths = ['name', 'shortName', 'placeName', 'abbreviation'] as const

/** A body that every office may then find as sender and recipient. */
export function AddBodyForm({ onClose }: { onClose: () => void }) {
  const [initial] = useState<IssuerValue & Record<'name' | 'shortName' | 'placeName', string>>(() => ({
    ...{ name: '', shortName: '', placeName: '' },
    ...{ kind: 'state-agency', abbreviation: '', letterhead: '', identifier: '' },
  }))
  const draft = useDraft('outside-body:new', initial)
  const { change } = draft
  const proposed = proposedNames(draft.value.name)
  const value = {
    ...draft.value,
    shortName: draft.value.shortName || proposed.shortName,
    placeName: draft.value.placeName || proposed.placeName,
  }
  const [tried, setTried] = useState(false)
  const sender = useSend({ title: words.add, changes: ['/installation/outside-bodies'] })
  const toast = useToast()
  const missing = paths
    .filter(path => value[path].trim() === '')
    .map(path => ({ path, message: agencyMessages.missing.write(form[path]) }))
  const faults = tried ? missing : []
  const faultOf = (path: string) => faults.find(fault => fault.path === path)?.message

  async function save() {
    setTried(true)
    if (missing.length > 0) return
    const { name, shortName, placeName, kind, abbreviation, letterhead, identifier } = value
    const sent = await sender.send('/installation/outside-bodies', {
      ...{ id: draft.id, kind, name, shortName, abbreviation, placeName },
      ...(letterhead.trim() ? { superior: letterhead } : {}),
      ...(identifier.trim() ? { identifier } : {}),
    })
    if (!sent) return
    draft.clear()
    toast({ text: words.added(name) })
    onClose()
  }
  const text = (path: 'name' | 'shortName' | 'placeName', longest: number) => (
    <TextField
      label={form[path]}
      hint={words.hints[path]}
      name={path}
      maxLength={longest}
      value={value[path]}
      error={faultOf(path)}
      onChange={typed => change({ [path]: typed })}
    />
  )
  return (
    <FormDialog title={words.add} draft={draft} faults={faults} sender={sender} wide onSave={save} onClose={onClose}>
      {text('name', 200)}
      <div className="field-pair">
        {text('shortName', 100)}
        {text('placeName', 100)}
      </div>
      <IssuerFields value={value} hints={words.hints} faultOf={faultOf} onChange={change} />
    </FormDialog>
  )
}

/** It is written to no more; what was exchanged with it keeps its name. It is not undone: no day is proposed. */
export function CloseBodyForm({ body, onClose }: { body: OutsideBody; onClose: () => void }) {
  const [initial] = useState({ closedOn: '', basis: '' })
  const draft = useDraft(`outside-close:${body.id}`, initial)
  const { value, change } = draft
  const [tried, setTried] = useState(false)
  const sender = useSend({ title: words.closeTitle(body.name), changes: ['/installation/outside-bodies'] })
  const toast = useToast()
  const missing = [
    ...(value.closedOn === '' ? [{ path: 'closedOn', message: agencyMessages.missing.day as string }] : []),
    ...(value.basis.trim() === ''
      ? [{ path: 'basis', message: agencyMessages.missing.write(installationMessages.basis) }]
      : []),
  ]
  const faults = tried ? missing : []
  const faultOf = (path: string) => faults.find(fault => fault.path === path)?.message

  async function save() {
    setTried(true)
    if (missing.length > 0) return
    if (!(await sender.send(`/installation/outside-bodies/${body.id}/close`, value))) return
    draft.clear()
    toast({ text: words.closedFrom(formatDay(value.closedOn)) })
    onClose()
  }
  return (
    <FormDialog
      title={words.closeTitle(body.name)}
      draft={draft}
      faults={faults}
      sender={sender}
      saveLabel={words.close}
      danger
      onSave={save}
      onClose={onClose}
    >
      <Note tone="red">{words.closeConsequence}</Note>
      <DateField
        label={words.closeDay}
        name="closedOn"
        value={value.closedOn || undefined}
        error={faultOf('closedOn')}
        onChange={day => change({ closedOn: day ?? '' })}
      />
      <TextField
        label={installationMessages.basis}
        hint={installationMessages.basisHint}
        name="basis"
        maxLength={300}
        value={value.basis}
        error={faultOf('basis')}
        onChange={basis => change({ basis })}
      />
    </FormDialog>
  )
}
