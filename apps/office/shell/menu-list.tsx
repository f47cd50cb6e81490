import IconPhone from '@tabler/icons-react/icons/IconPhone'
import { useHelpDrawer } from '#platform/ui/feedback/help-context.ts'
import { Icon } from '#platform/ui/icons/icon.tsx'
import { SeatLink } from '#platform/ui/screens/seat-link.tsx'
import { officeMessages } from '../messages.vi.ts'
import type { MenuItem } from './menu-entries.ts'

type MenuListProps = {
  menu: readonly MenuItem[]
  counts: Readonly<Record<string, number>>
  current: MenuItem | undefined
  onChoose?: () => void
}

/** The menu's words with what waits behind each; administration and the support at the foot. */
export function MenuList({ menu, counts, current, onChoose }: MenuListProps) {
  const support = useHelpDrawer()
  const work = menu.filter(item => item.group !== 'administration')
  const administration = menu.filter(item => item.group === 'administration')
  const link = (item: MenuItem) => (
    <SeatLink key={item.path} to={item.path} aria-current={item === current ? 'page' : undefined} onClick={onChoose}>
      <Icon of={item.icon} />
      <span>{item.label}</span>
      <Count count={item.counter ? counts[item.counter] : undefined} />
    </SeatLink>
  )
  return (
    <nav className="side-menu" aria-label={officeMessages.menu.label}>
      {work.map(link)}
      <div className="side-menu-end">
        {administration.map(link)}
        <button
          type="button"
          onClick={() => {
            onChoose?.()
            support?.open()
          }}
        >
          <Icon of={IconPhone} />
          <span>{officeMessages.menu.support}</span>
        </button>
      </div>
    </nav>
  )
}

function Count({ count }: { count: number | undefined }) {
  if (!count) return null
  return (
    <span className="count">
      <span aria-hidden="true">{count > 99 ? '99+' : count}</span>
      <span className="visually-hidden">, {officeMessages.menu.counted(count)}</span>
    </span>
  )
}
