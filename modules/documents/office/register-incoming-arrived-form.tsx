import { type ReactNode, useState } from 'react'
import type { IncomingDocument, IncomingRow } from '#modules/documents/contract.ts'
import { Button } from '#platform/ui/actions/button.tsx'
import { Menu } from '#platform/ui/actions/menu.tsx'
import { useDraft } from '#platform/ui/data/use-draft.ts'
import { useSend } from '#platform/ui/data/use-send.ts'
import { useToast } from '#platform/ui/feedback/toast.tsx'
import { CheckField } from '#platform/ui/forms/choice-field.tsx'
import { DraftLine } from '#platform/ui/forms/draft-line.tsx'
import { ErrorSummary, type FormError } from '#platform/ui/forms/error-summary.tsx'
import { TextArea } from '#platform/ui/forms/text-field.tsx'
import { Panel } from '#platform/ui/layout/reader.tsx'
import { useGo } from '#platform/ui/screens/use-address.ts'
import { actIconOf } from '#platform/ui/states/act-icons.ts'
import { actLabels } from '#platform/ui/text/act-labels.ts'
import { dayOf } from '#platform/ui/text/format.ts'
import { DuplicateNote } from './register-incoming-duplicate.tsx'
import type { Leader } from './register-incoming-form.ts'
import { registerMessages } from './register-incoming-messages.vi.ts'
import { RegisterNav } from './register-incoming-nav.tsx'
import { RegisterProblem, useRefusal } from './register-incoming-problem.tsx'
import { focusField } from './register-incoming-proposal.tsx'
import { nextNumberOf, routeOf, useRegisters } from './register-incoming-registers.ts'
import { WayFields } from './register-incoming-way.tsx'

const words = registerMessages.arrived
const otherWays = ['set-aside', 'refuse'] as const
type OtherWay = (typeof otherWays)[number]
type Form = {
  registerId: string
  period: string
  dueOn: string
  leader: Leader | undefined
  note: string
  restricted: boolean
  duplicateReason: string
  /** Not into the register, but refused or set aside. */
  otherWay: OtherWay | ''
  reason: string
}
const empty: Form = {
  registerId: '',
  period: '',
  dueOn: '',
  leader: undefined,
  note: '',
  restricted: false,
  duplicateReason: '',
  otherWay: '',
  reason: '',
}

