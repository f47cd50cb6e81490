import { useState } from 'react'
import { documentTypes, type Letterhead, readLetterhead, receivedOnlyTypes } from '#lib/document-form/index.ts'
import type { z } from '#lib/schemas/index.ts'
import type { Addressee } from '#modules/agencies/contract.ts'
import type { IncomingDocument, RegisterView } from '#modules/documents/contract.ts'
import { Button } from '#platform/ui/actions/button.tsx'
import { useDraft } from '#platform/ui/data/use-draft.ts'
import { useFind } from '#platform/ui/data/use-find.ts'
import { useResource } from '#platform/ui/data/use-resource.ts'
import { useSend } from '#platform/ui/data/use-send.ts'
import { useUploads } from '#platform/ui/data/use-uploads.ts'
import { ConflictNotice } from '#platform/ui/feedback/conflict-notice.tsx'
import { ProblemNote } from '#platform/ui/feedback/error-state.tsx'
import { useHelp } from '#platform/ui/feedback/help.tsx'
import { useToast } from '#platform/ui/feedback/toast.tsx'
import { Combobox } from '#platform/ui/forms/combobox.tsx'
import { DateField } from '#platform/ui/forms/date-field.tsx'
import { DraftLine } from '#platform/ui/forms/draft-line.tsx'
import { ErrorSummary, type FormError } from '#platform/ui/forms/error-summary.tsx'
import { FileDrop } from '#platform/ui/forms/file-drop.tsx'
import { SelectField } from '#platform/ui/forms/select-field.tsx'
import { TextArea, TextField } from '#platform/ui/forms/text-field.tsx'
import { Page } from '#platform/ui/layout/page.tsx'
import { useGo, useTitle } from '#platform/ui/screens/use-address.ts'
import { actIconOf } from '#platform/ui/states/act-icons.ts'
import { incomingMessages } from './incoming-messages.vi.ts'

const words = incomingMessages.register
type Line = { page: number; text: string; x: number; y: number; width: number; height: number; runs: readonly [] }
type Uploaded = { id: string; name: string; firstPage: { lines: readonly Line[] } | null }
type Issuer = { id: string; name: string; note?: string | undefined }
const urgencies = ['0', '1', '2', '3'] as const
const secrecies = ['none', 'mat', 'toi-mat', 'tuyet-mat'] as const
type Form = {
  uploadId: string
  notation: string
  issuedOn: string
  issuer: Issuer | undefined
  issuerName: string
  typeCode: string
  subject: string
  signerName: string
  urgency: (typeof urgencies)[number]
  secrecy: (typeof secrecies)[number]
  dueOn: string
  duplicateReason: string
  registerId: string
}
const empty: Form = {
  uploadId: '',
  notation: '',
  issuedOn: '',
  issuer: undefined,
  issuerName: '',
  typeCode: 'cong-van',
  subject: '',
  signerName: '',
  urgency: '0',
  secrecy: 'none',
  dueOn: '',
  duplicateReason: '',
  registerId: '',
}

