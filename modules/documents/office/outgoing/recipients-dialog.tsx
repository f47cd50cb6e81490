import { useId, useState } from 'react'
import type { OutgoingDocument } from '#modules/documents/contract.ts'
import { Button } from '#platform/ui/actions/button.tsx'
import { useDraft } from '#platform/ui/data/use-draft.ts'
import { useSend } from '#platform/ui/data/use-send.ts'
import { ConflictNotice } from '#platform/ui/feedback/conflict-notice.tsx'
import { Dialog } from '#platform/ui/feedback/dialog.tsx'
import { ProblemNote } from '#platform/ui/feedback/error-state.tsx'
import { useToast } from '#platform/ui/feedback/toast.tsx'
import { DraftLine } from '#platform/ui/forms/draft-line.tsx'
import { actLabels } from '#platform/ui/text/act-labels.ts'
import { draftMessages } from './draft-messages.vi.ts'
import { MovedNote, refusedAsMoved } from './moved-note.tsx'
import { readerMessages } from './reader-messages.vi.ts'
import { ofView, type RecipientDraft, recipientInput } from './recipient-draft.ts'
import { RecipientsField } from './recipients-field.tsx'

const words = readerMessages.recipients

/** Nơi nhận may be changed until the document is dispatched; the list is frozen then. */
export function RecipientsDialog({ document, onClose }: { document: OutgoingDocument; onClose: () => void }) {
  const id = useId()
  const [initial] = useState(() => recipientsOf(document))
  const draft = useDraft(`outgoing-recipients:${document.id}`, initial)
  const save = useSend({ title: words.changeTitle, changes: ['/documents'] })
  const toast = useToast()

  const { recipients, basedOn } = draft.value

  async function send() {
    const body = { revision: basedOn, recipients: recipients.map(recipientInput) }
    const sent = await save.send(`/documents/outgoing/${document.id}/recipients`, body)
    if (!sent) return
    draft.clear()
    toast({ text: words.saved })
    onClose()
  }
  const moved = refusedAsMoved(document, basedOn, save.problem)
  const movedNote = (
    <MovedNote
      document={document}
      basedOn={basedOn}
      refused={moved}
      onGoOn={revision => {
        save.clearProblem()
        draft.change({ basedOn: revision })
      }}
      onTake={by => {
        const given = draft.value
        save.clearProblem()
        draft.change(recipientsOf(document))
        toast({ text: draftMessages.tookMoved(by), undo: () => draft.change(given) })
      }}
    >
      <div>{words.now(document.recipients.map(one => one.name))}</div>
    </MovedNote>
  )
  return (
    <Dialog open onClose={onClose} labelledBy={id} className="dialog dialog-wide">
      <div className="title-line">
        <h2 id={id}>{words.changeTitle}</h2>
        <DraftLine draft={draft} />
      </div>
      {!moved && movedNote}
      <RecipientsField value={recipients} onChange={changed => draft.change({ recipients: changed })} />
      {(moved && movedNote) ||
        (save.problem &&
          (save.problem.status === 409 ? (
            <ConflictNotice problem={save.problem} onReload={onClose} />
          ) : (
            <ProblemNote problem={save.problem} onAgain={save.again} />
          )))}
      <div className="dialog-actions">
        <Button look="primary" busy={save.sending} data-key="primary" onClick={send}>
          {words.save}
        </Button>
        <Button onClick={onClose}>{actLabels['leave-form']}</Button>
      </div>
    </Dialog>
  )
}

const recipientsOf = (
  document: OutgoingDocument,
): { readonly recipients: readonly RecipientDraft[]; readonly basedOn: number } => ({
  recipients: document.recipients.map(ofView),
  basedOn: document.revision,
})
