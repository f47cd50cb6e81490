import { useState } from 'react'
import type { IncomingDocument, IncomingRow } from '#modules/documents/contract.ts'
import { Button } from '#platform/ui/actions/button.tsx'
import { Menu } from '#platform/ui/actions/menu.tsx'
import { useDraft } from '#platform/ui/data/use-draft.ts'
import { useSend } from '#platform/ui/data/use-send.ts'
import { useHelp } from '#platform/ui/feedback/help.tsx'
import { Meter } from '#platform/ui/feedback/meter.tsx'
import { Note } from '#platform/ui/feedback/note.tsx'
import { useToast } from '#platform/ui/feedback/toast.tsx'
import { DateField } from '#platform/ui/forms/date-field.tsx'
import { DraftLine } from '#platform/ui/forms/draft-line.tsx'
import { ErrorSummary } from '#platform/ui/forms/error-summary.tsx'
import { TextArea } from '#platform/ui/forms/text-field.tsx'
import { Panel, Reader } from '#platform/ui/layout/reader.tsx'
import { useGo, useTitle } from '#platform/ui/screens/use-address.ts'
import { actIconOf } from '#platform/ui/states/act-icons.ts'
import { actLabels } from '#platform/ui/text/act-labels.ts'
import { dayOf } from '#platform/ui/text/format.ts'
import { DocumentPane, type PaneFile } from './document-pane.tsx'
import type { Look } from './document-pane-use.ts'
import { Registered } from './register-incoming-done.tsx'
import { DuplicateNote, useDuplicate } from './register-incoming-duplicate.tsx'
import { PaperDrop, PaperFiles } from './register-incoming-files.tsx'
import {
  broughtBackRequestOf,
  emptyForm,
  formOf,
  missingIn,
  requestOf,
  unregisteredRequestOf,
} from './register-incoming-form.ts'
import { registerMessages as words } from './register-incoming-messages.vi.ts'
import { RegisterNav } from './register-incoming-nav.tsx'
import { NoNumberYet } from './register-incoming-no-number.tsx'
import { usePaper } from './register-incoming-paper.ts'
import { RegisterProblem, useRefusal } from './register-incoming-problem.tsx'
import { focusField } from './register-incoming-proposal.tsx'
import { headFields, meetingFields } from './register-incoming-proposals.ts'
import { ReadFields } from './register-incoming-read.tsx'
import { nextNumberOf, routeOf, useRegisters } from './register-incoming-registers.ts'
import { FurtherFields, HourFields, SecrecyField } from './register-incoming-rest.tsx'
import { WayFields } from './register-incoming-way.tsx'
import './register-incoming.css'

/** Enters a paper: what was read on its scan is proposed, the clerk settles each value, and the number comes last. */
export default function RegisterIncomingScreen() {
  return <PaperEntry />
}

