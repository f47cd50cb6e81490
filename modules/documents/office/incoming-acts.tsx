import { type ReactNode, useState } from 'react'
import type { SeatRole } from '#lib/roles/index.ts'
import type { z } from '#lib/schemas/index.ts'
import type { Party, Phrase } from '#modules/agencies/contract.ts'
import type { IncomingAct, IncomingDocument } from '#modules/documents/contract.ts'
import { Button, LinkButton } from '#platform/ui/actions/button.tsx'
import { Menu } from '#platform/ui/actions/menu.tsx'
import { useSeat } from '#platform/ui/data/session.ts'
import { useDraft } from '#platform/ui/data/use-draft.ts'
import { useFind } from '#platform/ui/data/use-find.ts'
import { useResource } from '#platform/ui/data/use-resource.ts'
import { useSend } from '#platform/ui/data/use-send.ts'
import { ConflictNotice } from '#platform/ui/feedback/conflict-notice.tsx'
import { ProblemNote } from '#platform/ui/feedback/error-state.tsx'
import { useToast } from '#platform/ui/feedback/toast.tsx'
import { Combobox } from '#platform/ui/forms/combobox.tsx'
import { DateField } from '#platform/ui/forms/date-field.tsx'
import { DraftLine } from '#platform/ui/forms/draft-line.tsx'
import { ErrorSummary, type FormError } from '#platform/ui/forms/error-summary.tsx'
import { MultiPicker } from '#platform/ui/forms/multi-picker.tsx'
import { Phrases } from '#platform/ui/forms/phrases.tsx'
import { SelectField } from '#platform/ui/forms/select-field.tsx'
import { TextArea } from '#platform/ui/forms/text-field.tsx'
import { actIconOf } from '#platform/ui/states/act-icons.ts'
import { actLabelOf, actLabels } from '#platform/ui/text/act-labels.ts'
import { incomingMessages as words } from './incoming-messages.vi.ts'

type Chosen = { id: string; name: string; note?: string | undefined; kind: 'seat' | 'unit' }
type Form = {
  act: IncomingAct | ''
  text: string
  dueOn: string
  lead: Chosen | undefined
  assist: Chosen[]
  inform: Chosen[]
  leader: Chosen | undefined
  behalf: string
}
const empty: Form = {
  act: '',
  text: '',
  dueOn: '',
  lead: undefined,
  assist: [],
  inform: [],
  leader: undefined,
  behalf: '',
}

/** The act that a document waits for, in the order of the office; the others stand under 'Việc khác'. */
const usualOrder: readonly IncomingAct[] = ['register', 'confirm', 'direct', 'propose', 'send-up', 'assign', 'finish']

/** Clerk and head of office may type in what a leader directed on paper, but it is not what they are here for. */
const isUsual = (act: IncomingAct, role: SeatRole): boolean => act !== 'direct' || role === 'leader'
const givesWork: readonly IncomingAct[] = ['direct', 'propose', 'assign', 'forward']
const wantsText: Partial<Record<IncomingAct, 'text' | 'reason' | 'result'>> = {
  finish: 'result',
  return: 'reason',
  'set-aside': 'reason',
  refuse: 'reason',
  comment: 'text',
  urge: 'text',
  'ask-extension': 'reason',
}
const offered: readonly IncomingAct[] = [
  ...usualOrder,
  'forward',
  'return',
  'take-back',
  'urge',
  'ask-extension',
  'comment',
  'set-aside',
  'refuse',
  'bring-back',
]

type Props = {
  document: IncomingDocument
  reload: () => void
  children: (form: ReactNode, foot: ReactNode) => ReactNode
}

