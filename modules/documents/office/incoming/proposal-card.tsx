import type { IncomingDocument } from '#modules/documents/contract.ts'
import { formatMoment } from '#platform/ui/text/format.ts'
import { readerMessages } from './reader-messages.vi.ts'

const words = readerMessages.proposal

/** What the head of office proposes, whole: it is confirmed with one press, so all of it must be seen. */
export function ProposalCard({ proposal }: { proposal: NonNullable<IncomingDocument['proposal']> }) {
  const roles: Readonly<Record<string, string | undefined>> = readerMessages.roles
  return (
    <section className="card incoming-reader-proposal" aria-label={words.title(proposal.byName)}>
      <div className="title-line">
        <h2>{words.title(proposal.byName)}</h2>
        <span className="meta">{formatMoment(proposal.at)}</span>
      </div>
      {proposal.text && <p className="incoming-reader-said">{proposal.text}</p>}
      <ul className="plain-list">
        {proposal.targets.map(one => {
          const due = one.dueOn ?? (one.role === 'inform' ? null : proposal.dueOn)
          return (
            <li key={`${one.role} ${one.seatId ?? one.unitId}`}>
              <b>{one.name}</b>{' '}
              <span className="secondary">
                {[roles[one.role] ?? one.role, due && words.due(due)].filter(Boolean).join(', ')}
              </span>
              {one.text && <p className="incoming-reader-said">{one.text}</p>}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
