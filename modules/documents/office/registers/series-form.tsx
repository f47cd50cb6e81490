import { useState } from 'react'
import { administrativeNotation, composeNotation, documentTypes } from '#lib/document-form/index.ts'
import type { z } from '#lib/schemas/index.ts'
import type { OwnAgency } from '#modules/agencies/contract.ts'
import { useDraft } from '#platform/ui/data/use-draft.ts'
import { useResource } from '#platform/ui/data/use-resource.ts'
import { useSend } from '#platform/ui/data/use-send.ts'
import { useToast } from '#platform/ui/feedback/toast.tsx'
import { RadioField } from '#platform/ui/forms/choice-field.tsx'
import { findAmong } from '#platform/ui/forms/find-among.ts'
import { FormDialog } from '#platform/ui/forms/form-dialog.tsx'
import { MultiPicker } from '#platform/ui/forms/multi-picker.tsx'
import { SelectField } from '#platform/ui/forms/select-field.tsx'
import { TextField } from '#platform/ui/forms/text-field.tsx'
import { dayOf } from '#platform/ui/text/format.ts'
import { administerMessages } from './administer-messages.vi.ts'

const words = administerMessages.form
const typeOptions = documentTypes.map(type => ({ id: type.code, name: type.name }))
const findType = findAmong(typeOptions)

type SeriesValue = {
  readonly direction: 'incoming' | 'outgoing' | 'copy'
  readonly issuerId: string
  readonly name: string
  readonly typeCodes: readonly string[]
  readonly periodKind: 'year' | 'term'
  readonly notationTemplate: string
  readonly basis: string
}
const initial: SeriesValue = {
  direction: 'outgoing',
  issuerId: '',
  name: '',
  typeCodes: [],
  periodKind: 'year',
  notationTemplate: administrativeNotation,
  basis: '',
}

/** A series is set up once and then only counts: what it numbers and how it is written does not change under it. */
export function SeriesForm({ onClose }: { onClose: () => void }) {
  const draft = useDraft<SeriesValue>('series:new', initial)
  const { value, change } = draft
  const [tried, setTried] = useState(false)
  const agency = useResource<z.infer<typeof OwnAgency>>('/agency')
  const issuers = agency.data?.issuers ?? []
  const issuer = issuers.find(one => one.id === value.issuerId) ?? issuers[0]
  const save = useSend({ title: words.saving, changes: ['/registers', '/series'] })
  const toast = useToast()
  const faults = tried ? faultsOf(value) : []
  const faultOf = (path: string) => faults.find(fault => fault.path === path)?.message
  const example = exampleOf(value.notationTemplate, issuer?.abbreviation ?? 'UBND')

  async function send() {
    setTried(true)
    if (faultsOf(value).length > 0 || !issuer) return
    const sent = await save.send('/series', { ...value, id: draft.id, issuerId: issuer.id })
    if (!sent) return
    draft.clear()
    toast({ text: words.saved })
    onClose()
  }
  return (
    <FormDialog
      title={words.newSeries}
      draft={draft}
      faults={faults}
      sender={save}
      wide
      onSave={send}
      onClose={onClose}
    >
      <RadioField
        label={words.direction}
        value={value.direction}
        choices={(['incoming', 'outgoing', 'copy'] as const).map(one => ({
          value: one,
          label: administerMessages.directions[one],
        }))}
        onChange={direction =>
          change({ direction, notationTemplate: direction === 'outgoing' ? administrativeNotation : '{number}' })
        }
      />
      <SelectField
        label={words.issuer}
        name="issuerId"
        value={issuer?.id ?? ''}
        choices={issuers.map(one => ({ value: one.id, label: one.name }))}
        onChange={issuerId => change({ issuerId })}
      />
      <TextField
        label={words.seriesName}
        name="name"
        maxLength={200}
        value={value.name}
        error={faultOf('name')}
        onChange={name => change({ name })}
      />
      {value.direction === 'outgoing' && (
        <MultiPicker
          label={words.types}
          hint={words.typesHint}
          optional
          value={typeOptions.filter(type => value.typeCodes.includes(type.id))}
          find={findType}
          onChange={types => change({ typeCodes: types.map(type => type.id) })}
        />
      )}
      <RadioField
        label={words.periodKind}
        value={value.periodKind}
        choices={[
          { value: 'year', label: words.year },
          { value: 'term', label: words.term },
        ]}
        onChange={periodKind => change({ periodKind })}
      />
      <TextField
        label={words.template}
        hint={words.templateHint}
        name="notationTemplate"
        maxLength={80}
        value={value.notationTemplate}
        error={faultOf('notationTemplate')}
        onChange={notationTemplate => change({ notationTemplate })}
      />
      <p className="meta">{example ? words.templateExample(example) : words.templateUnfit}</p>
      <TextField
        label={words.basis}
        hint={words.basisHint}
        name="basis"
        maxLength={300}
        value={value.basis}
        error={faultOf('basis')}
        onChange={basis => change({ basis })}
      />
    </FormDialog>
  )
}

function faultsOf(value: SeriesValue): { path: string; message: string }[] {
  const missing = (['name', 'basis'] as const)
    .filter(path => value[path].trim() === '')
    .map(path => ({ path: path as string, message: words.missing[path] as string }))
  const unfit = !value.notationTemplate.includes('{number}')
  return unfit ? [...missing, { path: 'notationTemplate', message: words.missing.notationTemplate }] : missing
}

/** How a report, and a letter of a unit, would be written by a template. */
function exampleOf(template: string, issuerAbbreviation: string): string {
  const common = { template, number: 5, year: Number(dayOf(new Date()).slice(0, 4)), issuerAbbreviation }
  const report = composeNotation({ ...common, typeAbbreviation: 'BC' })
  const letter = composeNotation({ ...common, draftingUnitAbbreviation: 'VP' })
  return [...new Set([report, letter])].filter(Boolean).join(', ')
}
