import IconChevronRight from '@tabler/icons-react/icons/IconChevronRight'
import { Icon } from '#platform/ui/icons/icon.tsx'
import type { IconShape } from '#platform/ui/icons/icon-shape.ts'
import { SeatLink } from '#platform/ui/screens/seat-link.tsx'
import { agencyMessages } from './messages.vi.ts'
import './office.css'

export type HubCard = {
  readonly name: keyof typeof agencyMessages.hubs.cards
  readonly to: string
  readonly icon: IconShape
}

/** What can be set up here, each with what it is for and the law it rests on. */
export function Hub({ cards }: { cards: readonly HubCard[] }) {
  return (
    <ul className="agencies-hub">
      {cards.map(({ name, to, icon }) => {
        const [title, purpose, basis] = agencyMessages.hubs.cards[name]
        return (
          <li key={name} className="card">
            <Icon of={icon} />
            <div>
              <SeatLink to={to}>{title}</SeatLink>
              <p>{purpose}</p>
              {basis && (
                <p className="meta">
                  {agencyMessages.basis} {basis}
                </p>
              )}
            </div>
            <Icon of={IconChevronRight} />
          </li>
        )
      })}
    </ul>
  )
}
