import { useState } from 'react'
import { useDraft } from '#platform/ui/data/use-draft.ts'
import { useSend } from '#platform/ui/data/use-send.ts'
import { useToast } from '#platform/ui/feedback/toast.tsx'
import { FormDialog } from '#platform/ui/forms/form-dialog.tsx'
import { TextField } from '#platform/ui/forms/text-field.tsx'
import { faultOfKnownLogin } from '../known-login.ts'
import { KnownPersonField } from '../known-person-field.tsx'
import { agencyMessages } from '../messages.vi.ts'
import { installationMessages } from './messages.vi.ts'

const words = installationMessages.readers

/** Somebody of the office that took over reads the one that was closed, from a seat in it. */
export function ReaderForm({ agencyId, onClose }: { agencyId: string; onClose: () => void }) {
  const [initial] = useState({ existingLogin: '', seenLogin: '', basis: '' })
  const draft = useDraft(`reader:${agencyId}`, initial)
  const { value, change } = draft
  const [tried, setTried] = useState(false)
  const sender = useSend({ title: words.add, changes: ['/installation'] })
  const toast = useToast()
  const login = faultOfKnownLogin(value)
  const missing = [
    ...(login ? [{ path: 'existingLogin', message: login }] : []),
    ...(value.basis.trim() === '' ? [{ path: 'basis', message: agencyMessages.missing.write(words.request) }] : []),
  ]
  const faults = tried ? missing : []
  const faultOf = (path: string) => faults.find(fault => fault.path === path)?.message

  async function save() {
    setTried(true)
    if (missing.length > 0) return
    const { seenLogin: existingLogin, basis } = value
    const sent = await sender.send(`/installation/agencies/${agencyId}/readers`, { id: draft.id, existingLogin, basis })
    if (!sent) return
    draft.clear()
    toast({ text: words.added })
    onClose()
  }
  return (
    <FormDialog title={words.add} draft={draft} faults={faults} sender={sender} onSave={save} onClose={onClose}>
      <p className="secondary">{words.why}</p>
      <KnownPersonField path="/installation/people" value={value} error={faultOf('existingLogin')} onChange={change} />
      <TextField
        label={words.request}
        hint={words.requestHint}
        name="basis"
        maxLength={300}
        value={value.basis}
        error={faultOf('basis')}
        onChange={basis => change({ basis })}
      />
    </FormDialog>
  )
}
