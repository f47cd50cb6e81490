import type { z } from '#lib/schemas/index.ts'
import type { ReviewView } from '#modules/documents/contract.ts'
import { Icon } from '#platform/ui/icons/icon.tsx'
import { stateFamilies } from '#platform/ui/states/state-families.ts'
import { formatMoment, initialsOf } from '#platform/ui/text/format.ts'
import { readerMessages } from './reader-messages.vi.ts'

type Review = z.infer<typeof ReviewView>
const words = readerMessages.reviews

/** Who was asked and what he said; content and form are checked apart, each with its name and time (Điều 12). */
export function ReviewList({ reviews }: { reviews: readonly Review[] }) {
  const latest = latestOf(reviews)
  if (latest.length === 0) return null
  const agreed = latest.filter(review => review.state === 'agreed').length
  return (
    <section className="block" aria-label={words.title}>
      <div className="title-line">
        <h2>{words.title}</h2>
        <span className="meta">{words.summary(agreed, latest.length)}</span>
      </div>
      <ul className="people">
        {latest.map(review => (
          <ReviewLine key={review.id} review={review} />
        ))}
      </ul>
    </section>
  )
}

function ReviewLine({ review }: { review: Review }) {
  const look = stateFamilies.review[review.state]
  const word = review.state === 'agreed' ? words.agreed[review.kind] : look.word
  const about = [words.kinds[review.kind], review.onBehalfOfName && words.behalf(review.onBehalfOfName)]
  return (
    <li>
      <span className="avatar avatar-small" aria-hidden="true">
        {initialsOf(review.name)}
      </span>
      <span className="grow outgoing-reader-asked">
        <b>{review.name}</b>
        <span className="meta">{about.filter(Boolean).join(', ')}</span>
      </span>
      <span className={`outgoing-reader-answer text-${look.tone}`}>
        <Icon of={look.icon} small /> {word}
      </span>
      {(review.text || review.answeredAt) && (
        <p className="outgoing-reader-said">
          {review.text} {review.answeredAt && <span className="meta">{formatMoment(review.answeredAt)}</span>}
        </p>
      )}
    </li>
  )
}

/** A draft that came back is asked for anew: of each question to each person the last counts, the earlier are history. */
const latestOf = (reviews: readonly Review[]): readonly Review[] => [
  ...new Map(reviews.map(review => [`${review.kind}:${review.seatId}`, review])).values(),
]
