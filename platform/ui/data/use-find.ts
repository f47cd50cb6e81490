import { useCallback, useEffect, useRef } from 'react'
import type { FindOptions, Option } from '../forms/use-options.ts'
import type { QueryValues } from './client.ts'
import { useData } from './client-context.ts'
import { useSeat } from './session.ts'
import type { Page } from './use-resource.ts'

/**
 * A finder for `Combobox` and `MultiPicker` over a list of the API that answers to `?q=` (addressees, people and units).
 *
 * @example const findParty = useFind('/parties', (party: Party) => ({ ...party, note: party.detail }))
 */
export function useFind<Item, Found extends Option>(
  path: string,
  asOption: (item: Item) => Found,
  query: QueryValues = {},
): FindOptions<Found> {
  const { client } = useData()
  const seat = useSeat().id
  const latest = useRef({ asOption, query })
  useEffect(() => {
    latest.current = { asOption, query }
  })
  return useCallback(
    async (q, signal) => {
      const page = await client.get<Page<Item>>(path, {
        seat,
        query: { limit: 20, ...latest.current.query, q },
        signal,
      })
      return page.items.map(latest.current.asOption)
    },
    [client, seat, path],
  )
}
