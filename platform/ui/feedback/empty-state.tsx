import type { ReactNode } from 'react'
import { Icon } from '../icons/icon.tsx'
import type { IconShape } from '../icons/icon-shape.ts'

type EmptyStateProps = {
  icon: IconShape
  /** What is not there: "Không có văn bản chờ vào sổ". */
  title: string
  /** Why, and what will come of itself. */
  children: ReactNode
  /** The next act, on first use. */
  action?: ReactNode
}

export function EmptyState({ icon, title, children, action }: EmptyStateProps) {
  return (
    <div className="empty">
      <span className="empty-icon">
        <Icon of={icon} />
      </span>
      <p className="empty-title">{title}</p>
      <p>{children}</p>
      {action}
    </div>
  )
}
