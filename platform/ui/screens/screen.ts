import type { ComponentType } from 'react'
import type { SeatRole } from '#lib/roles/index.ts'
import type { IconShape } from '../icons/icon-shape.ts'

/**
 * What a module hands to the office app: its `office/screens.tsx` exports one. The shell composes routes, menu and counts
 * from all of them and knows no module's inside.
 */
export type OfficeModule = {
  readonly screens: readonly Screen[]
  readonly counters?: Counters
  /** The words of the notices that this module sends, and where each leads; nothing for those of other modules. */
  readonly notices?: (notice: NoticeFacts) => NoticeWords | undefined
}

/** A row of `GET /api/v1/notices`. */
export type NoticeFacts = {
  readonly kind: string
  readonly subjectType: string
  readonly subjectId: string
  /** What the subject is called now, if it has a name. */
  readonly about: { readonly notation: string; readonly subject: string } | null
  readonly detail: Readonly<Record<string, unknown>>
}
export type NoticeWords = { readonly text: string; readonly note?: string; readonly to: string }

/** Where the module's counts for the menu come from, and which live events change them. */
export type Counters = {
  readonly path: string
  readonly live: readonly string[]
  /** Who may read them: for others they are not asked. */
  readonly roles: readonly SeatRole[]
  /** The answer → a count per menu entry, capped by the server (100 is shown as 99+). */
  readonly read: (answer: unknown) => Readonly<Record<string, number>>
}

/** A screen, as the shell mounts it. */
export type Screen = {
  /** Below `/s/:seat/`, with `$name` for a part that varies, never `$seat` again: `'documents/incoming/$id'`. */
  readonly path: string
  /** The title of the tab until the screen says a better one (`useTitle`). */
  readonly title: string
  /** Fetched when the screen is opened: its code is no part of the first load. */
  readonly load: () => Promise<{ default: ComponentType }>
  /** `wide` folds the side menu behind "Trình đơn": readers, entry forms, registers. */
  readonly layout?: 'page' | 'wide'
  /** Who finds it in the menu and may open it; the server decides again. Everyone when absent. */
  readonly roles?: readonly SeatRole[]
  readonly menu?: MenuEntry
}

export type MenuEntry = {
  readonly label: string
  readonly icon: IconShape
  /** Groups of the paper office: the daily work, what is looked up, and administration at the foot. */
  readonly group: 'work' | 'lookup' | 'administration'
  /** Ascending within the group. */
  readonly order: number
  /** Which of its module's counts stands beside the word. */
  readonly counter?: string
  /** One of the three words of the phone's bottom bar; the fourth, "Thêm", holds the rest. */
  readonly phone?: { readonly label: string; readonly order: number }
}

export const mayOpen = (screen: Pick<Screen, 'roles'>, role: SeatRole): boolean => screen.roles?.includes(role) ?? true
