import type { ComponentType } from 'react'
import type { Role } from '#lib/roles/index.ts'
import type { IconShape } from '../icons/icon.tsx'

/**
 * A screen of a module, as the shell mounts it. Each module lists its own in `office/screens.tsx`; the shell composes
 * routes and menu from the lists and knows no module's inside.
 */
export type Screen = {
  /** Below `/s/:seat/`, with `$name` for a part that varies: `'documents/incoming/$id'`. */
  readonly path: string
  /** The title of the tab until the screen says a better one (`useTitle`). */
  readonly title: string
  /** Fetched when the screen is opened: its code is no part of the first load. */
  readonly load: () => Promise<{ default: ComponentType }>
  /** `wide` folds the side menu behind "Trình đơn": readers, entry forms, registers. */
  readonly layout?: 'page' | 'wide'
  /** Who finds it in the menu and may open it; the server decides again. Everyone when absent. */
  readonly roles?: readonly Role[]
  readonly menu?: MenuEntry
}

export type MenuEntry = {
  readonly label: string
  readonly icon: IconShape
  /** Groups of the paper office: the daily work, what is looked up, and administration at the foot. */
  readonly group: 'work' | 'lookup' | 'administration'
  /** Ascending within the group. */
  readonly order: number
  /** The key of the count beside the word, in the answer of `GET /api/v1/counters`. */
  readonly counter?: string
  /** One of the three words of the phone's bottom bar; the fourth, "Thêm", holds the rest. */
  readonly phone?: { readonly label: string; readonly order: number }
}

export const mayOpen = (screen: Pick<Screen, 'roles'>, role: Role): boolean => screen.roles?.includes(role) ?? true
