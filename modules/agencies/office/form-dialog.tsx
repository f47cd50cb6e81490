import { type ReactNode, useId } from 'react'
import { Button } from '#platform/ui/actions/button.tsx'
import type { Draft } from '#platform/ui/data/use-draft.ts'
import type { Sender } from '#platform/ui/data/use-send.ts'
import { ConflictNotice } from '#platform/ui/feedback/conflict-notice.tsx'
import { Dialog } from '#platform/ui/feedback/dialog.tsx'
import { ProblemNote } from '#platform/ui/feedback/error-state.tsx'
import { DraftLine } from '#platform/ui/forms/draft-line.tsx'
import { ErrorSummary, type FormError } from '#platform/ui/forms/error-summary.tsx'
import { actLabels } from '#platform/ui/text/act-labels.ts'
import { agencyMessages } from './messages.vi.ts'

type FormDialogProps = {
  title: string
  draft: Pick<Draft<object>, 'savedAt' | 'restored' | 'notKept' | 'discard'>
  faults: readonly FormError[]
  sender: Sender<unknown>
  saveLabel?: string | undefined
  danger?: boolean
  wide?: boolean
  onSave: () => void
  onClose: () => void
  children: ReactNode
}

/** A short form over its list: what is missing is named, what was typed stays, a refusal says what to do. */
export function FormDialog(props: FormDialogProps) {
  const { title, draft, faults, sender, saveLabel, danger = false, wide = false, onSave, onClose, children } = props
  const id = useId()
  const { problem } = sender
  return (
    <Dialog open onClose={onClose} labelledBy={id} className={wide ? 'dialog dialog-wide' : 'dialog'}>
      <div className="form">
        <div className="title-line">
          <h2 id={id}>{title}</h2>
          <DraftLine draft={draft} />
        </div>
        <ErrorSummary errors={faults} />
        {children}
        {problem &&
          (problem.status === 409 ? (
            <ConflictNotice problem={problem} onReload={sender.clearProblem} />
          ) : (
            <ProblemNote problem={problem} onAgain={sender.again} />
          ))}
      </div>
      <div className="dialog-actions">
        <Button look={danger ? 'danger-solid' : 'primary'} busy={sender.sending} data-key="primary" onClick={onSave}>
          {saveLabel ?? agencyMessages.save}
        </Button>
        <Button onClick={onClose}>{actLabels['leave-form']}</Button>
      </div>
    </Dialog>
  )
}
