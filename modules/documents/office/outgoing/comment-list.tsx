import type { OutgoingDocument } from '#modules/documents/contract.ts'
import { useSend } from '#platform/ui/data/use-send.ts'
import { ProblemNote } from '#platform/ui/feedback/error-state.tsx'
import { actLabels } from '#platform/ui/text/act-labels.ts'
import { formatMoment } from '#platform/ui/text/format.ts'
import { CommentForm } from '../comment-form.tsx'
import { readerMessages } from './reader-messages.vi.ts'

const words = readerMessages.comments

/** What was said about the draft; an open remark has an amber edge and the button that settles it. */
export function CommentList({ document }: { document: OutgoingDocument }) {
  const { comments, allowed } = document
  const open = comments.filter(comment => comment.resolvedAt === null).length
  const mayWrite = allowed.includes('comment')
  const resolve = useSend({ title: words.sending, changes: ['/documents/outgoing'] })
  if (comments.length === 0 && !mayWrite) return null
  return (
    <section className="block" aria-label={words.title}>
      <div className="title-line">
        <h2>{words.title}</h2>
        {comments.length > 0 && <span className="meta">{open > 0 ? words.open(open) : words.settled}</span>}
      </div>
      {comments.map(comment => (
        <div key={comment.id} className={comment.resolvedAt ? 'comment comment-settled' : 'comment'}>
          <p>
            <b>{comment.name}</b>{' '}
            <span className="meta">
              {[
                comment.title,
                formatMoment(comment.at),
                comment.version !== null && words.on(comment.version),
                comment.resolvedAt && words.settledAt(formatMoment(comment.resolvedAt)),
              ]
                .filter(Boolean)
                .join(', ')}
            </span>
          </p>
          <p className="outgoing-reader-comment">{comment.text}</p>
          {comment.mayResolve && (
            <button
              type="button"
              className="text-button"
              onClick={() =>
                resolve.send(`/documents/outgoing/${document.id}/resolve-comment`, { commentId: comment.id })
              }
            >
              {actLabels['resolve-comment']}
            </button>
          )}
        </div>
      ))}
      {resolve.problem && <ProblemNote problem={resolve.problem} onAgain={resolve.again} />}
      {mayWrite && <CommentForm direction="outgoing" documentId={document.id} words={words} />}
    </section>
  )
}
