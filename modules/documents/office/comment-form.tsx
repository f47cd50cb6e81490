import { useState } from 'react'
import { Button } from '#platform/ui/actions/button.tsx'
import { useDraft } from '#platform/ui/data/use-draft.ts'
import { useSend } from '#platform/ui/data/use-send.ts'
import { ProblemNote } from '#platform/ui/feedback/error-state.tsx'
import { TextArea } from '#platform/ui/forms/text-field.tsx'
import { actIconOf } from '#platform/ui/states/act-icons.ts'
import { actLabels } from '#platform/ui/text/act-labels.ts'

type CommentFormProps = {
  direction: 'incoming' | 'outgoing'
  documentId: string
  words: { readonly write: string; readonly send: string; readonly sending: string; readonly missing: string }
}

/** A word on a document: a button until one wants to write; what was begun stands open again after a reload. */
export function CommentForm({ direction, documentId, words }: CommentFormProps) {
  const draft = useDraft(`${direction}-comment:${documentId}`, { text: '' })
  const [open, setOpen] = useState(draft.restored)
  const [tried, setTried] = useState(false)
  const write = useSend({ title: words.sending, changes: [`/documents/${direction}`] })
  const missing = draft.value.text.trim() === ''

  async function send() {
    setTried(true)
    if (missing) return
    const body = { commentId: draft.id, text: draft.value.text.trim() }
    if (!(await write.send(`/documents/${direction}/${documentId}/comment`, body))) return
    draft.clear()
    setTried(false)
    setOpen(false)
  }
  if (!open)
    return (
      <Button small look="plain" icon={actIconOf('comment')} onClick={() => setOpen(true)}>
        {words.write}
      </Button>
    )
  return (
    <div className={`form ${direction}-reader-write`}>
      <TextArea
        label={words.write}
        rows={2}
        maxLength={2000}
        value={draft.value.text}
        error={tried && missing ? words.missing : undefined}
        onChange={text => draft.change({ text })}
      />
      {write.problem && <ProblemNote problem={write.problem} onAgain={write.again} />}
      <div className="row">
        <Button small busy={write.sending} onClick={send}>
          {words.send}
        </Button>
        <Button small look="plain" onClick={() => setOpen(false)}>
          {actLabels.close}
        </Button>
      </div>
    </div>
  )
}
