import IconX from '@tabler/icons-react/icons/IconX'
import { useState } from 'react'
import { documentTypes, receivedOnlyTypes } from '#lib/document-form/index.ts'
import type { z } from '#lib/schemas/index.ts'
import type { RegisterView, SeriesView } from '#modules/documents/contract.ts'
import { Button } from '#platform/ui/actions/button.tsx'
import { useDraft } from '#platform/ui/data/use-draft.ts'
import { useSend } from '#platform/ui/data/use-send.ts'
import { useToast } from '#platform/ui/feedback/toast.tsx'
import { CheckField, RadioField } from '#platform/ui/forms/choice-field.tsx'
import { findAmong } from '#platform/ui/forms/find-among.ts'
import { FormDialog } from '#platform/ui/forms/form-dialog.tsx'
import { MultiPicker } from '#platform/ui/forms/multi-picker.tsx'
import { SelectField } from '#platform/ui/forms/select-field.tsx'
import { TextField } from '#platform/ui/forms/text-field.tsx'
import { Icon } from '#platform/ui/icons/icon.tsx'
import { administerMessages } from './administer-messages.vi.ts'

const words = administerMessages.form
const typeOptions = [...documentTypes, ...receivedOnlyTypes].map(type => ({ id: type.code, name: type.name }))
const findType = findAmong(typeOptions)

type Route = {
  readonly typeCodes: readonly string[]
  readonly route: 'leader' | 'office-head' | 'unit'
  readonly unitId: string
}
type RegisterValue = {
  readonly direction: 'incoming' | 'outgoing'
  readonly code: string
  readonly name: string
  readonly seriesId: string
  readonly isDefault: boolean
  readonly restricted: boolean
  readonly termDays: string
  readonly basis: string
  readonly routes: readonly Route[]
}
type Unit = { readonly id: string; readonly name: string; readonly validTo: string | null }
type RegisterFormProps = {
  register: RegisterView | undefined
  series: readonly z.infer<typeof SeriesView>[]
  units: readonly Unit[]
  /** What the office lacks yet: a new register begins with it. */
  first: 'incoming' | 'outgoing'
  /** Whether there is no register of that direction: then the new one is proposed with what is usual. */
  isFirst: (direction: 'incoming' | 'outgoing') => boolean
  onClose: () => void
}

/** Sets up a register, or changes it whole; documents that stand in it are not touched. */
export function RegisterForm({ register, series, units, first, isFirst, onClose }: RegisterFormProps) {
  const [initial] = useState(() =>
    register ? registerValue(register) : proposedRegister(first, isFirst(first), series),
  )
  const draft = useDraft<RegisterValue>(`register:${register?.id ?? 'new'}`, initial)
  const { value, change } = draft
  const [tried, setTried] = useState(false)
  const save = useSend({ title: words.saving, changes: ['/registers', '/series'] })
  const toast = useToast()
  const faults = tried ? faultsOf(value) : []
  const faultOf = (path: string) => faults.find(fault => fault.path === path)?.message
  const fitting = series.filter(one => one.direction === value.direction)

  async function send() {
    setTried(true)
    if (faultsOf(value).length > 0) return
    const body = requestOf(value)
    const sent = register
      ? await save.send(`/registers/${register.id}`, body, { method: 'PUT' })
      : await save.send('/registers', { id: draft.id, ...body })
    if (!sent) return
    draft.clear()
    toast({ text: words.saved })
    onClose()
  }
  return (
    <FormDialog
      title={register ? words.editRegister : words.newRegister}
      draft={draft}
      faults={faults}
      sender={save}
      wide
      onSave={send}
      onClose={onClose}
    >
      {!register && (
        <RadioField
          label={words.direction}
          value={value.direction}
          choices={[
            { value: 'incoming', label: administerMessages.directions.incoming },
            { value: 'outgoing', label: administerMessages.directions.outgoing },
          ]}
          onChange={direction => change(proposedRegister(direction, isFirst(direction), series))}
        />
      )}
      <TextField
        label={words.name}
        name="name"
        maxLength={200}
        value={value.name}
        error={faultOf('name')}
        onChange={name => change({ name })}
      />
      <TextField
        label={words.code}
        hint={words.codeHint}
        name="code"
        className="width-number"
        maxLength={20}
        value={value.code}
        error={faultOf('code')}
        onChange={code => change({ code })}
      />
      <SelectField
        label={words.series}
        hint={words.seriesHint}
        name="seriesId"
        placeholder=""
        value={fitting.some(one => one.id === value.seriesId) ? value.seriesId : ''}
        choices={fitting.map(one => ({ value: one.id, label: `${one.name}, ${one.issuerName}` }))}
        error={faultOf('seriesId')}
        onChange={seriesId => change({ seriesId })}
      />
      <TextField
        label={words.basis}
        hint={words.basisHint}
        name="basis"
        maxLength={300}
        value={value.basis}
        error={faultOf('basis')}
        onChange={basis => change({ basis })}
      />
      <CheckField
        label={words.isDefault}
        note={words.isDefaultNote}
        checked={value.isDefault}
        onChange={isDefault => change({ isDefault })}
      />
      <CheckField
        label={words.restricted}
        note={words.restrictedNote}
        checked={value.restricted}
        onChange={restricted => change({ restricted })}
      />
      {value.direction === 'incoming' && (
        <>
          <TextField
            label={words.termDays}
            hint={words.termHint}
            optional
            name="termDays"
            className="width-number"
            inputMode="numeric"
            value={value.termDays}
            error={faultOf('termDays')}
            onChange={termDays => change({ termDays })}
          />
          <RoutesField routes={value.routes} units={units} faultOf={faultOf} onChange={routes => change({ routes })} />
        </>
      )}
    </FormDialog>
  )
}