/** Enters a paper: the scan is read, what was read is proposed, the clerk checks it, and the number comes last. */
export default function RegisterIncomingScreen() {
  const draft = useDraft<Form>('register-incoming', empty)
  const { value, change } = draft
  const registers = useResource<{ items: z.infer<typeof RegisterView>[] }>('/registers')
  const incoming = registers.data?.items.filter(one => one.direction === 'incoming') ?? []
  const register = incoming.find(one => one.id === value.registerId) ?? incoming.find(one => one.isDefault)
  const [read, setRead] = useState<ReadonlySet<keyof Form>>(new Set())
  const [errors, setErrors] = useState<FormError[]>([])
  const uploads = useUploads<Uploaded>(answer => {
    const proposed = proposalOf(answer)
    setRead(new Set(Object.keys(proposed) as (keyof Form)[]))
    change({ uploadId: answer.id, ...proposed })
  })
  const sender = useSend<IncomingDocument>({ title: value.subject || words.title })
  const toast = useToast()
  const go = useGo()
  useTitle(words.title)
  useHelp(incomingMessages.help)
  const findIssuer = useFind(
    '/agencies',
    (one: z.infer<typeof Addressee>): Issuer => ({
      id: one.issuerId,
      name: one.name,
      note: [one.parentName, one.identifier].filter(Boolean).join(' · '),
    }),
  )
  const errorOf = (path: string) => errors.find(error => error.path === path)?.message ?? sender.problem?.forField(path)
  const hintOf = (field: keyof Form) => (read.has(field) ? words.read : undefined)
  const duplicate =
    sender.problem?.code === 'documents.DuplicateOfRegistered' ||
    sender.problem?.code === 'documents.DuplicateOfArrived'

  async function submit() {
    const missing = missingIn(value)
    setErrors(missing)
    if (missing.length > 0) return
    const sent = await sender.send('/documents/incoming', requestOf(value, draft.id, register?.id))
    if (!sent) return
    draft.clear()
    toast({ text: incomingMessages.done.register(sent.value.arrivalNumber) })
    go(`documents/incoming/${sent.value.id}`)
  }
  const period = register?.periods.at(-1)
  return (
    <Page title={words.title} purpose={words.purpose}>
      <div className="form">
        <ErrorSummary errors={errors} />
        {sender.problem &&
          (sender.problem.status === 409 ? (
            <ConflictNotice problem={sender.problem} onReload={sender.clearProblem} />
          ) : (
            <ProblemNote problem={sender.problem} onAgain={sender.again} />
          ))}
        {duplicate && (
          <TextArea
            label={incomingMessages.duplicate}
            value={value.duplicateReason}
            onChange={duplicateReason => change({ duplicateReason })}
          />
        )}
        <DraftLine draft={draft} />
        <FileDrop
          label={words.file}
          hint={words.fileHint}
          name="file"
          error={errorOf('file')}
          uploads={uploads}
          accept={['.pdf', '.docx', '.jpg', '.jpeg', '.png']}
        />
        {incoming.length > 1 && register && (
          <SelectField
            label={incomingMessages.registerBook}
            value={register.id}
            choices={incoming.map(one => ({ value: one.id, label: one.name }))}
            onChange={registerId => change({ registerId })}
          />
        )}
        <TextField
          label={words.notation}
          hint={hintOf('notation')}
          optional
          name="notation"
          error={errorOf('notation')}
          value={value.notation}
          onChange={notation => change({ notation })}
        />
        <DateField
          label={words.issued}
          hint={hintOf('issuedOn')}
          optional
          name="issuedOn"
          error={errorOf('issuedOn')}
          value={value.issuedOn}
          onChange={issuedOn => change({ issuedOn: issuedOn ?? '' })}
        />
        <Combobox
          label={words.issuer}
          hint={words.issuerHint}
          optional
          name="issuerId"
          value={value.issuer}
          onChange={issuer => change({ issuer })}
          find={findIssuer}
        />
        <TextField
          label={words.issuerName}
          hint={hintOf('issuerName')}
          optional={value.issuer !== undefined}
          name="issuerName"
          error={errorOf('issuerName')}
          value={value.issuerName}
          onChange={issuerName => change({ issuerName })}
        />
        <SelectField
          label={words.type}
          hint={hintOf('typeCode')}
          value={value.typeCode}
          choices={[...documentTypes, ...receivedOnlyTypes].map(type => ({ value: type.code, label: type.name }))}
          onChange={typeCode => change({ typeCode })}
        />
        <TextArea
          label={words.subject}
          hint={hintOf('subject')}
          name="subject"
          error={errorOf('subject')}
          value={value.subject}
          onChange={subject => change({ subject })}
        />
        <TextField
          label={words.signer}
          hint={hintOf('signerName')}
          optional
          value={value.signerName}
          onChange={signerName => change({ signerName })}
        />
        <SelectField
          label={words.urgency}
          value={value.urgency}
          choices={urgencies.map(one => ({ value: one, label: words.urgencies[one] }))}
          onChange={urgency => change({ urgency })}
        />
        <SelectField
          label={words.secrecy}
          hint={value.secrecy === 'none' ? undefined : words.secret}
          value={value.secrecy}
          choices={secrecies.map(one => ({ value: one, label: words.secrecies[one] }))}
          onChange={secrecy => change({ secrecy })}
        />
        <DateField
          label={words.due}
          hint={words.dueHint}
          optional
          value={value.dueOn}
          onChange={dueOn => change({ dueOn: dueOn ?? '' })}
        />
        <div className="title-line">
          <Button look="primary" icon={actIconOf('register')} data-key="primary" busy={sender.sending} onClick={submit}>
            {words.submit}
          </Button>
          {period && <span className="meta">{incomingMessages.nextNumber(period.lastNumber + 1)}</span>}
        </div>
      </div>
    </Page>
  )
}

/** What the machine read on page 1; each value is only proposed. */
function proposalOf(answer: Uploaded): Partial<Form> {
  if (!answer.firstPage) return {}
  const head: Letterhead = readLetterhead(
    answer.firstPage.lines.map(line => ({ ...line, page: 1 })) as Parameters<typeof readLetterhead>[0],
  )
  const proposed: Partial<Form> = {
    ...(head.notation ? { notation: head.notation.value.written } : {}),
    ...(head.issuedOn ? { issuedOn: head.issuedOn.value } : {}),
    ...(head.issuerName ? { issuerName: head.issuerName.value } : {}),
    ...(head.typeCode ? { typeCode: head.typeCode.value } : {}),
    ...(head.subject ? { subject: head.subject.value } : {}),
    ...(head.signerName ? { signerName: head.signerName.value } : {}),
  }
  return proposed
}

function missingIn(form: Form): FormError[] {
  const wanted = incomingMessages.missing
  return [
    ...(form.uploadId ? [] : [{ path: 'file', message: wanted.file }]),
    ...(form.subject.trim() ? [] : [{ path: 'subject', message: wanted.subject }]),
    ...(form.issuer || form.issuerName.trim() ? [] : [{ path: 'issuerName', message: wanted.issuer }]),
  ]
}

const requestOf = (form: Form, id: string, registerId: string | undefined) => ({
  id,
  carrier: 'paper',
  subject: form.subject.trim(),
  typeCode: form.typeCode,
  urgency: Number(form.urgency),
  secrecy: form.secrecy,
  files: [{ uploadId: form.uploadId, role: 'main' }],
  ...(registerId ? { registerId } : {}),
  ...(form.notation.trim() ? { notation: form.notation.trim() } : {}),
  ...(form.issuedOn ? { issuedOn: form.issuedOn } : {}),
  ...(form.issuer ? { issuerId: form.issuer.id } : { issuerName: form.issuerName.trim() }),
  ...(form.signerName.trim() ? { signerName: form.signerName.trim() } : {}),
  ...(form.dueOn ? { dueOn: form.dueOn } : {}),
  ...(form.duplicateReason.trim() ? { duplicateReason: form.duplicateReason.trim() } : {}),
})
