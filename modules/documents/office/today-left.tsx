import type { Today } from '#modules/documents/contract.ts'
import { LinkButton } from '#platform/ui/actions/button.tsx'
import { Section } from '#platform/ui/layout/page.tsx'
import { actIconOf } from '#platform/ui/states/act-icons.ts'
import { actLabels } from '#platform/ui/text/act-labels.ts'
import { formatDay, spokenTitle } from '#platform/ui/text/format.ts'
import { todayMessages } from './today-messages.vi.ts'

const words = todayMessages.left

/** Seats that ended with work open: nobody does it until it is handed over. */
export function WorkLeft({ left }: { left: Today['left'] }) {
  return (
    <div className="today-group">
      <Section title={words.title} count={left.length} late>
        <ul className="log" aria-label={words.title}>
          {left.map(({ seatId, name, title, endedOn, count }) => (
            <li key={seatId}>
              <div className="grow">
                <b>{name}</b>, {spokenTitle(title)}
                <p className="small">{words.count(count)}</p>
                <p className="meta">{words.since(formatDay(endedOn))}</p>
              </div>
              <LinkButton small icon={actIconOf('hand-over')} to={`hand-over/${seatId}`}>
                {actLabels['hand-over']}
                <span className="visually-hidden">: {name}</span>
              </LinkButton>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  )
}
