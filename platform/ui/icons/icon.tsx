import type { IconShape } from './icon-shape.ts'

/** Draws an icon beside a word; it says nothing by itself and is hidden from screen readers. */
export function Icon({ of: Shape, small = false }: { of: IconShape; small?: boolean }) {
  return <Shape className={small ? 'icon icon-small' : 'icon'} stroke={1.75} aria-hidden="true" focusable="false" />
}
