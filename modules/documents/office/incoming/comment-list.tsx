import { useState } from 'react'
import type { IncomingDocument } from '#modules/documents/contract.ts'
import { Button } from '#platform/ui/actions/button.tsx'
import { useDraft } from '#platform/ui/data/use-draft.ts'
import { useSend } from '#platform/ui/data/use-send.ts'
import { ProblemNote } from '#platform/ui/feedback/error-state.tsx'
import { TextArea } from '#platform/ui/forms/text-field.tsx'
import { actIconOf } from '#platform/ui/states/act-icons.ts'
import { actLabels } from '#platform/ui/text/act-labels.ts'
import { formatMoment } from '#platform/ui/text/format.ts'
import { readerMessages } from './reader-messages.vi.ts'

const words = readerMessages.comments

/** What was said about the document, and where to say something. */
export function CommentList({ document }: { document: IncomingDocument }) {
  const { comments, allowed } = document
  const mayWrite = allowed.includes('comment')
  if (comments.length === 0 && !mayWrite) return null
  return (
    <section className="incoming-reader-comments" aria-label={words.title}>
      <h2 className="section-title">{words.title}</h2>
      {comments.map(comment => (
        <div key={comment.id} className="comment">
          <p>
            <b>{comment.name}</b>{' '}
            <span className="meta">{[comment.title, formatMoment(comment.at)].filter(Boolean).join(', ')}</span>
          </p>
          <p className="incoming-reader-said">{comment.text}</p>
        </div>
      ))}
      {mayWrite && <CommentForm documentId={document.id} />}
    </section>
  )
}

function CommentForm({ documentId }: { documentId: string }) {
  const draft = useDraft(`incoming-comment:${documentId}`, { text: '' })
  const [open, setOpen] = useState(draft.restored)
  const [tried, setTried] = useState(false)
  const write = useSend({ title: words.sending, changes: ['/documents/incoming'] })
  const missing = draft.value.text.trim() === ''

  async function send() {
    setTried(true)
    if (missing) return
    const body = { commentId: draft.id, text: draft.value.text.trim() }
    if (!(await write.send(`/documents/incoming/${documentId}/comment`, body))) return
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
    <div className="form incoming-reader-write">
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
