import { type ReactNode, useState } from 'react'
import { documentTypes, findDocumentType, receivedOnlyTypes, urgencies } from '#lib/document-form/index.ts'
import { ClockField } from '#platform/ui/forms/clock-field.tsx'
import { DateField } from '#platform/ui/forms/date-field.tsx'
import { SelectField } from '#platform/ui/forms/select-field.tsx'
import { TextArea, TextField } from '#platform/ui/forms/text-field.tsx'
import { formatDay } from '#platform/ui/text/format.ts'
import type { Look } from './document-pane-use.ts'
import type { Form } from './register-incoming-form.ts'
import { urgencyCodes } from './register-incoming-form.ts'
import { IssuerField } from './register-incoming-issuer.tsx'
import { registerMessages as words } from './register-incoming-messages.vi.ts'
import { focusField, Proposal } from './register-incoming-proposal.tsx'
import { type HeadField, type ReadField, type ReadValues, readFields } from './register-incoming-proposals.ts'

const typeChoices = [...documentTypes, ...receivedOnlyTypes].map(({ code, name }) => ({ value: code, label: name }))
const urgencyChoices = urgencyCodes.map((value, code) => ({
  value,
  label: value === 'hour' ? words.expressAtHour : urgencies[code]!.name,
}))

type ReadFieldsProps = {
  /** Which of them, in their order. */
  fields: readonly ReadField[]
  form: Form
  read: ReadValues
  change: (changes: Partial<Form>) => void
  errorOf: (path: string) => string | undefined
  highlighted: number | undefined
  onHighlight: (number: number | undefined) => void
  /** A field of which nothing was read got the focus: here it stands by the form of NĐ 30/2020. */
  onLook: (look: Look) => void
}

/** Where each stands (NĐ 30/2020 Phụ lục I, phần IV): the signer on the last page, all else at the head of the first. */
const placeByForm: Readonly<Record<HeadField, Look> & Partial<Record<ReadField, Look>>> = {
  notation: { across: 'left', down: 'top' },
  issuedOn: { across: 'right', down: 'top' },
  issuer: { across: 'left', down: 'top' },
  typeCode: { across: 'middle', down: 'top' },
  subject: { across: 'middle', down: 'top' },
  signerName: { across: 'right', down: 'bottom' },
  urgency: { across: 'left', down: 'top' },
}

/** What stands on the paper: proposals where the machine read something, empty fields where it did not. */
export function ReadFields(props: ReadFieldsProps) {
  const { fields, form, read, change, errorOf, highlighted, onHighlight, onLook } = props
  const [reopened, setReopened] = useState<ReadField>()

  const settle = (field: ReadField) => [...form.settled.filter(one => one !== field), field]
  function correct(field: ReadField) {
    change({ settled: settle(field) })
    setReopened(undefined)
    const next = readFields.find(one => one !== field && read[one] && !form.settled.includes(one))
    if (next) focusField(next)
  }
  /** A value that a person changed is his own: it stays open under the hand, and counts. */
  function write(field: ReadField, changes: Partial<Form>) {
    if (read[field]) setReopened(field)
    change({ ...changes, settled: settle(field) })
  }

  const controls: Record<ReadField, ReactNode> = {
    notation: (
      <TextField
        {...common('notation')}
        optional
        hint={hintOf('notation') ?? words.notationHint}
        maxLength={42}
        value={form.notation}
        onChange={notation => write('notation', { notation })}
      />
    ),
    issuedOn: (
      <DateField
        {...common('issuedOn')}
        optional
        value={form.issuedOn || undefined}
        onChange={day => write('issuedOn', { issuedOn: day ?? '' })}
      />
    ),
    issuer: <IssuerField {...common('issuer')} form={form} onChange={changes => write('issuer', changes)} />,
    typeCode: (
      <SelectField
        {...common('typeCode')}
        value={form.typeCode}
        choices={typeChoices}
        onChange={typeCode => write('typeCode', { typeCode })}
      />
    ),
    subject: (
      <TextArea
        {...common('subject')}
        rows={2}
        maxLength={500}
        value={form.subject}
        onChange={subject => write('subject', { subject })}
      />
    ),
    signerName: (
      <TextField
        {...common('signerName')}
        optional
        hint={hintOf('signerName') ?? words.signerHint}
        maxLength={50}
        value={form.signerName}
        onChange={signerName => write('signerName', { signerName })}
      />
    ),
    urgency: (
      <SelectField
        {...common('urgency')}
        value={form.urgency}
        choices={urgencyChoices}
        onChange={urgency => write('urgency', { urgency })}
      />
    ),
    meetingOn: (
      <DateField
        {...common('meetingOn')}
        optional
        value={form.meetingOn || undefined}
        onChange={day => write('meetingOn', { meetingOn: day ?? '' })}
      />
    ),
    meetingTime: (
      <ClockField
        {...common('meetingTime')}
        hint={hintOf('meetingTime') ?? words.meetingTimeHint}
        optional
        value={form.meetingTime}
        onChange={meetingTime => write('meetingTime', { meetingTime })}
      />
    ),
    meetingPlace: (
      <TextField
        {...common('meetingPlace')}
        optional
        maxLength={200}
        value={form.meetingPlace}
        onChange={meetingPlace => write('meetingPlace', { meetingPlace })}
      />
    ),
    meetingChair: (
      <TextField
        {...common('meetingChair')}
        optional
        maxLength={100}
        value={form.meetingChair}
        onChange={meetingChair => write('meetingChair', { meetingChair })}
      />
    ),
    meetingInvited: (
      <TextArea
        {...common('meetingInvited')}
        optional
        rows={2}
        maxLength={1000}
        value={form.meetingInvited}
        onChange={meetingInvited => write('meetingInvited', { meetingInvited })}
      />
    ),
  }
  function common(field: ReadField) {
    return { label: words.fields[field], name: field, hint: hintOf(field), error: errorOf(field) }
  }
  function hintOf(field: ReadField) {
    const value = read[field]
    return value && words.places[value.where]
  }

  return fields.map(field => {
    const value = read[field]
    if (!value)
      return (
        // biome-ignore lint/a11y/noStaticElementInteractions: only the focus of the field within is listened to.
        <div key={field} onFocus={() => placeByForm[field] && onLook({ ...placeByForm[field] })}>
          {controls[field]}
        </div>
      )
    return (
      <Proposal
        key={field}
        field={field}
        read={value}
        shown={shownOf(form, field)}
        settled={form.settled.includes(field)}
        open={reopened === field}
        highlighted={highlighted === value.number}
        onHighlight={onHighlight}
        onCorrect={() => correct(field)}
        onOpen={() => setReopened(field)}
      >
        {controls[field]}
      </Proposal>
    )
  })
}

function shownOf(form: Form, field: ReadField): string {
  switch (field) {
    case 'issuedOn':
      return form.issuedOn && formatDay(form.issuedOn)
    case 'meetingOn':
      return form.meetingOn && formatDay(form.meetingOn)
    case 'issuer':
      return form.issuerByName ? form.issuerName : (form.issuer?.name ?? '')
    case 'typeCode':
      return findDocumentType(form.typeCode)?.name ?? ''
    case 'urgency':
      return urgencyChoices.find(one => one.value === form.urgency)?.label ?? ''
    default:
      return form[field]
  }
}
