import { useState } from 'react'
import { officeRoles, type SeatRole, type Standing } from '#lib/roles/index.ts'
import type { z } from '#lib/schemas/index.ts'
import { useDraft } from '#platform/ui/data/use-draft.ts'
import { useResource } from '#platform/ui/data/use-resource.ts'
import { useSend } from '#platform/ui/data/use-send.ts'
import { useToast } from '#platform/ui/feedback/toast.tsx'
import { RadioField } from '#platform/ui/forms/choice-field.tsx'
import { DateField } from '#platform/ui/forms/date-field.tsx'
import { FormDialog } from '#platform/ui/forms/form-dialog.tsx'
import { SelectField } from '#platform/ui/forms/select-field.tsx'
import { TextField } from '#platform/ui/forms/text-field.tsx'
import { dayOf, spokenTitle } from '#platform/ui/text/format.ts'
import { standingsOfRole } from '../contract/common.ts'
import type { GivenSeat, OwnAgency, UnitList } from '../contract.ts'
import { KnownPersonField } from './known-person-field.tsx'
import { agencyMessages } from './messages.vi.ts'
import { OrderField } from './order-field.tsx'
import type { GivenPassword } from './password-dialogs.tsx'
import type { Listed } from './people.tsx'
import { faultsOfSeat, loginOf, requestOfSeat, type SeatValue } from './seat-value.ts'

const words = agencyMessages.give
const roles: readonly SeatRole[] = [...officeRoles, 'agency-admin', 'auditor']

type GiveSeatFormProps = {
  /** Another seat of somebody who sits here already (kiêm nhiệm). */
  of?: Listed
  /** A new person's first password, to be shown once; nothing where none was made. */
  onGiven: (given: GivenPassword | undefined) => void
  onClose: () => void
}

/** A seat for a new person, for one of another office, or one more for somebody who is here. */
export function GiveSeatForm({ of, onGiven, onClose }: GiveSeatFormProps) {
  const [initial] = useState<SeatValue>(() => ({ ...emptySeat, validFrom: dayOf(new Date()) }))
  const draft = useDraft<SeatValue>(`seat:${of?.personId ?? 'new'}`, initial)
  const { value, change } = draft
  const [tried, setTried] = useState(false)
  const units = useResource<z.infer<typeof UnitList>>('/units')
  const agency = useResource<z.infer<typeof OwnAgency>>('/agency')
  const sender = useSend<z.infer<typeof GivenSeat>>({ title: words.sending, changes: ['/seats', '/units'] })
  const toast = useToast()
  const issuers = agency.data?.issuers ?? []
  const issuerId = issuers.some(one => one.id === value.issuerId) ? value.issuerId : (issuers[0]?.id ?? '')
  const standings = standingsOfRole[value.role]
  const who = of ? 'here' : value.who
  const faults = tried ? faultsOfSeat(value, who) : []
  const faultOf = (path: string) => faults.find(fault => fault.path === path)?.message
  const login = value.login === '' ? loginOf(value.fullName) : value.login

  async function save() {
    setTried(true)
    const given = { ...value, login, issuerId }
    if (faultsOfSeat(given, who).length > 0) return
    const sent = await sender.send('/seats', { id: draft.id, ...requestOfSeat(given, who, of?.personId) })
    if (!sent) return
    draft.clear()
    const { seat, login: shown, firstPassword } = sent.value
    toast({ text: words.given(seat.fullName, spokenTitle(seat.title)) })
    onGiven(shown && firstPassword ? { name: seat.fullName, login: shown, password: firstPassword } : undefined)
  }
  return (
    <FormDialog
      title={of ? words.secondTitle(of.fullName) : words.title}
      draft={draft}
      faults={faults}
      sender={sender}
      wide
      onSave={save}
      onClose={onClose}
    >
      {!of && (
        <RadioField
          label={words.who}
          value={value.who}
          choices={(['new', 'existing'] as const).map(one => ({ value: one, label: words.kinds[one] }))}
          onChange={chosen => change({ who: chosen })}
        />
      )}
      {who === 'new' && (
        <>
          <TextField
            label={words.fullName}
            name="fullName"
            maxLength={50}
            value={value.fullName}
            error={faultOf('fullName')}
            onChange={fullName => change({ fullName })}
          />
          <TextField
            label={words.login}
            hint={words.loginHint}
            name="login"
            maxLength={50}
            value={login}
            error={faultOf('login')}
            onChange={typed => change({ login: typed.toLowerCase() })}
          />
        </>
      )}
      {who === 'existing' && (
        <KnownPersonField path="/people" value={value} error={faultOf('existingLogin')} onChange={change} />
      )}
      <SelectField
        label={words.unit}
        name="unitId"
        placeholder=""
        value={value.unitId}
        choices={(units.data?.items ?? [])
          .filter(unit => unit.validTo === null)
          .map(unit => ({ value: unit.id, label: unit.name }))}
        error={faultOf('unitId')}
        onChange={unitId => change({ unitId })}
      />
      <TextField
        label={words.jobTitle}
        hint={words.jobTitleHint}
        name="title"
        maxLength={100}
        value={value.title}
        error={faultOf('title')}
        onChange={title => change({ title })}
      />
      <div className="field-pair">
        <SelectField<SeatRole>
          label={words.role}
          name="role"
          value={value.role}
          choices={roles.map(role => ({ value: role, label: words.roles[role] }))}
          onChange={role => change({ role, standing: standingsOfRole[role][0]! })}
        />
        <SelectField<Standing>
          label={words.standing}
          name="standing"
          value={standings.includes(value.standing) ? value.standing : standings[0]!}
          choices={standings.map(standing => ({ value: standing, label: words.standings[standing] }))}
          onChange={standing => change({ standing })}
        />
      </div>
      <OrderField value={value.ordinal} error={faultOf('ordinal')} onChange={ordinal => change({ ordinal })} />
      {issuers.length > 1 && (
        <SelectField
          label={words.issuer}
          value={issuerId}
          choices={issuers.map(one => ({ value: one.id, label: one.name }))}
          onChange={chosen => change({ issuerId: chosen })}
        />
      )}
      <div className="field-pair">
        <DateField
          label={words.from}
          name="validFrom"
          value={value.validFrom || undefined}
          error={faultOf('validFrom')}
          onChange={day => change({ validFrom: day ?? '' })}
        />
        <DateField
          label={words.to}
          optional
          name="validTo"
          value={value.validTo || undefined}
          error={faultOf('validTo')}
          onChange={day => change({ validTo: day ?? '' })}
        />
      </div>
    </FormDialog>
  )
}

const emptySeat: SeatValue = {
  who: 'new',
  fullName: '',
  login: '',
  existingLogin: '',
  seenLogin: '',
  ordinal: '',
  unitId: '',
  issuerId: '',
  role: 'specialist',
  standing: 'staff',
  title: '',
  validFrom: '',
  validTo: '',
}
