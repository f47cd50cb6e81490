import { useState } from 'react'
import { administrativeNotation, documentTypes } from '#lib/document-form/index.ts'
import type { z } from '#lib/schemas/index.ts'
import type { OwnAgency } from '#modules/agencies/contract.ts'
import type { SeriesView } from '#modules/documents/contract.ts'
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
import { administerMessages } from './administer-messages.vi.ts'
import { NotationField, numberAlone } from './notation-field.tsx'

const words = administerMessages.form
const typeOptions = documentTypes.map(type => ({ id: type.code, name: type.name }))
const findType = findAmong(typeOptions)
const usualNames: readonly string[] = Object.values(words.seriesNames)

type SeriesValue = {
  readonly direction: 'incoming' | 'outgoing' | 'copy'
  readonly issuerId: string
  readonly name: string
  readonly typeCodes: readonly string[]
  readonly periodKind: 'year' | 'term'
  readonly term: string
  readonly notationTemplate: string
  readonly basis: string
}
type SeriesFormProps = {
  /** One that has given no number yet is put right. */
  series?: z.infer<typeof SeriesView> | undefined
  /** What the office lacks yet: the form begins with it. */
  first: 'incoming' | 'outgoing'
  onSaved: (series: z.infer<typeof SeriesView>) => void
  onClose: () => void
}
const templateFor = (direction: SeriesValue['direction']) =>
  direction === 'outgoing' ? administrativeNotation : numberAlone

/** A series is set up once and then only counts: what it numbers and how it is written does not change once it has given a number. */
export function SeriesForm({ series, first, onSaved, onClose }: SeriesFormProps) {
  const [initial] = useState<SeriesValue>(() =>
    series
      ? { ...series, term: series.term ?? '' }
      : {
          direction: first,
          issuerId: '',
          name: words.seriesNames[first],
          typeCodes: [],
          periodKind: 'year',
          term: '',
          notationTemplate: templateFor(first),
          basis: '',
        },
  )
  const draft = useDraft<SeriesValue>(`series:${series?.id ?? 'new'}`, initial)
  const { value, change } = draft
  const [tried, setTried] = useState(false)
  const agency = useResource<z.infer<typeof OwnAgency>>('/agency')
  const issuers = agency.data?.issuers ?? []
  const issuer = issuers.find(one => one.id === value.issuerId) ?? issuers[0]
  const save = useSend<z.infer<typeof SeriesView>>({ title: words.saving, changes: ['/registers', '/series'] })
  const toast = useToast()
  const faults = tried ? faultsOf(value) : []
  const faultOf = (path: string) => faults.find(fault => fault.path === path)?.message

  async function send() {
    setTried(true)
    if (faultsOf(value).length > 0 || !issuer) return
    const { name, typeCodes, notationTemplate, basis } = value
    const sent = series
      ? await save.send(`/series/${series.id}`, { name, typeCodes, notationTemplate, basis }, { method: 'PUT' })
      : await save.send('/series', {
          ...value,
          id: draft.id,
          issuerId: issuer.id,
          term: value.periodKind === 'term' ? value.term.trim() : null,
        })
    if (!sent) return
    draft.clear()
    toast({ text: words.saved })
    onSaved(sent.value)
  }
  return (
    <FormDialog
      title={series ? words.editSeries : words.newSeries}
      draft={draft}
      faults={faults}
      sender={save}
      wide
      onSave={send}
      onClose={onClose}
    >
      {!series && (
        <>
          <RadioField
            label={words.direction}
            value={value.direction}
            choices={(['incoming', 'outgoing', 'copy'] as const).map(one => ({
              value: one,
              label: administerMessages.directions[one],
            }))}
            onChange={direction =>
              change({
                direction,
                notationTemplate: templateFor(direction),
                ...(usualNames.includes(value.name) ? { name: words.seriesNames[direction] } : {}),
              })
            }
          />
          <SelectField
            label={words.issuer}
            name="issuerId"
            value={issuer?.id ?? ''}
            choices={issuers.map(one => ({ value: one.id, label: one.name }))}
            onChange={issuerId => change({ issuerId })}
          />
        </>
      )}
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
      {!series && (
        <RadioField
          label={words.periodKind}
          value={value.periodKind}
          choices={[
            { value: 'year', label: words.year },
            { value: 'term', label: words.term },
          ]}
          onChange={periodKind => change({ periodKind })}
        />
      )}
      {!series && value.periodKind === 'term' && (
        <TextField
          label={words.termOf}
          hint={words.termOfHint}
          name="term"
          className="width-number"
          maxLength={9}
          value={value.term}
          error={faultOf('term')}
          onChange={term => change({ term })}
        />
      )}
      {value.direction !== 'incoming' && (
        <NotationField
          key={value.direction}
          value={value.notationTemplate}
          issuerAbbreviation={issuer?.abbreviation ?? ''}
          error={faultOf('notationTemplate')}
          onChange={notationTemplate => change({ notationTemplate })}
        />
      )}
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
  const noTerm = value.periodKind === 'term' && !isTerm(value.term)
  return [
    ...missing,
    ...(noTerm ? [{ path: 'term', message: words.missing.term }] : []),
    ...(unfit ? [{ path: 'notationTemplate', message: words.missing.notationTemplate }] : []),
  ]
}

/** A term of office as it is written: '2025-2030'. */
export const isTerm = (text: string): boolean => /^\d{4}-\d{4}$/.test(text.trim())
