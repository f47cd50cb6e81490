import type { IncomingDocument } from '#modules/documents/contract.ts'
import { formatMoment } from '#platform/ui/text/format.ts'
import { CommentForm } from '../comment-form.tsx'
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
      {mayWrite && <CommentForm direction="incoming" documentId={document.id} words={words} />}
    </section>
  )
}