/** What the acting seat may do now, made of `allowed`: one form at a time, its primary button at the foot. */
export function IncomingActs({ document, reload, children }: Props) {
  const draft = useDraft<Form>(`incoming:${document.id}`, empty)
  const sender = useSend<IncomingDocument>({ title: document.subject })
  const toast = useToast()
  const [errors, setErrors] = useState<FormError[]>([])
  const may = offered.filter(act => document.allowed.includes(act))
  const { role } = useSeat()
  const primary =
    may.find(act => act === draft.value.act) ?? usualOrder.find(act => may.includes(act) && isUsual(act, role))

  async function submit() {
    if (!primary) return
    const missing = missingIn(primary, draft.value)
    setErrors(missing)
    if (missing.length > 0) return
    const sent = await sender.send(`/documents/incoming/${document.id}/${primary}`, requestOf(primary, draft, document))
    if (!sent) return
    draft.clear()
    const said = words.done[primary as keyof typeof words.done]
    toast({
      text: typeof said === 'function' ? said(sent.value.arrivalNumber ?? null) : (said ?? actLabelOf(primary) ?? ''),
    })
  }
  const choose = (act: IncomingAct) => {
    setErrors([])
    sender.clearProblem()
    draft.change({ act })
  }
  const foot = may.length > 0 && (
    <>
      {primary && (
        <Button look="primary" icon={actIconOf(primary)} data-key="primary" busy={sender.sending} onClick={submit}>
          {actLabelOf(primary) ?? primary}
        </Button>
      )}
      {document.allowed.includes('finish') && document.replyDocumentId === null && (
        <LinkButton to={`documents/outgoing/new?reply=${document.id}`} icon={actIconOf('reply')}>
          {words.reply}
        </LinkButton>
      )}
      <span className="grow" />
      {may.some(act => act !== primary) && (
        <Menu direction="up" label={actLabels['other-acts']}>
          {may
            .filter(act => act !== primary)
            .map(act => (
              <button key={act} type="button" onClick={() => choose(act)}>
                {actLabelOf(act)}
              </button>
            ))}
        </Menu>
      )}
    </>
  )
  const form = (
    <>
      <ErrorSummary errors={errors} />
      {sender.problem &&
        (sender.problem.status === 409 ? (
          <ConflictNotice problem={sender.problem} onReload={reload} />
        ) : (
          <ProblemNote problem={sender.problem} onAgain={sender.again} />
        ))}
      {document.proposal && <Proposal proposal={document.proposal} />}
      {primary && primary !== 'confirm' && primary !== 'take-back' && primary !== 'bring-back' && (
        <>
          <div className="title-line">
            <h2 className="section-title grow">{actLabelOf(primary)}</h2>
            <DraftLine draft={draft} />
          </div>
          <ActForm act={primary} document={document} draft={draft} errors={errors} />
        </>
      )}
    </>
  )
  return children(form, foot)
}

