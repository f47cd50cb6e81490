import { lazy, type ReactNode, Suspense, useState } from 'react'
import type { OutgoingDocument } from '#modules/documents/contract.ts'
import { useSeat } from '#platform/ui/data/session.ts'
import { useDraft } from '#platform/ui/data/use-draft.ts'
import { useSend } from '#platform/ui/data/use-send.ts'
import { ConfirmDialog } from '#platform/ui/feedback/confirm-dialog.tsx'
import { ConflictNotice } from '#platform/ui/feedback/conflict-notice.tsx'
import { ProblemNote } from '#platform/ui/feedback/error-state.tsx'
import { Loading } from '#platform/ui/feedback/loading.tsx'
import { useToast } from '#platform/ui/feedback/toast.tsx'
import { SelectField } from '#platform/ui/forms/select-field.tsx'
import { TextArea } from '#platform/ui/forms/text-field.tsx'
import { useShowPart } from '#platform/ui/layout/reader.tsx'
import { actIconOf } from '#platform/ui/states/act-icons.ts'
import { actLabels } from '#platform/ui/text/act-labels.ts'
import { ActsFoot } from './acts-foot.tsx'
import { DispatchDialog } from './dispatch-dialog.tsx'
import { NumberDialog } from './number-dialog.tsx'
import { readerMessages } from './reader-messages.vi.ts'
import { reviewersOf, type SubmitValue } from './submit-value.ts'

// Whom to ask is picked from a list: who only reads pays for none of it.
const SubmitForm = lazy(async () => ({ default: (await import('./submit-form.tsx')).SubmitForm }))
const words = readerMessages.acts

/** An act that asks for something first: in the panel, or (what cannot be undone) in a dialog. */
export type OpenedAct =
  | 'submit'
  | 'return'
  | 'take-back'
  | 'number'
  | 'dispatch'
  | 'dispatch-again'
  | 'recall'
  | 'cancel'
const inDialog: readonly OpenedAct[] = ['number', 'dispatch', 'dispatch-again', 'recall', 'cancel']

type OutgoingActsProps = {
  document: OutgoingDocument
  onReload: () => void
  children: (form: ReactNode, foot: ReactNode) => ReactNode
}

