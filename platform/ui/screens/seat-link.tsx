import { Link } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, ReactNode } from 'react'
import { useMaybeSeat } from '../data/session.ts'

export type SeatLinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & {
  /** A screen of the same seat, with its search: `'documents/incoming?tab=late'`. */
  to: string
  children: ReactNode
}

/** A link to another screen of the seat that this screen belongs to. */
export function SeatLink({ to, children, ...rest }: SeatLinkProps) {
  const seat = useMaybeSeat()
  const { path, search } = splitAddress(to)
  return (
    <Link to={seatAddress(seat?.id, path)} search={search} {...rest}>
      {children}
    </Link>
  )
}

export function seatAddress(seat: string | undefined, path: string): string {
  return seat ? `/s/${seat}/${path.replace(/^\//, '')}` : `/${path.replace(/^\//, '')}`
}

export function splitAddress(address: string): { path: string; search: Record<string, string> } {
  const [path = '', query = ''] = address.split('?')
  return { path, search: Object.fromEntries(new URLSearchParams(query)) }
}
