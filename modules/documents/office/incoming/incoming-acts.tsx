import { type ReactNode, useState } from 'react'
import type { IncomingAct, IncomingDocument } from '#modules/documents/contract.ts'
import { useSeat } from '#platform/ui/data/session.ts'
import { useSend } from '#platform/ui/data/use-send.ts'
import { ConflictNotice } from '#platform/ui/feedback/conflict-notice.tsx'
import { ProblemNote } from '#platform/ui/feedback/error-state.tsx'
import { useToast } from '#platform/ui/feedback/toast.tsx'
import { DraftLine } from '#platform/ui/forms/draft-line.tsx'
import { ErrorSummary, type FormError } from '#platform/ui/forms/error-summary.tsx'
import { useShowPart } from '#platform/ui/layout/reader.tsx'
import { actLabelOf } from '#platform/ui/text/act-labels.ts'
import { ActForm } from './act-form.tsx'
import { actPlan, needsNoForm, undoOf } from './act-plan.ts'
import { missingIn, requestOf } from './act-request.ts'
import { type ActValue, mustName } from './act-value.ts'
import { ActsFoot } from './acts-foot.tsx'
import type { DueProposal } from './due-proposals.ts'
import { ProposalCard } from './proposal-card.tsx'
import { readerMessages as words } from './reader-messages.vi.ts'
import { SaidToMe, SentToKnow } from './said-to-me.tsx'
import { useActDraft } from './use-act-draft.ts'

type IncomingActsProps = {
  document: IncomingDocument
  deadlines: readonly DueProposal[]
  /** The act for which one came to this screen. */
  asked: string | undefined
  onReload: () => void
  children: (form: ReactNode, foot: ReactNode) => ReactNode
}

/** What the server allows this seat now: one form at a time, its button at the foot. */
export function IncomingActs({ document, deadlines, asked, onReload, children }: IncomingActsProps) {
  const { id } = document
  const seat = useSeat()
  const kept = useActDraft(document)
  const [left, setLeft] = useState(false)
  const [tried, setTried] = useState<IncomingAct>()
  const [uploading, setUploading] = useState(false)
  const sender = useSend<IncomingDocument>({ title: document.subject, changes: ['/documents'] })
  const undoer = useSend({ title: document.subject, changes: ['/documents'] })
  const toast = useToast()
  const show = useShowPart()
  const plan = actPlan(document, seat.role, kept.chosen || (left ? undefined : asked))
  const usual = actPlan(document, seat.role).main
  const { main } = plan
  const namesLeader = document.mayActFor.length > 0 && mustName(document, seat.role)

  function missingFor(act: IncomingAct): FormError[] {
    const missing = needsNoForm(act) ? [] : missingIn(act, kept.valueOf(act), { namesLeader })
    return uploading ? [...missing, { path: 'files', message: words.missing.uploading }] : missing
  }
  // Said once the button was pressed; what has been put right since leaves the list.
  const errors = main && tried === main ? missingFor(main) : []

  async function run(act: IncomingAct) {
    const value = kept.valueOf(act)
    // On a phone the form may be out of sight: nothing is sent that was not seen.
    if (!needsNoForm(act) && !show('act')) return
    setTried(act)
    if (missingFor(act).length > 0) return
    const sent = await sender.send(`/documents/incoming/${id}/${act}`, requestOf(act, value, document))
    if (!sent) return void show('act')
    kept.forget(act)
    setTried(undefined)
    setLeft(true)
    const said: Readonly<Record<string, string | undefined>> = words.done
    const undo = undoOf(act, sent.value)
    toast({ text: said[act] ?? actLabelOf(act) ?? act, ...(undo ? { undo: () => takeBack(act, undo, value) } : {}) })
  }
  async function takeBack(act: IncomingAct, undo: IncomingAct, value: ActValue) {
    if (!(await undoer.send(`/documents/incoming/${id}/${undo}`, {}))) return
    if (!needsNoForm(act)) kept.restore(act, value)
    toast({ text: words.undone(actLabelOf(act) ?? act) })
  }
  function choose(act: IncomingAct | '') {
    setTried(undefined)
    sender.clearProblem()
    setLeft(true)
    if (act !== '' && needsNoForm(act) && act !== 'confirm') return void run(act)
    kept.choose(act)
    show('act')
  }

  const problem = sender.problem ?? undoer.problem
  const form = (
    <>
      <ErrorSummary errors={errors} />
      {problem &&
        (problem.status === 409 ? (
          <ConflictNotice
            problem={problem}
            onReload={() => {
              sender.clearProblem()
              undoer.clearProblem()
              onReload()
            }}
          />
        ) : (
          <ProblemNote problem={problem} onAgain={sender.problem ? sender.again : undoer.again} />
        ))}
      {main && <SaidToMe document={document} />}
      <SentToKnow document={document} />
      {document.proposal && main !== 'propose' && <ProposalCard proposal={document.proposal} />}
      {main && !needsNoForm(main) && main !== 'register' && (
        <section aria-label={actLabelOf(main)}>
          <div className="title-line">
            <h2>{actLabelOf(main)}</h2>
            <DraftLine draft={kept.draft} />
          </div>
          <ActForm
            key={main}
            act={main}
            document={document}
            deadlines={deadlines}
            value={kept.valueOf(main)}
            errors={errors}
            onChange={changes => kept.change(main, changes)}
            onUploading={setUploading}
          />
        </section>
      )}
    </>
  )
  const foot = (
    <ActsFoot
      document={document}
      plan={plan}
      busy={sender.sending}
      onDo={run}
      onChoose={choose}
      onLeave={main && main !== usual ? () => choose('') : undefined}
    />
  )
  return children(form, foot)
}