/** The same for a paper that was noted without a register and brought back: `noted` says what is known of it. */
export function PaperEntry({ noted }: { noted?: IncomingDocument }) {
  const today = dayOf(new Date())
  const [initial] = useState(() => (noted ? formOf(noted, today) : emptyForm(today)))
  const draft = useDraft(noted ? `register-noted:${noted.id}` : 'register-incoming', initial)
  const { value: form, change } = draft
  const paper = usePaper(draft)
  const { incoming, register, known } = useRegisters(form.registerId)
  const sender = useSend<IncomingRow>({ title: form.subject || words.title })
  const refusal = useRefusal(sender.problem)
  const asked = useDuplicate({
    notation: form.notation.trim(),
    ...(form.issuerByName ? { issuerName: form.issuerName.trim() } : { issuerId: form.issuer?.id }),
    issuedOn: form.issuedOn || undefined,
  })
  const alike = asked.duplicate ?? refusal.duplicate
  // It is not like itself, and what is set aside may well be there already.
  const duplicate = form.setAside || alike?.id === noted?.id ? null : alike
  const [tried, setTried] = useState(false)
  const [highlighted, setHighlighted] = useState<number>()
  const [look, setLook] = useState<Look>()
  const [done, setDone] = useState<IncomingRow>()
  const back = useSend({ title: form.subject || words.title })
  const toast = useToast()
  const go = useGo()
  useTitle(words.title)
  useHelp(words.help)

  const route = form.leader ? 'leader' : routeOf(register, form.typeCode)
  const next = nextNumberOf(register, form.period || today.slice(0, 4))
  const marked = Object.keys(paper.read).length
  const settled = form.settled.filter(field => paper.read[field]).length
  const facts = { read: paper.read, today, uploading: paper.uploads.busy, duplicate: duplicate !== null }
  const missing = missingIn(form, { ...facts, years: refusal.years })
  // Said once the button was pressed; what has been put right since leaves the list.
  const errors = tried ? missing : []
  const errorOf = (path: string) =>
    errors.find(error => error.path === path)?.message ??
    sender.problem?.forField(path === 'issuer' ? 'issuerId' : path)
  const fields = { form, change, errorOf }
  const reading = {
    ...{ ...fields, read: paper.read, highlighted, onHighlight: setHighlighted, onLook: setLook },
  }

  async function submit() {
    setTried(true)
    if (missing.length > 0) return
    const sent = await sender.send(...requestNow())
    if (!sent) return
    draft.clear()
    setTried(false)
    if (form.setAside) {
      const { id } = sent.value
      toast({ text: words.arrived.setAside, undo: () => void bringBack(id) })
      return go('documents/incoming?tab=not-registered')
    }
    toast({ text: words.done(sent.value.arrivalNumber) })
    if (noted) return go(`documents/incoming/${noted.id}`)
    setDone(sent.value)
  }
  function requestNow(): [path: string, body: Record<string, unknown>] {
    const path = noted ? `/documents/incoming/${noted.id}` : '/documents/incoming'
    if (form.setAside && noted) return [`${path}/set-aside`, { reason: form.reason.trim() }]
    if (form.setAside) return [`${path}/unregistered`, unregisteredRequestOf(form, draft.id)]
    if (noted) return [`${path}/register`, broughtBackRequestOf(form, register?.id)]
    return [path, requestOf(form, draft.id, register?.id)]
  }
  async function bringBack(id: string) {
    if (await back.send(`/documents/incoming/${id}/bring-back`, {})) toast({ text: words.arrived.broughtBack })
  }
  function choose(setAside: boolean) {
    change({ setAside })
    setTried(false)
    sender.clearProblem()
    if (setAside) focusField('reason')
  }

  if (done) return <Registered row={done} onNext={() => setDone(undefined)} />
  const drop = <PaperDrop uploads={paper.uploads} error={errorOf('file')} first={form.files.length === 0} />
  return (
    <Reader
      title={words.title}
      kind="entry"
      startWith={form.files.length === 0 ? 'document' : 'act'}
      parts={{ document: words.document, act: words.act }}
      desk={
        <DocumentPane
          title={form.subject || words.document}
          files={form.files.map(asPaneFile)}
          bodyText=""
          firstPage={paper.main?.firstPage}
          marks={paper.marks}
          highlighted={highlighted}
          onHighlight={setHighlighted}
          onChoose={number => focusField(paper.fieldAt(number))}
          pagesAtOnce
          look={look}
        >
          <div className="register-incoming-start">{drop}</div>
        </DocumentPane>
      }
      panel={
        <Panel
          label={words.title}
          nav={<RegisterNav />}
          foot={
            <>
              <Button
                look="primary"
                icon={actIconOf(form.setAside ? 'set-aside' : 'register')}
                data-key="primary"
                busy={sender.sending}
                onClick={submit}
              >
                {form.setAside ? actLabels['set-aside'] : words.submit[route]}
              </Button>
              {form.setAside ? (
                <Button onClick={() => choose(false)}>{words.arrived.back}</Button>
              ) : (
                <>
                  <Menu direction="up" label={actLabels['other-acts']}>
                    <button type="button" onClick={() => choose(true)}>
                      {actLabels['set-aside']}
                    </button>
                  </Menu>
                  <span className="meta register-incoming-next">
                    {words.next} <b>{next ?? words.nextUnknown}</b>
                  </span>
                </>
              )}
            </>
          }
        >
          <div className="title-line">
            <h1 className="document-title">{form.setAside ? words.setAsideTitle : words.title}</h1>
            <DraftLine draft={draft} />
          </div>
          <p className="secondary">
            {form.setAside ? words.setAsideIntro : paper.main ? (marked > 0 ? words.read : words.notRead) : words.intro}
          </p>
          {known && !form.setAside && next === undefined && <NoNumberYet register={register} />}
          <ErrorSummary errors={errors} />
          <RegisterProblem sender={sender} />
          {marked > 0 && !form.setAside && (
            <div className="register-incoming-progress">
              <Meter value={settled} of={marked} label={words.settled(settled, marked)} />
              <span className="meta" role="status">
                {words.settled(settled, marked)}
              </span>
            </div>
          )}
          <div className="register-incoming-fields">
            {form.setAside && (
              <TextArea
                label={words.arrived.reasonFor['set-aside']}
                hint={words.arrived.reasonHint['set-aside']}
                name="reason"
                error={errorOf('reason')}
                rows={2}
                maxLength={500}
                value={form.reason}
                onChange={reason => change({ reason })}
              />
            )}
            <ReadFields {...reading} fields={headFields} />
            <HourFields {...fields} />
            {duplicate ? (
              <DuplicateNote
                duplicate={duplicate}
                reason={form.duplicateReason}
                error={errorOf('duplicateReason')}
                onReason={duplicateReason => change({ duplicateReason })}
              />
            ) : (
              asked.known && !form.setAside && !alike && <Note tone="green">{words.noDuplicate}</Note>
            )}
            {form.typeCode === 'giay-moi' && (
              <fieldset className="register-incoming-meeting">
                <legend>{words.meeting}</legend>
                <ReadFields {...reading} fields={meetingFields} />
              </fieldset>
            )}
            <DateField
              label={words.arrivedOn}
              name="arrivedOn"
              error={errorOf('arrivedOn')}
              max={today}
              value={form.arrivedOn || undefined}
              onChange={day => change({ arrivedOn: day ?? '' })}
            />
            {!form.setAside && (
              <WayFields
                way={form}
                change={change}
                errorOf={errorOf}
                registers={incoming}
                register={register}
                route={routeOf(register, form.typeCode)}
                years={refusal.years}
                deadline={paper.deadline}
                arrivedOn={form.arrivedOn || today}
              />
            )}
            <SecrecyField {...fields} />
            {form.files.length > 0 && (
              <>
                <PaperFiles files={form.files} onChange={paper.arrange} />
                {drop}
              </>
            )}
            <FurtherFields {...fields} />
          </div>
        </Panel>
      }
    />
  )
}

const asPaneFile = (file: Omit<PaneFile, 'role'> & { role: 'annex' | 'attachment' }, at: number): PaneFile =>
  at === 0 ? { ...file, role: 'main' } : file
