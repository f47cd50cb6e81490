import IconAlertTriangle from '@tabler/icons-react/icons/IconAlertTriangle'
import IconCircleCheck from '@tabler/icons-react/icons/IconCircleCheck'
import type { Bulk } from '#platform/ui/data/use-bulk.ts'
import { Meter } from '#platform/ui/feedback/meter.tsx'
import { Icon } from '#platform/ui/icons/icon.tsx'
import { listMessages } from './list-messages.vi.ts'

const words = listMessages.bulk

type BulkOutcomesProps = { rows: readonly { readonly id: string; readonly subject: string }[]; bulk: Bulk }

/** How far one act on many documents is, and what became of each: what could not be done stands first, with the reason. */
export function BulkOutcomes({ rows, bulk: { running, outcomes } }: BulkOutcomesProps) {
  const known = rows.flatMap(row => {
    const outcome = outcomes.find(one => one.id === row.id)
    return outcome ? [{ row, problem: outcome.problem }] : []
  })
  const inOrder = [...known.filter(one => one.problem), ...known.filter(one => !one.problem)]
  const done = known.filter(one => !one.problem).length
  return (
    <>
      <p role="status">{running ? words.sending(outcomes.length, rows.length) : words.outcome(done, rows.length)}</p>
      {running && (
        <Meter value={outcomes.length} of={rows.length} label={words.sending(outcomes.length, rows.length)} />
      )}
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
    </>
  )
}
