import { useId } from 'react'
import type { OutgoingDocument, SearchHit } from '#modules/documents/contract.ts'
import { Button } from '#platform/ui/actions/button.tsx'
import { useDraft } from '#platform/ui/data/use-draft.ts'
import { useFind } from '#platform/ui/data/use-find.ts'
import { useSend } from '#platform/ui/data/use-send.ts'
import { ConflictNotice } from '#platform/ui/feedback/conflict-notice.tsx'
import { Dialog } from '#platform/ui/feedback/dialog.tsx'
import { ProblemNote } from '#platform/ui/feedback/error-state.tsx'
import { useToast } from '#platform/ui/feedback/toast.tsx'
import { Combobox } from '#platform/ui/forms/combobox.tsx'
import type { Option } from '#platform/ui/forms/use-options.ts'
import { actLabels } from '#platform/ui/text/act-labels.ts'
import { readerMessages } from './reader-messages.vi.ts'

const words = readerMessages.tie

const asOption = ({ id, subject, notation, arrivalNumber, issuerName }: SearchHit): Option => ({
  id,
  name: subject,
  note: [arrivalNumber === null ? '' : readerMessages.arrivalNumber(arrivalNumber), notation, issuerName]
    .filter(Boolean)
    .join(' · '),
})
const incoming = { direction: 'incoming' }

/** Which incoming document a draft answers: chosen after it was begun, changed, or taken away again. */
export function TieDialog({ document, onClose }: { document: OutgoingDocument; onClose: () => void }) {
  const id = useId()
  const { inReplyTo } = document
  const draft = useDraft<{ chosen: Option | null }>(`outgoing-tie:${document.id}`, { chosen: null })
  const find = useFind('/documents/search', asOption, incoming)
  const save = useSend<OutgoingDocument>({ title: words.title, changes: ['/documents'] })
  const toast = useToast()
  const { chosen } = draft.value

  async function send(to: string | null, said: string) {
    const sent = await save.send(`/documents/outgoing/${document.id}/tie-to-incoming`, {
      revision: document.revision,
      inReplyTo: to,
    })
    if (!sent) return
    draft.clear()
    toast({ text: said })
    onClose()
  }
  return (
    <Dialog open onClose={onClose} labelledBy={id} className="dialog dialog-wide outgoing-reader-tie">
      <h2 id={id}>{words.title}</h2>
      <p>{inReplyTo ? words.now(inReplyTo.subject) : words.purpose}</p>
      <Combobox<Option>
        label={words.which}
        hint={words.hint}
        name="incoming"
        value={chosen ?? undefined}
        find={find}
        onChange={option => draft.change({ chosen: option ?? null })}
      />
      {save.problem &&
        (save.problem.status === 409 ? (
          <ConflictNotice problem={save.problem} onReload={onClose} />
        ) : (
          <ProblemNote problem={save.problem} onAgain={save.again} />
        ))}
      <div className="dialog-actions">
        <Button
          look="primary"
          busy={save.sending}
          disabled={!chosen}
          data-key="primary"
          onClick={() => chosen && void send(chosen.id, words.tied)}
        >
          {actLabels['tie-to-incoming']}
        </Button>
        {inReplyTo && <Button onClick={() => void send(null, words.untied)}>{words.untie}</Button>}
        <Button onClick={onClose}>{actLabels['leave-form']}</Button>
      </div>
    </Dialog>
  )
}
