import { useState } from 'react'
import { useDraft } from '#platform/ui/data/use-draft.ts'
import { useSend } from '#platform/ui/data/use-send.ts'
import { useToast } from '#platform/ui/feedback/toast.tsx'
import { FormDialog } from '#platform/ui/forms/form-dialog.tsx'
import { TextField } from '#platform/ui/forms/text-field.tsx'
import { agencyMessages } from '../messages.vi.ts'
import { installationMessages } from './messages.vi.ts'

const words = installationMessages.issuers
const { form } = installationMessages

type IdentifierFormProps = {
  /** Of the body that is identified. */
  path: string
  issuer: { readonly id: string; readonly name: string; readonly identifier: string | null }
  onClose: () => void
}

/** The electronic identifier that the province gave a body, from today on; documents keep that of their day. */
export function IdentifierForm({ path, issuer, onClose }: IdentifierFormProps) {
  const [initial] = useState({ code: issuer.identifier ?? '' })
  const draft = useDraft(`identifier:${issuer.id}`, initial)
  const { code } = draft.value
  const [tried, setTried] = useState(false)
  const sender = useSend({ title: words.identify(issuer.name), changes: ['/installation'] })
  const toast = useToast()
  const fault = tried && code.trim() === '' ? agencyMessages.missing.write(form.identifier) : undefined

  async function save() {
    setTried(true)
    if (code.trim() === '') return
    if (!(await sender.send(`${path}/identifier`, { code }))) return
    draft.clear()
    toast({ text: agencyMessages.saved })
    onClose()
  }
  return (
    <FormDialog
      title={words.identify(issuer.name)}
      draft={draft}
      faults={fault ? [{ path: 'code', message: fault }] : []}
      sender={sender}
      onSave={save}
      onClose={onClose}
    >
      <TextField
        label={form.identifier}
        hint={words.identifierHint}
        name="code"
        maxLength={35}
        value={code}
        error={fault}
        onChange={typed => draft.change({ code: typed })}
      />
    </FormDialog>
  )
}
