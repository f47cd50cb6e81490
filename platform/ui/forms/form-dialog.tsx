import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { Button } from '../actions/button.tsx'
import type { Draft } from '../data/use-draft.ts'
import type { Sender } from '../data/use-send.ts'
import { ConflictNotice } from '../feedback/conflict-notice.tsx'
import { Dialog } from '../feedback/dialog.tsx'
import { ProblemNote } from '../feedback/error-state.tsx'
import { actLabels } from '../text/act-labels.ts'
import { kitMessages } from '../text/messages.vi.ts'
import { DraftLine } from './draft-line.tsx'
import { ErrorSummary, type FormError } from './error-summary.tsx'

type FormDialogProps = {
  title: string
  draft: Pick<Draft<object>, 'savedAt' | 'restored' | 'notKept' | 'discard'>
  /** What is missing, once saving was tried; each message names its field. */
  faults: readonly FormError[]
  sender: Sender<unknown>
  saveLabel?: string | undefined
  /** Saving ends something. */
  danger?: boolean
  wide?: boolean
  onSave: () => void
  onClose: () => void
  children: ReactNode
}

/**
 * A short form over its list. Enter saves; what is missing is named, with the focus on it; what was typed stays when the
 * server refuses or somebody else was quicker, and also when the dialog is closed. Its buttons are always in sight.
 */
export function FormDialog(props: FormDialogProps) {
  const { title, draft, faults, sender, saveLabel, danger = false, wide = false, onSave, onClose, children } = props
  const id = useId()
  const [attempts, setAttempts] = useState(0)

  function save(event: FormEvent) {
    event.preventDefault()
    if (sender.sending) return
    setAttempts(count => count + 1)
    onSave()
  }
  return (
    <Dialog open onClose={onClose} labelledBy={id} className={wide ? 'dialog dialog-wide' : 'dialog'}>
      <form onSubmit={save} noValidate>
        <div className="form">
          <div className="title-line">
            <h2 id={id}>{title}</h2>
            <DraftLine draft={draft} />
          </div>
          <ErrorSummary errors={faults} attempts={attempts} />
          {children}
        </div>
        <div className="dialog-foot">
          <Refusal sender={sender} onClose={onClose} />
          <div className="dialog-actions">
            <Button type="submit" look={danger ? 'danger-solid' : 'primary'} busy={sender.sending} data-key="primary">
              {saveLabel ?? actLabels.save}
            </Button>
            <Button onClick={onClose}>{actLabels['leave-form']}</Button>
          </div>
        </div>
      </form>
    </Dialog>
  )
}

/** Stands above the buttons, where who pressed one is looking. */
function Refusal({ sender: { problem, again }, onClose }: { sender: Sender<unknown>; onClose: () => void }) {
  if (!problem) return null
  if (problem.status !== 409) return <ProblemNote problem={problem} onAgain={again} />
  // The list behind has been read anew already; the draft is there when the form is opened again.
  return (
    <ConflictNotice problem={problem} onReload={onClose}>
      {/* What was saved already cannot be saved again under its id. */}
      {problem.code !== 'platform.SentDifferently' && <p>{kitMessages.conflict.correct}</p>}
    </ConflictNotice>
  )
}