/** Register, deadline, leader and note; or the reason why it is not registered. */
export function ArrivedForm({ document, children }: { document: IncomingDocument; children: ReactNode }) {
  const draft = useDraft<Form>(`register-arrived:${document.id}`, empty)
  const { value: form, change } = draft
  const { incoming, register } = useRegisters(form.registerId || document.registerId || '')
  const path = `/documents/incoming/${document.id}`
  const sender = useSend<IncomingRow>({ title: document.subject })
  const back = useSend({ title: document.subject })
  const refusal = useRefusal(sender.problem)
  const [errors, setErrors] = useState<readonly FormError[]>([])
  const toast = useToast()
  const go = useGo()
  const { otherWay } = form
  const route = routeOf(register, document.typeCode)
  const next = nextNumberOf(register, form.period || dayOf(new Date()).slice(0, 4))
  const errorOf = (field: string) =>
    errors.find(error => error.path === field)?.message ?? sender.problem?.forField(field)

  async function submit() {
    const missing = missingIn(form, refusal.duplicate !== null, refusal.years)
    setErrors(missing)
    if (missing.length > 0) return
    const body = otherWay ? { reason: form.reason.trim() } : requestOf(form, register?.id)
    const sent = await sender.send(`${path}/${otherWay || 'register'}`, body)
    if (!sent) return
    draft.clear()
    if (otherWay) {
      const text = otherWay === 'refuse' ? words.refused : words.setAside
      toast({ text, undo: () => void bringBack() })
      go('documents/incoming?tab=to-register')
    } else {
      toast({ text: registerMessages.done(sent.value.arrivalNumber) })
      go(`documents/incoming/${document.id}`)
    }
  }
  async function bringBack() {
    if (await back.send(`${path}/bring-back`, {})) toast({ text: words.broughtBack })
  }
  function choose(way: OtherWay | '') {
    change({ otherWay: way })
    setErrors([])
    sender.clearProblem()
    if (way) focusField('reason')
  }

  return (
    <Panel
      label={registerMessages.arrivedTitle}
      nav={<RegisterNav />}
      foot={
        <>
          <Button
            look="primary"
            icon={actIconOf(otherWay || 'register')}
            data-key="primary"
            busy={sender.sending}
            onClick={submit}
          >
            {otherWay ? actLabels[otherWay] : registerMessages.submit[form.leader ? 'leader' : route]}
          </Button>
          {otherWay ? (
            <Button onClick={() => choose('')}>{words.back}</Button>
          ) : (
            <>
              <Menu direction="up" label={actLabels['other-acts']}>
                {otherWays
                  .filter(way => document.allowed.includes(way))
                  .map(way => (
                    <button key={way} type="button" onClick={() => choose(way)}>
                      {actLabels[way]}
                    </button>
                  ))}
              </Menu>
              <span className="meta register-incoming-next">
                {registerMessages.next} <b>{next ?? registerMessages.nextUnknown}</b>
              </span>
            </>
          )}
        </>
      }
    >
      {children}
      <div className="title-line">
        <h2>{otherWay ? actLabels[otherWay] : registerMessages.act}</h2>
        <DraftLine draft={draft} />
      </div>
      <ErrorSummary errors={errors} />
      <RegisterProblem sender={sender} />
      <div className="register-incoming-fields">
        {otherWay ? (
          <TextArea
            label={words.reasonFor[otherWay]}
            hint={words.reasonHint[otherWay]}
            name="reason"
            error={errorOf('reason')}
            maxLength={500}
            value={form.reason}
            onChange={reason => change({ reason })}
          />
        ) : (
          <>
            <p className="secondary">{words.intro}</p>
            {refusal.duplicate && (
              <DuplicateNote
                duplicate={refusal.duplicate}
                reason={form.duplicateReason}
                error={errorOf('duplicateReason')}
                onReason={duplicateReason => change({ duplicateReason })}
              />
            )}
            <WayFields
              way={form}
              change={change}
              errorOf={errorOf}
              registers={incoming}
              register={register}
              route={route}
              years={refusal.years}
              arrivedOn={dayOf(new Date(document.arrivedAt))}
              asked={document.dueOn}
            />
            <TextArea
              label={registerMessages.note}
              optional
              name="note"
              error={errorOf('note')}
              rows={2}
              maxLength={500}
              value={form.note}
              onChange={note => change({ note })}
            />
            <CheckField
              label={registerMessages.restricted}
              note={registerMessages.restrictedNote}
              checked={form.restricted || document.restricted}
              onChange={restricted => change({ restricted })}
            />
          </>
        )}
      </div>
    </Panel>
  )
}

function missingIn(form: Form, duplicate: boolean, years: readonly string[]): FormError[] {
  const { wanted } = registerMessages
  if (form.otherWay) return form.reason.trim() ? [] : [{ path: 'reason', message: wanted.reason }]
  return [
    ...(duplicate && !form.duplicateReason.trim() ? [{ path: 'duplicateReason', message: wanted.duplicate }] : []),
    ...(years.length > 0 && !form.period ? [{ path: 'period', message: wanted.year }] : []),
  ]
}

function requestOf(form: Form, registerId: string | undefined): Record<string, unknown> {
  const { period, dueOn, leader, note, restricted, duplicateReason } = form
  const request = {
    registerId,
    period,
    dueOn,
    leaderSeatId: leader?.id,
    note: note.trim(),
    restricted: restricted || undefined,
    duplicateReason: duplicateReason.trim(),
  }
  return Object.fromEntries(Object.entries(request).filter(([, value]) => value !== '' && value !== undefined))
}