/** The acts that the server allows now, each with what it needs; what is typed for one stays until the server has it. */
export function OutgoingActs({ document, onReload, children }: OutgoingActsProps) {
  const { id, allowed, state } = document
  const seat = useSeat()
  const draft = useDraft<SubmitValue & { reason: string; orderedBy: string }>(`outgoing-act:${id}`, initial)
  const { value, change } = draft
  const [opened, setOpened] = useState<OpenedAct>()
  const [tried, setTried] = useState(false)
  const sender = useSend<OutgoingDocument>({ title: words.sending(document.subject), changes: ['/documents'] })
  const toast = useToast()
  const show = useShowPart()
  const asked = document.reviews.filter(review => review.state === 'asked')
  const mine = asked.find(review => review.seatId === seat.id) ?? asked[0]
  const answers = allowed.includes('review') || allowed.includes('approve')
  const noReason = value.reason.trim() === ''
  const orderedBy = value.orderedBy || (document.recallOrders.find(one => one.seatId === seat.id)?.seatId ?? '')
  const reasonFault = tried && noReason ? words.reasonMissing : undefined

  async function run(
    act: string,
    body: object,
    said: string | ((answer: OutgoingDocument) => string),
    undo?: () => unknown,
  ) {
    const sent = await sender.send(`/documents/outgoing/${id}/${act}`, body)
    // What was refused stands over the form.
    if (!sent) return void show('act')
    draft.clear()
    setOpened(undefined)
    setTried(false)
    const text = typeof said === 'string' ? said : said(sent.value)
    toast({ text, ...(undo ? { undo } : {}) })
  }
  const withText = (text: string) => (text.trim() ? { text } : {})
  const withReason = (act: string, body: object, said: string) => {
    setTried(true)
    if (noReason) show('act')
    else void run(act, body, said)
  }
  // Nobody sends on, agrees to or approves what is not before him.
  const seen = { revision: document.revision }
  const takeBack = () => sender.send(`/documents/outgoing/${id}/take-back`, {})

  const doNow: Readonly<Record<string, () => void>> = {
    submit: () =>
      void run(
        'submit',
        { ...seen, reviewers: reviewersOf(value), ...withText(value.text) },
        words.done.submit,
        takeBack,
      ),
    agree: () => void run('review', { ...seen, result: 'agreed', ...withText(value.reason) }, words.done.agreed),
    approve: () => void run('approve', { ...seen, ...withText(value.reason) }, words.done.approve),
    return: () =>
      allowed.includes('review')
        ? withReason('review', { ...seen, result: 'returned', text: value.reason }, words.done.returned)
        : withReason('return', { reason: value.reason }, words.done.returned),
    'take-back': () => void run('take-back', noReason ? {} : { reason: value.reason }, words.done['take-back']),
    release: () => void run('release', {}, words.done.release),
    dispatch: () => void run('dispatch', {}, words.done.dispatch),
    'dispatch-again': () => void run('dispatch-again', {}, words.done['dispatch-again']),
    recall: () => {
      setTried(true)
      if (orderedBy) withReason('recall', { reason: value.reason, orderedBySeatId: orderedBy }, words.done.recall)
    },
    cancel: () => withReason('cancel', { reason: value.reason }, words.done.cancel),
  }

  function open(act: OpenedAct) {
    sender.clearProblem()
    setTried(false)
    // A draft that lies before others comes back at once; what was dispatched may need a word.
    if (act === 'take-back' && state !== 'dispatched') doNow['take-back']?.()
    else {
      if (!inDialog.includes(act)) show('act')
      setOpened(act)
    }
  }
  function close() {
    setOpened(undefined)
    setTried(false)
  }

  const { problem } = sender
  const showsDialog = opened !== undefined && inDialog.includes(opened)
  const inSight = opened === undefined || opened === 'submit' || allowed.includes(opened)
  const form = (
    <>
      {problem &&
        !showsDialog &&
        (problem.status === 409 ? (
          <ConflictNotice
            problem={problem}
            onReload={() => {
              sender.clearProblem()
              close()
              onReload()
            }}
          />
        ) : (
          <ProblemNote problem={problem} onAgain={sender.again} />
        ))}
      {opened === 'submit' && (
        <Suspense fallback={<Loading rows={2} onReload={() => window.location.reload()} />}>
          <SubmitForm document={document} value={value} onChange={change} />
        </Suspense>
      )}
      {(answers || opened === 'return' || opened === 'take-back') && opened !== 'submit' && inSight && (
        <div className="block">
          <TextArea
            label={fieldLabel(opened, answers, allowed.includes('approve'))}
            hint={opened === 'return' ? words.reasonHint : answers ? words.reasonToReturn : undefined}
            optional={opened !== 'return'}
            name="act-reason"
            rows={2}
            maxLength={opened === 'take-back' ? 500 : 2000}
            value={value.reason}
            error={reasonFault}
            onChange={reason => change({ reason })}
          />
        </div>
      )}
      {opened === 'number' && (
        <NumberDialog
          document={document}
          busy={sender.sending}
          problem={problem}
          onNumber={issuedOn =>
            void run('number', { issuedOn }, answer => words.numbered(answer.notation ?? String(answer.number)))
          }
          onClose={close}
        />
      )}
      {opened === 'dispatch' && (
        <DispatchDialog
          document={document}
          busy={sender.sending}
          problem={problem}
          onDispatch={() => doNow.dispatch?.()}
          onClose={close}
        />
      )}
      {opened === 'dispatch-again' && (
        <ConfirmDialog
          open
          title={readerMessages.dispatchAgain.title(document.notation ?? '')}
          consequence={readerMessages.dispatchAgain.consequence(namesGivenBack(document))}
          confirm={actLabels['dispatch-again']}
          icon={actIconOf('dispatch-again')}
          busy={sender.sending}
          problem={problem}
          onConfirm={() => doNow['dispatch-again']?.()}
          onCancel={close}
        />
      )}
      {(opened === 'recall' || opened === 'cancel') && (
        <ConfirmDialog
          open
          danger
          {...questionOf(opened, document)}
          confirm={actLabels[opened]}
          icon={actIconOf(opened)}
          busy={sender.sending}
          problem={problem}
          onConfirm={() => doNow[opened]?.()}
          onCancel={close}
        >
          {opened === 'recall' && (
            <SelectField
              label={readerMessages.recall.orderedBy}
              hint={readerMessages.recall.orderedByHint}
              name="recall-ordered-by"
              value={orderedBy}
              placeholder={orderedBy ? undefined : readerMessages.recall.choose}
              choices={document.recallOrders.map(one => ({ value: one.seatId, label: `${one.name}, ${one.title}` }))}
              error={tried && !orderedBy ? readerMessages.recall.missing : undefined}
              onChange={chosen => change({ orderedBy: chosen })}
            />
          )}
          <TextArea
            label={words.reason}
            name="dialog-reason"
            rows={2}
            maxLength={500}
            value={value.reason}
            error={reasonFault}
            onChange={reason => change({ reason })}
          />
        </ConfirmDialog>
      )}
    </>
  )
  const foot = (
    <ActsFoot
      document={document}
      opened={showsDialog || !inSight ? undefined : opened}
      reviewKind={mine?.kind ?? 'opinion'}
      busy={sender.sending}
      onOpen={open}
      onClose={close}
      onDo={act => doNow[act]?.()}
    />
  )
  return children(form, foot)
}

const initial = { reviewers: [], together: false, text: '', reason: '', orderedBy: '' }

function fieldLabel(opened: OpenedAct | undefined, answers: boolean, approves: boolean): string {
  if (opened === 'take-back') return words.reasonOptional
  if (opened === 'return' || !answers) return words.reason
  return approves ? words.approveText : words.text
}

const namesGivenBack = ({ recipients }: OutgoingDocument): readonly string[] =>
  recipients.filter(one => one.state === 'taken-back').map(one => one.name)

function questionOf(act: 'recall' | 'cancel', { notation }: OutgoingDocument) {
  if (act === 'recall')
    return { title: readerMessages.recall.title(notation ?? ''), consequence: readerMessages.recall.consequence }
  const { draftTitle, draftConsequence, title, consequence } = readerMessages.cancel
  return notation ? { title: title(notation), consequence } : { title: draftTitle, consequence: draftConsequence }
}
