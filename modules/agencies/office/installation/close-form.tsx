import { useState } from 'react'
import type { z } from '#lib/schemas/index.ts'
import { useDraft } from '#platform/ui/data/use-draft.ts'
import { useWhole } from '#platform/ui/data/use-resource.ts'
import { useSend } from '#platform/ui/data/use-send.ts'
import { Note } from '#platform/ui/feedback/note.tsx'
import { useToast } from '#platform/ui/feedback/toast.tsx'
import { DateField } from '#platform/ui/forms/date-field.tsx'
import { FormDialog } from '#platform/ui/forms/form-dialog.tsx'
import { SelectField } from '#platform/ui/forms/select-field.tsx'
import { TextField } from '#platform/ui/forms/text-field.tsx'
import { formatDay } from '#platform/ui/text/format.ts'
import type { AgencyRows } from '../../contract.ts'
import { agencyMessages } from '../messages.vi.ts'
import type { Agency } from './installation.tsx'
import { installationMessages } from './messages.vi.ts'

const words = installationMessages.close
const nobody = 'none'

/** By merger, division or dissolution. It is not undone: neither the day nor who takes over is proposed. */
export function CloseForm({ agency, onClose }: { agency: Agency; onClose: () => void }) {
  const [initial] = useState({ closedOn: '', successorId: '', basis: '' })
  const draft = useDraft(`agency-close:${agency.id}`, initial)
  const { value, change } = draft
  const [tried, setTried] = useState(false)
  const agencies = useWhole<z.infer<typeof AgencyRows>>('/installation/agencies')
  const sender = useSend({ title: words.title(agency.name), changes: ['/installation'] })
  const toast = useToast()
  const missing = [
    ...(value.closedOn === '' ? [{ path: 'closedOn', message: agencyMessages.missing.day }] : []),
    ...(value.successorId === '' ? [{ path: 'successorId', message: words.successorMissing }] : []),
    ...(value.basis.trim() === ''
      ? [{ path: 'basis', message: agencyMessages.missing.write(installationMessages.basis) }]
      : []),
  ]
  const faults = tried ? missing : []
  const faultOf = (path: string) => faults.find(fault => fault.path === path)?.message

  async function save() {
    setTried(true)
    if (missing.length > 0) return
    const successorId = value.successorId === nobody ? null : value.successorId
    if (!(await sender.send(`/installation/agencies/${agency.id}/close`, { ...value, successorId }))) return
    draft.clear()
    toast({ text: words.done(formatDay(value.closedOn)) })
    onClose()
  }
  return (
    <FormDialog
      title={words.title(agency.name)}
      draft={draft}
      faults={faults}
      sender={sender}
      saveLabel={words.save}
      danger
      wide
      onSave={save}
      onClose={onClose}
    >
      <Note tone="red">{words.consequence}</Note>
      <DateField
        label={words.day}
        hint={words.dayHint}
        name="closedOn"
        value={value.closedOn || undefined}
        error={faultOf('closedOn')}
        onChange={day => change({ closedOn: day ?? '' })}
      />
      <SelectField
        label={words.successor}
        hint={words.successorHint}
        name="successorId"
        placeholder={words.choose}
        value={value.successorId}
        choices={[
          { value: nobody, label: words.nobody },
          ...(agencies.data?.items ?? [])
            .filter(one => one.id !== agency.id && one.closedOn === null)
            .map(one => ({ value: one.id, label: one.name })),
        ]}
        error={faultOf('successorId')}
        onChange={successorId => change({ successorId })}
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