type RoutesFieldProps = {
  routes: readonly Route[]
  units: readonly Unit[]
  faultOf: (path: string) => string | undefined
  onChange: (routes: readonly Route[]) => void
}

function RoutesField({ routes, units, faultOf, onChange }: RoutesFieldProps) {
  const put = (index: number, changes: Partial<Route>) =>
    onChange(routes.map((one, at) => (at === index ? { ...one, ...changes } : one)))
  return (
    <fieldset className="form-part">
      <legend>{words.routes}</legend>
      <p className="field-hint">{words.routesHint}</p>
      {routes.map((route, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a route is told apart by its place alone.
        <div className="administer-route" key={index}>
          <MultiPicker
            label={words.routeTypes(index + 1)}
            optional
            value={typeOptions.filter(type => route.typeCodes.includes(type.id))}
            find={findType}
            onChange={types => put(index, { typeCodes: types.map(type => type.id) })}
          />
          <SelectField
            label={words.route(index + 1)}
            value={route.route}
            choices={(['leader', 'office-head', 'unit'] as const).map(one => ({
              value: one,
              label: administerMessages.routes[one],
            }))}
            onChange={way => put(index, { route: way })}
          />
          {route.route === 'unit' && (
            <SelectField
              label={words.routeUnit}
              name={`routes.${index}`}
              placeholder=""
              value={route.unitId}
              choices={units.filter(unit => unit.validTo === null).map(unit => ({ value: unit.id, label: unit.name }))}
              error={faultOf(`routes.${index}`)}
              onChange={unitId => put(index, { unitId })}
            />
          )}
          <button
            type="button"
            className="icon-button"
            aria-label={words.removeRoute(index + 1)}
            onClick={() => onChange(routes.filter((_, at) => at !== index))}
          >
            <Icon of={IconX} small />
          </button>
        </div>
      ))}
      <div>
        <Button small onClick={() => onChange([...routes, { typeCodes: [], route: 'leader', unitId: '' }])}>
          {words.addRoute}
        </Button>
      </div>
    </fieldset>
  )
}

/** The first register of a direction is the usual one; of further ones only the way is proposed. */
function proposedRegister(
  direction: 'incoming' | 'outgoing',
  isFirst: boolean,
  series: readonly { readonly id: string; readonly direction: string }[],
): RegisterValue {
  const fitting = series.filter(one => one.direction === direction)
  return {
    direction,
    code: isFirst ? words.usualCodes[direction] : '',
    name: isFirst ? words.usualNames[direction] : '',
    seriesId: fitting.length === 1 ? fitting[0]!.id : '',
    isDefault: isFirst,
    restricted: false,
    termDays: '',
    basis: '',
    routes: direction === 'incoming' ? [{ typeCodes: [], route: 'leader', unitId: '' }] : [],
  }
}

const registerValue = (register: RegisterView): RegisterValue => ({
  direction: register.direction,
  code: register.code,
  name: register.name,
  seriesId: register.seriesId,
  isDefault: register.isDefault,
  restricted: register.restricted,
  termDays: register.termDays ? String(register.termDays) : '',
  basis: register.basis,
  routes: register.routes.map(({ typeCodes, route, unitId }) => ({ typeCodes, route, unitId: unitId ?? '' })),
})

function faultsOf(value: RegisterValue): { path: string; message: string }[] {
  const term = value.termDays.trim()
  const termFits = term === '' || (/^\d{1,3}$/.test(term) && Number(term) >= 1 && Number(term) <= 365)
  const missing = (['name', 'code', 'seriesId', 'basis'] as const)
    .filter(path => value[path].trim() === '')
    .map(path => ({ path, message: words.missing[path] }))
  const units = value.routes.flatMap(({ route, unitId }, index) =>
    route === 'unit' && unitId === '' ? [{ path: `routes.${index}`, message: words.missing.unit }] : [],
  )
  return [...missing, ...(termFits ? [] : [{ path: 'termDays', message: words.missing.termDays }]), ...units]
}

const requestOf = ({ termDays, routes, ...value }: RegisterValue) => ({
  ...value,
  termDays: termDays.trim() ? Number(termDays) : null,
  routes:
    value.direction === 'incoming'
      ? routes.map(({ typeCodes, route, unitId }) => ({ typeCodes, route, unitId: route === 'unit' ? unitId : null }))
      : [],
})
