import { useState } from 'react'
import type { z } from '#lib/schemas/index.ts'
import { newId } from '#platform/ui/data/ids.ts'
import { useDraft } from '#platform/ui/data/use-draft.ts'
import { useSend } from '#platform/ui/data/use-send.ts'
import { FormDialog } from '#platform/ui/forms/form-dialog.tsx'
import { SelectField } from '#platform/ui/forms/select-field.tsx'
import { TextField } from '#platform/ui/forms/text-field.tsx'
import type { OpenedAgency } from '../../contract.ts'
import { agencyMessages } from '../messages.vi.ts'
import type { GivenPassword } from '../password-dialogs.tsx'
import { loginOf } from '../seat-value.ts'
import type { Agency } from './installation.tsx'
import { IssuerFields, type IssuerValue, issuerInput } from './issuer-fields.tsx'
import { installationMessages } from './messages.vi.ts'
import { proposedNames } from './proposed-names.ts'

const words = installationMessages.form
const levels = ['commune', 'province', 'department', 'central'] as const
const nowhere = 'none'

type AgencyValue = IssuerValue & {
  readonly level: (typeof levels)[number]
  readonly parentId: string
  readonly name: string
  readonly shortName: string
  readonly placeName: string
  readonly fullName: string
  readonly login: string
  /** Made with the form, so that the same request sent again opens the same things. */
  readonly issuerId: string
  readonly seatId: string
  readonly unitId: string
}
type AgencyFormProps = {
  agencies: readonly Agency[]
  onOpened: (given: GivenPassword) => void
  onClose: () => void
}

/** A record office with its own issuer and the person who will administer it. */
export function AgencyForm({ agencies, onOpened, onClose }: AgencyFormProps) {
  const [initial] = useState(emptyAgency)
  const draft = useDraft<AgencyValue>('agency:new', initial)
  const { change } = draft
  // What follows from the full name is shown until it is written otherwise.
  const { shortName, placeName } = proposedNames(draft.value.name)
  const value = {
    ...draft.value,
    shortName: draft.value.shortName || shortName,
    placeName: draft.value.placeName || placeName,
    login: draft.value.login || loginOf(draft.value.fullName),
  }
  const [tried, setTried] = useState(false)
  const sender = useSend<z.infer<typeof OpenedAgency>>({ title: words.sending, changes: ['/installation'] })
  const faults = tried ? faultsOf(value) : []
  const faultOf = (path: string) => faults.find(fault => fault.path === path)?.message

  async function save() {
    setTried(true)
    if (faultsOf(value).length > 0) return
    const sent = await sender.send('/installation/agencies', requestOf(value, draft.id))
    if (!sent) return
    draft.clear()
    onOpened({ name: value.fullName, login: sent.value.login, password: sent.value.firstPassword })
  }
  const text = (path: 'name' | 'shortName' | 'placeName' | 'fullName', longest: number, hint?: string) => (
    <TextField
      label={words[path]}
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
      title={words.title}
      draft={draft}
      faults={faults}
      sender={sender}
      saveLabel={words.save}
      wide
      onSave={save}
      onClose={onClose}
    >
      <fieldset className="form-part">
        <legend>{words.ofAgency}</legend>
        <div className="field-pair">
          <SelectField
            label={words.level}
            value={value.level}
            choices={levels.map(level => ({ value: level, label: installationMessages.levels[level] }))}
            onChange={level => change({ level })}
          />
          <SelectField
            label={words.parent}
            value={value.parentId || nowhere}
            choices={[
              { value: nowhere, label: words.noParent },
              ...agencies.filter(one => one.closedOn === null).map(one => ({ value: one.id, label: one.shortName })),
            ]}
            onChange={parentId => change({ parentId: parentId === nowhere ? '' : parentId })}
          />
        </div>
        {text('name', 200, words.nameHint)}
        <div className="field-pair">
          {text('shortName', 100, words.shortNameHint)}
          {text('placeName', 100, words.placeNameHint)}
        </div>
      </fieldset>
      <fieldset className="form-part">
        <legend>{words.ofIssuer}</legend>
        <IssuerFields value={value} faultOf={faultOf} onChange={change} />
      </fieldset>
      <fieldset className="form-part">
        <legend>{words.ofAdministrator}</legend>
        <div className="field-pair">
          {text('fullName', 50)}
          <TextField
            label={words.login}
            hint={agencyMessages.give.loginHint}
            name="login"
            maxLength={50}
            value={value.login}
            error={faultOf('login')}
            onChange={typed => change({ login: typed.toLowerCase() })}
          />
        </div>
        <p className="meta">{installationMessages.help}</p>
      </fieldset>
    </FormDialog>
  )
}

const emptyAgency = (): AgencyValue => ({
  level: 'commune',
  parentId: '',
  name: '',
  shortName: '',
  placeName: '',
  kind: 'people-committee',
  abbreviation: 'UBND',
  letterhead: '',
  identifier: '',
  fullName: '',
  login: '',
  issuerId: newId(),
  seatId: newId(),
  unitId: newId(),
})

function faultsOf(value: AgencyValue): { path: string; message: string }[] {
  const missing = (['name', 'shortName', 'placeName', 'abbreviation', 'fullName'] as const)
    .filter(path => value[path].trim() === '')
    .map(path => ({ path: path as string, message: agencyMessages.missing.write(words[path]) }))
  const unfit = value.fullName.trim() !== '' && !/^[a-z0-9][a-z0-9._-]{2,49}$/.test(value.login)
  return unfit ? [...missing, { path: 'login', message: agencyMessages.give.loginFault }] : missing
}

const requestOf = (value: AgencyValue, id: string) => ({
  id,
  parentId: value.parentId || null,
  level: value.level,
  name: value.name,
  shortName: value.shortName,
  placeName: value.placeName,
  issuer: { id: value.issuerId, ...issuerInput(value) },
  administrator: { seatId: value.seatId, unitId: value.unitId, fullName: value.fullName, login: value.login },
})
