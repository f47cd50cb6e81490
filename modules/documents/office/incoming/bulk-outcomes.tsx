import IconAlertTriangle from '@tabler/icons-react/icons/IconAlertTriangle'
import IconCircleCheck from '@tabler/icons-react/icons/IconCircleCheck'
import type { IncomingRow } from '#modules/documents/contract.ts'
import type { BulkOutcome } from '#platform/ui/data/use-bulk.ts'
import { Icon } from '#platform/ui/icons/icon.tsx'
import { listMessages } from './list-messages.vi.ts'

const words = listMessages.bulk

/** What became of each document: what could not be done stands first, with the reason. */
export function BulkOutcomes({ rows, outcomes }: { rows: readonly IncomingRow[]; outcomes: readonly BulkOutcome[] }) {
  const known = rows.flatMap(row => {
    const outcome = outcomes.find(one => one.id === row.id)
    return outcome ? [{ row, problem: outcome.problem }] : []
  })
  const inOrder = [...known.filter(one => one.problem), ...known.filter(one => !one.problem)]
  return (
    <ul className="incoming-list-outcomes" aria-label={words.outcomeTitle}>
      {inOrder.map(({ row, problem }) => (
        <li key={row.id}>
          <span className={problem ? 'text-red' : 'text-green'}>
            <Icon of={problem ? IconAlertTriangle : IconCircleCheck} small />
            <span className="visually-hidden">{problem ? words.failed : words.succeeded}: </span>
          </span>
          <span>
            {row.subject}
            {problem && (
              <span className="meta">
                {' '}
                {problem.title} {problem.detail}
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}
