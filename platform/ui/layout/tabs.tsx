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

/** Tabs are links: the address says which one is open. At most six. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav className="tabs" aria-label={label}>
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
