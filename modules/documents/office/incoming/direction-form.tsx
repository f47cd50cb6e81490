import { useSeat } from '#platform/ui/data/session.ts'
import { Combobox } from '#platform/ui/forms/combobox.tsx'
import { TextArea } from '#platform/ui/forms/text-field.tsx'
import { type ActFormProps, errorIn } from './act-form-props.ts'
import { mustName } from './act-value.ts'
import { BehalfField, EvidenceField } from './behalf-field.tsx'
import { DueNote } from './due-note.tsx'
import { OftenPhrases } from './often-phrases.tsx'
import { useFindLeader } from './pickers.ts'
import { readerMessages } from './reader-messages.vi.ts'
import { TargetFields } from './target-fields.tsx'
import { WorkField } from './work-field.tsx'

const words = readerMessages.form

/** Who leads, who assists, who is informed, until when, and the words: a direction, its proposal, or work given on. */
export function DirectionForm(props: ActFormProps) {
  const { act, document, deadlines, value, errors, onChange, onUploading } = props
  const seat = useSeat()
  const findLeader = useFindLeader()
  const given = act === 'assign' ? document.assignments.find(one => one.id === value.work) : undefined
  return (
    <div className="form">
      {act === 'direct' && document.mayActFor.length > 0 && (
        <BehalfField
          principals={document.mayActFor}
          mustName={mustName(document, seat.role)}
          value={value}
          error={errorIn(errors, 'behalf')}
          onChange={onChange}
        />
      )}
      {act === 'propose' && (
        <Combobox
          label={words.leader}
          name="leader"
          error={errorIn(errors, 'leader')}
          value={value.leader ?? undefined}
          onChange={leader => onChange({ leader: leader ?? null })}
          find={findLeader}
        />
      )}
      <WorkField {...{ act, document, value, errors, onChange }} />
      {act === 'correct-direction' && <p className="meta">{words.correctHint}</p>}
      <TargetFields
        value={value}
        error={errorIn(errors, 'lead')}
        mayFurther={act === 'direct' || act === 'propose' || act === 'correct-direction'}
        leadOptional={act === 'assign'}
        onChange={onChange}
      />
      <DueNote document={document} given={given} deadlines={deadlines} value={value} onChange={onChange} />
      <div>
        <TextArea
          label={act === 'propose' ? words.proposalText : act === 'assign' ? words.text : words.direction}
          name="text"
          optional
          rows={2}
          maxLength={2000}
          value={value.text}
          onChange={text => onChange({ text })}
        />
        <OftenPhrases text={value.text} onChange={text => onChange({ text })} />
      </div>
      {act === 'direct' && value.behalf && (
        <EvidenceField value={value} error={errorIn(errors, 'files')} onChange={onChange} onUploading={onUploading} />
      )}
    </div>
  )
}
