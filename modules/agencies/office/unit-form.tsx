import { useState } from 'react'
import { useDraft } from '#platform/ui/data/use-draft.ts'
import { useSend } from '#platform/ui/data/use-send.ts'
import { useToast } from '#platform/ui/feedback/toast.tsx'
import { DateField } from '#platform/ui/forms/date-field.tsx'
import { FormDialog } from '#platform/ui/forms/form-dialog.tsx'
import { SelectField } from '#platform/ui/forms/select-field.tsx'
import { TextField } from '#platform/ui/forms/text-field.tsx'
import { dayOf } from '#platform/ui/text/format.ts'
import { agencyMessages } from './messages.vi.ts'
import type { Unit } from './units.tsx'

const { units: words, missing } = agencyMessages
const kinds = ['leadership', 'office', 'department', 'centre', 'village'] as const
const atTop = 'top'

type UnitFormProps = { unit: Unit | undefined; units: readonly Unit[]; onClose: () => void }

/** A new unit, or a change of one: its name, its place in the tree, its end. */
export function UnitForm({ unit, units, onClose }: UnitFormProps) {
  const today = dayOf(new Date())
  const [initial] = useState(() => ({
    name: unit?.name ?? '',
    abbreviation: unit?.abbreviation ?? '',
    kind: unit?.kind ?? ('department' as const),
    parentId: unit?.parentId ?? '',
    ordinal: unit ? String(unit.ordinal) : '',
    validFrom: today as string,
    validTo: unit?.validTo ?? '',
  }))
  const draft = useDraft(`unit:${unit?.id ?? 'new'}`, initial)
  const { value, change } = draft
  const [tried, setTried] = useState(false)
  const sender = useSend({ title: words.title, changes: ['/units'] })
  const toast = useToast()
  const faults = tried ? faultsOf(value) : []
  const faultOf = (path: string) => faults.find(fault => fault.path === path)?.message
  const parents = units.filter(one => one.id !== unit?.id && (one.validTo === null || one.validTo > today))

  async function save() {
    setTried(true)
    if (faultsOf(value).length > 0) return
    const ordinal = value.ordinal.trim() ? { ordinal: Number(value.ordinal) } : {}
    const { name, abbreviation, kind } = value
    const common = { parentId: value.parentId || null, name, abbreviation, kind, ...ordinal }
    const sent = unit
      ? await sender.send(`/units/${unit.id}`, { ...common, validTo: value.validTo || null }, { method: 'PUT' })
      : await sender.send('/units', { ...common, id: draft.id, validFrom: value.validFrom })
    if (!sent) return
    draft.clear()
    toast({ text: agencyMessages.saved })
    onClose()
  }
  return (
    <FormDialog
      title={unit ? words.edit : words.add}
      draft={draft}
      faults={faults}
      sender={sender}
      onSave={save}
      onClose={onClose}
    >
      <TextField
        label={words.name}
        name="name"
        maxLength={200}
        value={value.name}
        error={faultOf('name')}
        onChange={name => change({ name })}
      />
      <TextField
        label={words.abbreviation}
        hint={words.abbreviationHint}
        name="abbreviation"
        className="width-number"
        maxLength={30}
        value={value.abbreviation}
        error={faultOf('abbreviation')}
        onChange={abbreviation => change({ abbreviation })}
      />
      <SelectField
        label={words.kind}
        value={value.kind}
        choices={kinds.map(kind => ({ value: kind, label: words.kinds[kind] }))}
        onChange={kind => change({ kind })}
      />
      <SelectField
        label={words.parent}
        value={value.parentId || atTop}
        choices={[{ value: atTop, label: words.noParent }, ...parents.map(one => ({ value: one.id, label: one.name }))]}
        onChange={parentId => change({ parentId: parentId === atTop ? '' : parentId })}
      />
      <TextField
        label={words.ordinal}
        hint={words.ordinalHint}
        optional
        name="ordinal"
        className="width-number"
        inputMode="numeric"
        value={value.ordinal}
        error={faultOf('ordinal')}
        onChange={ordinal => change({ ordinal })}
      />
      {unit ? (
        <DateField
          label={words.close}
          hint={words.closeHint}
          optional
          name="validTo"
          value={value.validTo || undefined}
          onChange={day => change({ validTo: day ?? '' })}
        />
      ) : (
        <DateField
          label={words.from}
          name="validFrom"
          value={value.validFrom || undefined}
          error={faultOf('validFrom')}
          onChange={day => change({ validFrom: day ?? '' })}
        />
      )}
    </FormDialog>
  )
}

function faultsOf(value: { name: string; abbreviation: string; ordinal: string; validFrom: string }) {
  const ordinal = value.ordinal.trim()
  const rules: readonly (readonly [path: string, broken: boolean, message: string])[] = [
    ['name', value.name.trim() === '', missing.write(words.name)],
    ['abbreviation', value.abbreviation.trim() === '', missing.write(words.abbreviation)],
    ['ordinal', ordinal !== '' && !/^[1-9]\d{0,2}$/.test(ordinal), words.ordinalFault],
    ['validFrom', value.validFrom === '', missing.firstDay],
  ]
  return rules.filter(([, broken]) => broken).map(([path, , message]) => ({ path, message }))
}
