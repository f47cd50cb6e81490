import type { AnchorHTMLAttributes, ReactNode } from 'react'
import { useSeat } from '../data/session.ts'

type FileLinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href' | 'target' | 'rel'> & {
  /** What the server sends, with its search: `'/api/v1/registers/…/arrivals.pdf?period=2026'`. */
  address: string
  children: ReactNode
}

/**
 * A file, a print or an export in a tab of its own, so that the screen with what was typed in it stays. What is refused is
 * answered there as a page that leads back here: the browser must be let say where it came from.
 */
export function FileLink({ address, children, ...rest }: FileLinkProps) {
  const { id } = useSeat()
  return (
    <a {...rest} href={addressInSeat(address, id)} target="_blank" rel="noopener">
      {children}
    </a>
  )
}

/** A tab, a picture and a stream cannot send a header: the seat stands in the address. */
export function addressInSeat(address: string, seat: string): string {
  return `${address}${address.includes('?') ? '&' : '?'}seat=${encodeURIComponent(seat)}`
}
