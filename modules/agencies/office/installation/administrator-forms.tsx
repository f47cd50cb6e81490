import { useState } from 'react'
import type { z } from '#lib/schemas/index.ts'
import { useDraft } from '#platform/ui/data/use-draft.ts'
import { useSend } from '#platform/ui/data/use-send.ts'
import { Note } from '#platform/ui/feedback/note.tsx'
import { RadioField } from '#platform/ui/forms/choice-field.tsx'
import { FormDialog } from '#platform/ui/forms/form-dialog.tsx'
import { TextField } from '#platform/ui/forms/text-field.tsx'
import type { AgencyCard, NewPassword } from '../../contract.ts'
import { faultOfKnownLogin, type KnownLogin } from '../known-login.ts'
import { KnownPersonField } from '../known-person-field.tsx'
import { agencyMessages } from '../messages.vi.ts'
import type { GivenPassword } from '../password-dialogs.tsx'
import { loginOf } from '../seat-value.ts'
import { installationMessages } from './messages.vi.ts'

const words = installationMessages.administrators
const { give, missing } = agencyMessages
type Given = z.infer<typeof NewPassword>

type ResetProps = {
  agencyId: string
  administrator: AgencyCard['administrators'][number]
  onGiven: (given: GivenPassword) => void
  onClose: () => void
}

/** Another password for an administrator who works already, on the office's written request. */
export function ResetAdministratorForm({ agencyId, administrator, onGiven, onClose }: ResetProps) {
  const { seatId, fullName } = administrator
  const [initial] = useState({ basis: '' })
  const draft = useDraft(`administrator-reset:${seatId}`, initial)
  const { basis } = draft.value
  const [tried, setTried] = useState(false)
  const sender = useSend<Given>({ title: words.reset, changes: ['/installation'] })
  const fault = tried && basis.trim() === '' ? missing.write(words.request) : undefined

  async function save() {
    setTried(true)
    if (basis.trim() === '') return
    const sent = await sender.send(`/installation/agencies/${agencyId}/administrators/${seatId}/first-password`, {
      basis,
    })
    if (!sent) return
    draft.clear()
    onGiven({ name: fullName, login: sent.value.login, password: sent.value.firstPassword })
  }
  return (
    <FormDialog
      title={words.resetTitle(fullName)}
      draft={draft}
      faults={fault ? [{ path: 'basis', message: fault }] : []}
      sender={sender}
      saveLabel={words.reset}
      onSave={save}
      onClose={onClose}
    >
      <RequestField value={basis} error={fault} onChange={typed => draft.change({ basis: typed })} />
      <Note tone="amber">{words.told}</Note>
    </FormDialog>
  )
}

type AppointProps = {
  agencyId: string
  onGiven: (given: GivenPassword | undefined) => void
  onClose: () => void
}

/** Another administrator where the only one has left. */
export function AppointForm({ agencyId, onGiven, onClose }: AppointProps) {
  const [initial] = useState({
    who: 'new' as 'new' | 'existing',
    fullName: '',
    login: '',
    existingLogin: '',
    seenLogin: '',
    basis: '',
  })
  const draft = useDraft(`administrator-new:${agencyId}`, initial)
  const { change } = draft
  const value = { ...draft.value, login: draft.value.login || loginOf(draft.value.fullName) }
  const [tried, setTried] = useState(false)
  const sender = useSend<Given>({ title: words.appoint, changes: ['/installation'] })
  const wanting = faultsOf(value)
  const faults = tried ? wanting : []
  const faultOf = (path: string) => faults.find(fault => fault.path === path)?.message

  async function save() {
    setTried(true)
    if (wanting.length > 0) return
    const { who, fullName, login, existingLogin, basis } = value
    const person = who === 'new' ? { fullName, login } : { existingLogin }
    const sent = await sender.send(`/installation/agencies/${agencyId}/administrators`, { id: draft.id, person, basis })
    if (!sent) return
    draft.clear()
    const { firstPassword: password } = sent.value
    onGiven(who === 'new' ? { name: fullName, login: sent.value.login, password } : undefined)
  }
  return (
    <FormDialog
      title={words.appoint}
      draft={draft}
      faults={faults}
      sender={sender}
      saveLabel={words.appoint}
      onSave={save}
      onClose={onClose}
    >
      <RadioField
        label={give.who}
        value={value.who}
        choices={(['new', 'existing'] as const).map(one => ({ value: one, label: words.kinds[one] }))}
        onChange={who => change({ who })}
      />
      {value.who === 'new' ? (
        <>
          <TextField
            label={give.fullName}
            name="fullName"
            maxLength={50}
            value={value.fullName}
            error={faultOf('fullName')}
            onChange={fullName => change({ fullName })}
          />
          <TextField
            label={give.login}
            hint={give.loginHint}
            name="login"
            maxLength={50}
            value={value.login}
            error={faultOf('login')}
            onChange={typed => change({ login: typed.toLowerCase() })}
          />
        </>
      ) : (
        <KnownPersonField
          path="/installation/people"
          value={value}
          error={faultOf('existingLogin')}
          onChange={change}
        />
      )}
      <RequestField value={value.basis} error={faultOf('basis')} onChange={basis => change({ basis })} />
      <Note tone="amber">{words.told}</Note>
    </FormDialog>
  )
}

type Appointed = KnownLogin & { who: string; fullName: string; login: string; basis: string }

function faultsOf({ who, fullName, login, basis, ...known }: Appointed): { path: string; message: string }[] {
  const faults: { path: string; message: string }[] = []
  if (who === 'new' && fullName.trim() === '') faults.push({ path: 'fullName', message: missing.write(give.fullName) })
  else if (who === 'new' && !/^[a-z0-9][a-z0-9._-]{2,49}$/.test(login))
    faults.push({ path: 'login', message: give.loginFault })
  const unseen = faultOfKnownLogin(known)
  if (who === 'existing' && unseen) faults.push({ path: 'existingLogin', message: unseen })
  if (basis.trim() === '') faults.push({ path: 'basis', message: missing.write(words.request) })
  return faults
}

type RequestFieldProps = { value: string; error: string | undefined; onChange: (typed: string) => void }

function RequestField({ value, error, onChange }: RequestFieldProps) {
  return (
    <TextField
      label={words.request}
      hint={words.requestHint}
      name="basis"
      maxLength={300}
      value={value}
      error={error}
      onChange={onChange}
    />
  )
}
