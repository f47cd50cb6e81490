import IconMenu2 from '@tabler/icons-react/icons/IconMenu2'
import { Icon } from '#platform/ui/icons/icon.tsx'
import { SeatLink } from '#platform/ui/screens/seat-link.tsx'
import { officeMessages } from '../messages.vi.ts'
import { type MenuItem, phoneItemsOf } from './menu-entries.ts'

type BottomBarProps = {
  menu: readonly MenuItem[]
  counts: Readonly<Record<string, number>>
  current: MenuItem | undefined
  onMore: () => void
}

/** On a phone: the three words that are needed every hour, and "Thêm" for the rest. */
export function BottomBar({ menu, counts, current, onMore }: BottomBarProps) {
  const items = phoneItemsOf(menu)
  return (
    <nav className="bottom-bar" aria-label={officeMessages.menu.label}>
      {items.map(item => {
        const count = item.counter ? counts[item.counter] : undefined
        return (
          <SeatLink key={item.path} to={item.path} aria-current={item === current ? 'page' : undefined}>
            <span className="bottom-bar-sign">
              <Icon of={item.icon} /> {count ? <b>{count > 99 ? '99+' : count}</b> : null}
            </span>
            <span>{item.phone?.label}</span>
          </SeatLink>
        )
      })}
      <button type="button" onClick={onMore}>
        <Icon of={IconMenu2} />
        <span>{officeMessages.menu.more}</span>
      </button>
    </nav>
  )
}
