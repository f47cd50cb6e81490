import { useLayoutEffect, useRef } from 'react'
import { SeatLink } from '../screens/seat-link.tsx'

export type Tab = {
  readonly label: string
  /** A screen's address with its search: `'documents/incoming?tab=late'`. */
  readonly to: string
  readonly current: boolean
  /** Only where work waits; "Hoàn thành" and "Tất cả" have none, for lists are never counted whole. */
  readonly count?: number | undefined
  readonly late?: boolean | undefined
}

/** Tabs are links: the address says which one is open. At most six; on a phone they scroll, and the open one is in sight. */
export function Tabs({ label, tabs, className }: { label: string; tabs: readonly Tab[]; className?: string }) {
  const line = useRef<HTMLElement>(null)
  // Its place changes with the counts, which come later.
  const place = tabs.map(({ current, count }) => `${current} ${count ?? ''}`).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the place of the open tab is what it follows.
  useLayoutEffect(() => {
    const tab = line.current?.querySelector<HTMLElement>('[aria-current]')
    if (!line.current || !tab) return
    const { left, width } = line.current.getBoundingClientRect()
    const box = tab.getBoundingClientRect()
    line.current.scrollLeft += box.left + box.width / 2 - (left + width / 2)
  }, [place])
  return (
    <nav className={className ? `tabs ${className}` : 'tabs'} aria-label={label} ref={line}>
      {tabs.map(tab => (
        <SeatLink key={tab.to} to={tab.to} aria-current={tab.current ? 'page' : undefined}>
          {tab.label}
          {tab.count !== undefined && (
            <span className={tab.late && tab.count > 0 ? 'count text-red' : 'count'}>
              {tab.count > 99 ? '99+' : tab.count}
            </span>
          )}
        </SeatLink>
      ))}
    </nav>
  )
}
