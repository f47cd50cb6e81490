import IconHistory from '@tabler/icons-react/icons/IconHistory'
import type { ReactNode } from 'react'
import { Icon } from '../icons/icon.tsx'
import type { IconShape } from '../icons/icon-shape.ts'
import { formatMoment } from '../text/format.ts'

export type Movement = {
  readonly id: string
  /** ISO instant. */
  readonly at: string
  /** Who did what: "Trương Thị Ngọc Lan vào sổ, số đến 1286". */
  readonly what: ReactNode
  /** What was written with it: direction, reason, result. */
  readonly text?: string | null | undefined
  readonly icon?: IconShape | undefined
}

/** The one history of a document's movements, latest first or as given. */
export function Timeline({ movements, label }: { movements: readonly Movement[]; label: string }) {
  return (
    <ol className="timeline" aria-label={label}>
      {movements.map(movement => (
        <li key={movement.id}>
          <span className="timeline-icon">
            <Icon of={movement.icon ?? IconHistory} />
          </span>
          {movement.what}{' '}
          <time className="meta" dateTime={movement.at}>
            {formatMoment(movement.at)}
          </time>
          {movement.text && <p className="timeline-text">{movement.text}</p>}
        </li>
      ))}
    </ol>
  )
}
