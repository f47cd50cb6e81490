import { useLocation, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useMaybeSeat } from '../data/session.ts'
import { seatAddress, splitAddress } from './seat-link.tsx'

/** The part of the address that varies: `usePathPart('id')` on `documents/incoming/$id`. */
export function usePathPart(name: string): string {
  const parts: Record<string, string | undefined> = useParams({ strict: false })
  const part = parts[name]
  if (part === undefined) throw new Error(`The address of this screen has no part "${name}".`)
  return part
}

/**
 * Filters and tabs live in the address, so that going back finds them and a colleague can be sent them.
 *
 * @example const [search, setSearch] = useAddressSearch(); setSearch({ tab: 'late', q: undefined })
 */
export function useAddressSearch() {
  const search: Record<string, string | undefined> = useSearch({ strict: false })
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const setSearch = (changes: Record<string, string | undefined>) => {
    const merged = { ...search, ...changes }
    const next = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined && value !== ''))
    void navigate({ to: pathname, search: next, replace: true, resetScroll: false })
  }
  return [search, setSearch] as const
}

/** Goes to another screen of the seat: `go('today')`; `{ replace: true }` leaves no trace in the history. */
export function useGo() {
  const navigate = useNavigate()
  const seat = useMaybeSeat()
  return (address: string, { replace = false }: { replace?: boolean } = {}) => {
    const { path, search } = splitAddress(address)
    return navigate({ to: seatAddress(seat?.id, path), search, replace })
  }
}

/** Names the browser's tab: "4127/UBND-NNMT · Văn bản đến · Xã Số". */
export function useTitle(...parts: readonly (string | undefined)[]) {
  const title = [...parts, 'Xã Số'].filter(Boolean).join(' · ')
  useEffect(() => {
    document.title = title
  }, [title])
}