function Proposal({ proposal }: { proposal: NonNullable<IncomingDocument['proposal']> }) {
  return (
    <div className="card">
      <h2 className="section-title">{words.proposal(proposal.byName)}</h2>
      <p>{proposal.text}</p>
      <ul className="plain-list">
        {proposal.targets.map(one => (
          <li key={one.name}>
            {one.name} <span className="meta">{words.roles[one.role as keyof typeof words.roles]}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

type ActFormProps = {
  act: IncomingAct
  document: IncomingDocument
  draft: ReturnType<typeof useDraft<Form>>
  errors: readonly FormError[]
}

function ActForm({ act, document, draft, errors }: ActFormProps) {
  const { value, change } = draft
  const asChosen = (party: Party): Chosen => ({ id: party.id, name: party.name, note: party.detail, kind: party.kind })
  const findParty = useFind('/parties', asChosen)
  const findLeader = useFind('/parties', asChosen, { role: 'leader', kind: 'seat' })
  const phrases = useResource<{ items: z.infer<typeof Phrase>[] }>('/phrases', { enabled: givesWork.includes(act) })
  const errorOf = (path: string) => errors.find(error => error.path === path)?.message
  const direction = act === 'direct' || act === 'propose'
  return (
    <div className="form">
      {direction && document.mayActFor.length > 0 && act === 'direct' && (
        <SelectField
          label={words.behalf}
          optional
          value={value.behalf || 'none'}
          choices={[
            { value: 'none', label: words.behalfNone },
            ...document.mayActFor.map(one => ({ value: one.seatId, label: `${one.name}, ${one.title}` })),
          ]}
          onChange={behalf => change({ behalf: behalf === 'none' ? '' : behalf })}
        />
      )}
      {(act === 'propose' || act === 'send-up') && (
        <Combobox
          label={words.leader}
          name="leader"
          error={errorOf('leader')}
          optional={act === 'send-up'}
          value={value.leader}
          onChange={leader => change({ leader })}
          find={findLeader}
        />
      )}
      {givesWork.includes(act) && (
        <>
          {act !== 'forward' && (
            <Combobox
              label={words.lead}
              name="lead"
              error={errorOf('lead')}
              value={value.lead}
              onChange={lead => change({ lead })}
              find={findParty}
            />
          )}
          {act !== 'forward' && (
            <DateField
              label={words.due}
              name="due"
              optional
              value={value.dueOn}
              onChange={dueOn => change({ dueOn: dueOn ?? '' })}
            />
          )}
          {act !== 'forward' && (
            <MultiPicker
              label={words.assist}
              optional
              value={value.assist}
              onChange={assist => change({ assist: [...assist] })}
              find={findParty}
            />
          )}
          <MultiPicker
            label={words.inform}
            name="inform"
            error={errorOf('inform')}
            optional={act !== 'forward'}
            value={value.inform}
            onChange={inform => change({ inform: [...inform] })}
            find={findParty}
          />
        </>
      )}
      {act === 'ask-extension' && (
        <DateField
          label={words.newDue}
          name="due"
          error={errorOf('due')}
          value={value.dueOn}
          onChange={dueOn => change({ dueOn: dueOn ?? '' })}
        />
      )}
      {act !== 'register' && (
        <TextArea
          label={
            act === 'finish'
              ? words.result
              : act === 'comment'
                ? words.opinion
                : wantsText[act] === 'reason'
                  ? words.reason
                  : words.text
          }
          name="text"
          error={errorOf('text')}
          optional={!wantsText[act]}
          value={value.text}
          onChange={text => change({ text })}
        />
      )}
      {givesWork.includes(act) && (
        <Phrases
          label={words.often}
          phrases={(phrases.data?.items ?? []).slice(0, 5).map(one => one.text)}
          onPick={text => change({ text })}
        />
      )}
    </div>
  )
}

function missingIn(act: IncomingAct, form: Form): FormError[] {
  const wanted = words.missing
  const errors: FormError[] = []
  if ((act === 'direct' || act === 'propose' || act === 'assign') && !form.lead)
    errors.push({ path: 'lead', message: wanted.lead })
  if (act === 'propose' && !form.leader) errors.push({ path: 'leader', message: wanted.leader })
  if (act === 'forward' && form.inform.length === 0) errors.push({ path: 'inform', message: wanted.lead })
  if (act === 'ask-extension' && !form.dueOn) errors.push({ path: 'due', message: wanted.due })
  if (wantsText[act] && !form.text.trim())
    errors.push({ path: 'text', message: wantsText[act] === 'reason' ? wanted.reason : wanted.text })
  return errors
}

function requestOf(act: IncomingAct, draft: ReturnType<typeof useDraft<Form>>, document: IncomingDocument): unknown {
  const form = draft.value
  const text = form.text.trim() ? { text: form.text.trim() } : {}
  const target = (one: Chosen, role: string) => ({
    role,
    [one.kind === 'seat' ? 'seatId' : 'unitId']: one.id,
    ...(form.dueOn && role !== 'inform' ? { dueOn: form.dueOn } : {}),
  })
  const targets = [
    ...(form.lead ? [target(form.lead, 'lead')] : []),
    ...form.assist.map(one => target(one, 'assist')),
    ...form.inform.map(one => target(one, 'inform')),
  ]
  const mine = document.assignments.find(one => one.mine && (one.state === 'open' || one.state === 'in-progress'))
  switch (act) {
    case 'direct':
      return { targets, ...text, ...(form.behalf ? { onBehalfOf: form.behalf } : {}) }
    case 'propose':
      return { targets, ...text, leaderSeatId: form.leader!.id }
    case 'assign':
      return { targets, ...text, ...(mine ? { assignmentId: mine.id } : {}) }
    case 'forward':
      return { targets, ...text }
    case 'send-up':
      return { ...text, ...(form.leader ? { leaderSeatId: form.leader.id } : {}) }
    case 'finish':
      return { result: form.text.trim(), ...(mine ? { assignmentId: mine.id } : {}) }
    case 'return':
      return { reason: form.text.trim(), ...(mine ? { assignmentId: mine.id } : {}) }
    case 'set-aside':
    case 'refuse':
      return { reason: form.text.trim() }
    case 'comment':
      return { commentId: draft.id, ...text }
    case 'urge':
      return {
        assignmentIds: document.assignments
          .filter(one => one.state === 'open' || one.state === 'in-progress')
          .map(one => one.id),
        ...text,
      }
    case 'ask-extension':
      return { extensionId: draft.id, assignmentId: mine?.id, dueOn: form.dueOn, reason: form.text.trim() }
    default:
      return {}
  }
}
