import IconAdjustments from '@tabler/icons-react/icons/IconAdjustments'
import { documentTypes } from '#lib/document-form/index.ts'
import type { z } from '#lib/schemas/index.ts'
import type { OwnAgency } from '#modules/agencies/contract.ts'
import { Note } from '#platform/ui/feedback/note.tsx'
import { CheckField } from '#platform/ui/forms/choice-field.tsx'
import { DateField } from '#platform/ui/forms/date-field.tsx'
import { SelectField } from '#platform/ui/forms/select-field.tsx'
import { TextArea, TextField } from '#platform/ui/forms/text-field.tsx'
import { Fold } from '#platform/ui/layout/reader.tsx'
import { SeatLink } from '#platform/ui/screens/seat-link.tsx'
import { urgencyWords } from '#platform/ui/states/urgency-stamp.tsx'
import { draftMessages as words } from './draft-messages.vi.ts'
import type { DraftValue, Fault, Signer } from './draft-value.ts'
import { HourFields } from './hour-fields.tsx'
import { MeetingFields } from './meeting-fields.tsx'
import { RecipientsField } from './recipients-field.tsx'
import { SignerFields } from './signer-fields.tsx'

type DraftFactsProps = {
  value: DraftValue
  issuers: z.infer<typeof OwnAgency>['issuers']
  signers: readonly Signer[] | undefined
  faultOf: (fault: Fault) => string | undefined
  onChange: (changes: Partial<DraftValue>) => void
}

const typeChoices = documentTypes.map(type => ({ value: type.code, label: type.name }))

/** What a document says of itself (NĐ 30/2020 Phụ lục VI): what the system knows or gives is never asked. */
export function DraftFacts({ value, issuers, signers, faultOf, onChange }: DraftFactsProps) {
  return (
    <>
      <SelectField
        label={words.type}
        name="typeCode"
        value={value.typeCode}
        choices={typeChoices}
        onChange={typeCode => onChange({ typeCode })}
      />
      {issuers.length > 1 && (
        <SelectField
          label={words.issuer}
          name="issuerId"
          value={value.issuerId || issuers[0]!.id}
          choices={issuers.map(one => ({ value: one.id, label: one.name }))}
          onChange={issuerId => onChange({ issuerId, signerSeatId: '', capacity: '' })}
        />
      )}
      <TextArea
        label={words.subject}
        hint={words.subjectHint}
        name="subject"
        rows={2}
        maxLength={500}
        value={value.subject}
        error={faultOf('subject')}
        onChange={subject => onChange({ subject })}
      />
      {value.typeCode === 'giay-moi' && (
        <MeetingFields value={value} fault={faultOf('meetingTime')} onChange={onChange} />
      )}
      <SignerFields value={value} signers={signers} onChange={onChange} />
      <RecipientsField value={value.recipients} onChange={recipients => onChange({ recipients })} />
      <div className="draft-pair">
        <SelectField
          label={words.urgency}
          name="urgency"
          value={value.urgency}
          choices={urgencyChoices}
          onChange={urgency => onChange({ urgency })}
        />
        <SelectField
          label={words.secrecy}
          name="secrecy"
          value={value.secrecy}
          error={faultOf('secrecy')}
          choices={secrecies.map(one => ({ value: one, label: words.secrecies[one] }))}
          onChange={secrecy => onChange({ secrecy })}
        />
      </div>
      {value.urgency === 'hour' && <HourFields value={value} fault={faultOf('handleTime')} onChange={onChange} />}
      {value.secrecy !== 'none' && (
        <Note tone="red">
          <b>{words.secrecyRefused}</b> {words.secrecyInstruction}{' '}
          <SeatLink to="registers/secret">{words.secrecyLink}</SeatLink>
        </Note>
      )}
      <CheckField
        label={words.restricted}
        note={words.restrictedNote}
        checked={value.restricted}
        onChange={restricted => onChange({ restricted })}
      />
      <Fold title={words.other} icon={IconAdjustments} note={words.otherNote} open={faultOf('copies') !== undefined}>
        <div className="form">
          <DateField
            label={words.dueOn}
            hint={words.dueOnHint}
            optional
            name="dueOn"
            value={value.dueOn || undefined}
            onChange={day => onChange({ dueOn: day ?? '' })}
          />
          <TextField
            label={words.copies}
            name="copies"
            className="width-number"
            inputMode="numeric"
            value={value.copies}
            error={faultOf('copies')}
            onChange={copies => onChange({ copies })}
          />
          <TextArea
            label={words.note}
            optional
            rows={2}
            maxLength={500}
            value={value.note}
            onChange={note => onChange({ note })}
          />
        </div>
      </Fold>
    </>
  )
}

const secrecies = ['none', 'mat', 'toi-mat', 'tuyet-mat'] as const
const urgencyChoices = [
  ...(['0', '1', '2', '3'] as const).map((value, code) => ({ value, label: urgencyWords[code as 0 | 1 | 2 | 3] })),
  { value: 'hour' as const, label: words.expressAtHour },
]
