import { useRouter } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, MouseEvent, ReactNode } from 'react'
import { useMaybeSeat } from '../data/session.ts'

export type SeatLinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & {
  /** A screen of the same seat, with its search: `'documents/incoming?tab=late'`. */
  to: string
  /** Another seat of the same person, where a list shows the work of all of them. */
  seat?: string | undefined
  children: ReactNode
}

/**
 * A link to another screen of the seat that this screen belongs to. It is a real link: it opens in a new tab, can be
 * copied and sent. Its code is fetched when it is pointed at or focused. Which link is the current one is said by whoever
 * lists the links (`aria-current`), not guessed from the address.
 */
export function SeatLink({ to, seat, children, onClick, ...rest }: SeatLinkProps) {
  const router = useRouter()
  const here = useMaybeSeat()
  const { path, search } = splitAddress(to)
  const target = { to: seatAddress(seat ?? here?.id, path), search }
  const prepare = () => void router.preloadRoute(target).catch(() => undefined)

  function go(event: MouseEvent<HTMLAnchorElement>) {
    onClick?.(event)
    const opensElsewhere =
      event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || rest.target
    if (event.defaultPrevented || opensElsewhere) return
    event.preventDefault()
    void router.navigate(target)
  }

  return (
    <a {...rest} href={router.buildLocation(target).href} onClick={go} onMouseEnter={prepare} onFocus={prepare}>
      {children}
    </a>
  )
}

/** `('0197…', 'documents/incoming')` → `'/s/0197…/documents/incoming'`. */
export function seatAddress(seat: string | undefined, path: string): string {
  const below = path.replace(/^\//, '')
  return seat ? `/s/${seat}/${below}` : `/${below}`
}

export function splitAddress(address: string): { path: string; search: Record<string, string> } {
  const [path = '', query = ''] = address.split('?')
  return { path, search: Object.fromEntries(new URLSearchParams(query)) }
}
