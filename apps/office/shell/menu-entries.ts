import type { SeatRole } from '#lib/roles/index.ts'
import { type MenuEntry, mayOpen } from '#platform/ui/screens/screen.ts'
import { officeModules } from '../modules.ts'

export type MenuItem = MenuEntry & { readonly path: string }

const groups: readonly MenuEntry['group'][] = ['work', 'lookup', 'administration']

/** The menu of a role, in the order of the paper office. */
export function menuOf(role: SeatRole): readonly MenuItem[] {
  return officeModules
    .flatMap(module => module.screens)
    .filter(screen => mayOpen(screen, role))
    .flatMap(screen => (screen.menu ? [{ ...screen.menu, path: screen.path }] : []))
    .sort((one, other) => groups.indexOf(one.group) - groups.indexOf(other.group) || one.order - other.order)
}

/** Whether a role has the screen at this path; the shell's own search leads to a module's screen. */
export const hasScreen = (path: string, role: SeatRole): boolean =>
  officeModules.some(module => module.screens.some(screen => screen.path === path && mayOpen(screen, role)))

/** The three words of the phone's bottom bar. */
export const phoneItemsOf = (menu: readonly MenuItem[]): readonly MenuItem[] =>
  menu
    .filter(item => item.phone)
    .sort((one, other) => (one.phone?.order ?? 0) - (other.phone?.order ?? 0))
    .slice(0, 3)

/** The entry that an address belongs to: the longest path that it begins with. */
export function currentItem(menu: readonly MenuItem[], pathBelowSeat: string): MenuItem | undefined {
  return menu
    .filter(item => pathBelowSeat === item.path || pathBelowSeat.startsWith(`${item.path}/`))
    .sort((one, other) => other.path.length - one.path.length)[0]
}
