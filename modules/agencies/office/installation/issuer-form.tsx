import { useState } from 'react'
import { useDraft } from '#platform/ui/data/use-draft.ts'
import { useSend } from '#platform/ui/data/use-send.ts'
import { useToast } from '#platform/ui/feedback/toast.tsx'
import { FormDialog } from '#platform/ui/forms/form-dialog.tsx'
import { TextField } from '#platform/ui/forms/text-field.tsx'
import { agencyMessages } from '../messages.vi.ts'
import { IssuerFields, type IssuerValue, issuerInput } from './issuer-fields.tsx'
import { installationMessages } from './messages.vi.ts'
import { proposedNames } from './proposed-names.ts'

const words = installationMessages.issuers
const { form } = installationMessages

type IssuerFormProps = {
  agencyId: string
  /** 'xã Cam Lộ': what the council is named after. */
  place: string
  onClose: () => void
}

/** Another body that issues under the office's roof: for a commune its People's Council. */
export function IssuerForm({ agencyId, place, onClose }: IssuerFormProps) {
  const [initial] = useState<IssuerValue & { name: string; shortName: string }>(() => ({
    name: words.councilOf(place),
    shortName: '',
    kind: 'people-council',
    abbreviation: 'HĐND',
    letterhead: '',
    identifier: '',
  }))
  const draft = useDraft(`issuer:${agencyId}`, initial)
  const { change } = draft
  const value = { ...draft.value, shortName: draft.value.shortName || proposedNames(draft.value.name).shortName }
  const [tried, setTried] = useState(false)
  const sender = useSend({ title: words.add, changes: ['/installation'] })
  const toast = useToast()
  const missing = (['name', 'shortName', 'abbreviation'] as const)
    .filter(path => value[path].trim() === '')
    .map(path => ({ path, message: agencyMessages.missing.write(form[path]) }))
  const faults = tried ? missing : []
  const faultOf = (path: string) => faults.find(fault => fault.path === path)?.message

  async function save() {
    setTried(true)
    if (missing.length > 0) return
    const { name, shortName } = value
    const body = { id: draft.id, name, shortName, ...issuerInput(value) }
    if (!(await sender.send(`/installation/agencies/${agencyId}/issuers`, body))) return
    draft.clear()
    toast({ text: words.added(name) })
    onClose()
  }
  return (
    <FormDialog title={words.add} draft={draft} faults={faults} sender={sender} wide onSave={save} onClose={onClose}>
      <TextField
        label={form.name}
        name="name"
        maxLength={200}
        value={value.name}
        error={faultOf('name')}
        onChange={name => change({ name })}
      />
      <TextField
        label={form.shortName}
        name="shortName"
        maxLength={100}
        value={value.shortName}
        error={faultOf('shortName')}
        onChange={shortName => change({ shortName })}
      />
      <IssuerFields value={value} faultOf={faultOf} onChange={change} />
    </FormDialog>
  )
}
