import type { OutgoingDocument } from '#modules/documents/contract.ts'
import type { Problem } from '#platform/ui/data/problem.ts'
import { ConfirmDialog } from '#platform/ui/feedback/confirm-dialog.tsx'
import { actIconOf } from '#platform/ui/states/act-icons.ts'
import { actLabels } from '#platform/ui/text/act-labels.ts'
import { readerMessages } from './reader-messages.vi.ts'

const words = readerMessages.dispatch

type DispatchDialogProps = {
  document: OutgoingDocument
  busy: boolean
  problem: Problem | undefined
  onDispatch: () => void
  onClose: () => void
}

/** The question before a document leaves: where to, by which ways, and what is still to be carried. */
export function DispatchDialog({ document, busy, problem, onDispatch, onClose }: DispatchDialogProps) {
  const { recipients } = document
  const inside = recipients.filter(one => one.kind === 'unit' || one.kind === 'seat')
  const bySystem = recipients.filter(one => one.carrier === 'system' && !inside.includes(one))
  const byHand = recipients.filter(one => one.carrier !== 'system' && !inside.includes(one))
  const count = (list: readonly unknown[]) => (list.length > 0 ? words.places(list.length) : '')
  return (
    <ConfirmDialog
      open
      title={words.title(document.notation ?? '', recipients.length)}
      facts={[
        [words.document, `${document.typeName}: ${document.subject}`],
        [words.system, count(bySystem)],
        [words.inside, count(inside)],
        [words.byHand, count(byHand)],
      ]}
      consequence={[words.signatures[document.signature], words.consequence].filter(Boolean).join(' ')}
      confirm={actLabels.dispatch}
      icon={actIconOf('dispatch')}
      busy={busy}
      problem={problem}
      onConfirm={onDispatch}
      onCancel={onClose}
    >
      {recipients.length === 0 && <p>{words.none}</p>}
    </ConfirmDialog>
  )
}
