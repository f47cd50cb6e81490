import IconChevronDown from '@tabler/icons-react/icons/IconChevronDown'
import { Combobox } from '#platform/ui/forms/combobox.tsx'
import { DateField } from '#platform/ui/forms/date-field.tsx'
import { MultiPicker } from '#platform/ui/forms/multi-picker.tsx'
import { TextField } from '#platform/ui/forms/text-field.tsx'
import { Icon } from '#platform/ui/icons/icon.tsx'
import type { ActValue, Chosen, OwnWords } from './act-value.ts'
import { useFindDirector, useFindParty } from './pickers.ts'
import { readerMessages } from './reader-messages.vi.ts'

const words = readerMessages.form

type TargetFieldsProps = {
  value: ActValue
  error: string | undefined
  /** Another leader may be asked to direct further instead of somebody to do it. */
  mayFurther: boolean
  /** Parties may be added beside a lead who is there already. */
  leadOptional: boolean
  onChange: (changes: Partial<ActValue>) => void
}

/** Who leads, assists and is informed, each with a deadline (phiếu giải quyết văn bản đến). */
export function TargetFields({ value, error, mayFurther, leadOptional, onChange }: TargetFieldsProps) {
  const findParty = useFindParty()
  const findDirector = useFindDirector()
  const { lead, further, dueOn, assist, assistDueOn, inform } = value
  return (
    <>
      <div>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset's legend has no place on this line. */}
        <div className="field-row" role="group" aria-label={further ? words.director : words.lead}>
          {further ? (
            <Combobox
              key="director"
              label={words.director}
              name="lead"
              error={error}
              value={lead ?? undefined}
              onChange={chosen => onChange({ lead: chosen ?? null })}
              find={findDirector}
            />
          ) : (
            <Combobox
              key="lead"
              label={words.lead}
              name="lead"
              error={error}
              optional={leadOptional}
              value={lead ?? undefined}
              onChange={chosen => onChange({ lead: chosen ?? null })}
              find={findParty}
            />
          )}
          <DateField label={words.due} value={dueOn || undefined} onChange={day => onChange({ dueOn: day ?? '' })} />
        </div>
        {mayFurther && (
          <button
            type="button"
            className="text-button"
            onClick={() => onChange({ further: !further, lead: null, assist: further ? assist : [] })}
          >
            {further ? words.toLead : words.toFurther}
          </button>
        )}
      </div>
      {!further && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend has no place on this line.
        <div className="field-row" role="group" aria-label={words.assist}>
          <MultiPicker
            label={words.assist}
            optional
            value={assist}
            onChange={chosen => onChange({ assist: chosen })}
            find={findParty}
          />
          <DateField
            label={words.due}
            value={assistDueOn || undefined}
            onChange={day => onChange({ assistDueOn: day ?? '' })}
          />
        </div>
      )}
      <MultiPicker
        label={words.inform}
        optional
        value={inform}
        onChange={chosen => onChange({ inform: chosen })}
        find={findParty}
      />
      <OwnFields value={value} onChange={onChange} />
    </>
  )
}

/** Where the parties are told different things, or by different days; most often they are not. */
function OwnFields({ value, onChange }: Pick<TargetFieldsProps, 'value' | 'onChange'>) {
  const parties = [...(value.lead ? [value.lead] : []), ...value.assist, ...value.inform]
  if (parties.length < 2) return null
  const change = (one: Chosen, changes: Partial<OwnWords>) =>
    onChange({ own: { ...value.own, [one.id]: { dueOn: '', text: '', ...value.own[one.id], ...changes } } })
  const any = parties.some(one => value.own[one.id]?.text || value.own[one.id]?.dueOn)
  return (
    <details className="incoming-reader-own" open={any || undefined}>
      <summary>
        {words.ownTitle} <Icon of={IconChevronDown} small />
      </summary>
      {parties.map(one => (
        <div key={one.id} className="field-row">
          <TextField
            label={words.ownText(one.name)}
            optional
            maxLength={2000}
            value={value.own[one.id]?.text ?? ''}
            onChange={text => change(one, { text })}
          />
          {value.assist.includes(one) && (
            <DateField
              label={words.ownDue(one.name)}
              value={value.own[one.id]?.dueOn || undefined}
              onChange={day => change(one, { dueOn: day ?? '' })}
            />
          )}
        </div>
      ))}
    </details>
  )
}
