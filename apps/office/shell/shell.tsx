import IconBell from '@tabler/icons-react/icons/IconBell'
import IconMenu2 from '@tabler/icons-react/icons/IconMenu2'
import IconSearch from '@tabler/icons-react/icons/IconSearch'
import { type ReactNode, useCallback, useRef, useState, useSyncExternalStore } from 'react'
import type { z } from '#lib/schemas/index.ts'
import type { OwnAgency } from '#modules/agencies/contract.ts'
import { Button } from '#platform/ui/actions/button.tsx'
import { useSeat, useSession } from '#platform/ui/data/session.ts'
import { useResource } from '#platform/ui/data/use-resource.ts'
import { Drawer } from '#platform/ui/feedback/drawer.tsx'
import { HelpProvider } from '#platform/ui/feedback/help.tsx'
import { LinkStrips, LinkWord } from '#platform/ui/feedback/link-strips.tsx'
import { ToastProvider } from '#platform/ui/feedback/toast.tsx'
import { Icon } from '#platform/ui/icons/icon.tsx'
import { SeatLink } from '#platform/ui/screens/seat-link.tsx'
import { useGo } from '#platform/ui/screens/use-address.ts'
import { formatMoment } from '#platform/ui/text/format.ts'
import { kitMessages } from '#platform/ui/text/messages.vi.ts'
import { officeMessages } from '../messages.vi.ts'
import { singleKeys } from '../preferences.ts'
import { BottomBar } from './bottom-bar.tsx'
import { BrandWords } from './brand.tsx'
import { keyHints, useShellKeys } from './keyboard.ts'
import { currentItem, hasScreen, menuOf } from './menu-entries.ts'
import { MenuList } from './menu-list.tsx'
import { PersonMenu, PersonMenuItems } from './person-menu.tsx'
import { SearchBox } from './search-box.tsx'
import { useArrival } from './use-arrival.ts'
import { useCounts } from './use-counts.ts'
import { useTopHeight } from './use-top-height.ts'

type ShellProps = { layout: 'page' | 'wide'; pathBelowSeat: string; children: ReactNode }

/** The frame around every screen: top bar, side menu, on a phone the bottom bar; strips for the line and the demo. */
export function Shell(props: ShellProps) {
  const singles = useSyncExternalStore(singleKeys.subscribe, singleKeys.get)
  const agency = useResource<Pick<z.infer<typeof OwnAgency>, 'supportName' | 'supportPhone'>>('/agency')
  const { supportName: name, supportPhone: phone = null } = agency.data ?? {}
  return (
    <ToastProvider>
      <HelpProvider keys={keyHints} singleKeys={singles} support={name ? { name, phone } : undefined}>
        <Frame {...props} />
      </HelpProvider>
    </ToastProvider>
  )
}

function Frame({ layout, pathBelowSeat, children }: ShellProps) {
  const seat = useSeat()
  const { demonstration, person } = useSession()
  const go = useGo()
  const menu = menuOf(seat.role)
  const searches = hasScreen('search', seat.role)
  const counts = useCounts()
  const current = currentItem(menu, pathBelowSeat)
  const [menuOpen, setMenuOpen] = useState(false)
  const search = useRef<HTMLInputElement>(null)
  const main = useRef<HTMLElement>(null)
  const { app, top } = useTopHeight()
  const [printedAt] = useState(() => new Date())

  const openMenuItem = useCallback(
    (index: number) => {
      const item = menuOf(seat.role)[index]
      if (item) void go(item.path)
    },
    [seat.role, go],
  )
  useShellKeys({ search, openMenuItem })
  useArrival(main)

  const list = <MenuList menu={menu} counts={counts} current={current} onChoose={() => setMenuOpen(false)} />
  return (
    <div className={layout === 'wide' ? 'app app-wide' : 'app'} ref={app}>
      <a className="skip-link" href="#content">
        {officeMessages.skip}
      </a>
      <header className="app-top" ref={top}>
        {demonstration && <p className="strip strip-demo">{officeMessages.demoBanner}</p>}
        <div className="top-bar">
          {layout === 'wide' && (
            <Button small look="plain" icon={IconMenu2} className="menu-button" onClick={() => setMenuOpen(true)}>
              {officeMessages.menu.open}
            </Button>
          )}
          <SeatLink className="brand" to="">
            <BrandWords subtitle={seat.agencyName} />
          </SeatLink>
          {searches && <SearchBox input={search} />}
          <div className="top-bar-end">
            <LinkWord />
            <NoticesLink />
            <PersonMenu />
          </div>
        </div>
        <LinkStrips />
      </header>
      {layout === 'page' && list}
      <main className="app-main" id="content" tabIndex={-1} ref={main}>
        {children}
        <p className="print-only">{kitMessages.printedBy(seat.agencyName, person.fullName, formatMoment(printedAt))}</p>
      </main>
      <BottomBar menu={menu} counts={counts} current={current} onMore={() => setMenuOpen(true)} />
      <Drawer open={menuOpen} onClose={() => setMenuOpen(false)} title={officeMessages.menu.open} side="start">
        <div className="menu-drawer">{list}</div>
        <nav className="drawer-person menu-items-flat" aria-label={officeMessages.menu.account}>
          {searches && (
            <SeatLink to="search">
              <Icon of={IconSearch} />
              {officeMessages.menu.search}
            </SeatLink>
          )}
          <PersonMenuItems />
        </nav>
      </Drawer>
    </div>
  )
}

function NoticesLink() {
  const unread = useResource<{ items: readonly unknown[] }>('/notices', {
    query: { unread: true, limit: 10 },
    live: [''],
  })
  const count = unread.data?.items.length ?? 0
  return (
    <SeatLink className="top-item" to="notices">
      <Icon of={IconBell} />
      <span className="link-word-always">{officeMessages.menu.notices}</span>
      {count > 0 && (
        <span className="count">
          <span aria-hidden="true">{count > 9 ? '9+' : count}</span>
          <span className="visually-hidden">, {officeMessages.menu.noticesNew(count)}</span>
        </span>
      )}
    </SeatLink>
  )
}
