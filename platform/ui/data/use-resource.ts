import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { QueryValues } from './client.ts'
import { useData } from './client-context.ts'
import { asProblem, type Problem } from './problem.ts'
import { useMaybeSeat } from './session.ts'

/** How a screen learns that its data changed elsewhere: kinds of live events, by their beginning (`['documents']`). */
export type LiveOptions = {
  live?: readonly string[] | undefined
  /**
   * `refresh` reads anew at once (a document, a count); `offer` only counts, for rows must not move under the pointer:
   * the screen shows "Có 2 văn bản mới" and the person decides.
   */
  onLive?: 'refresh' | 'offer' | undefined
}
export type ResourceOptions = LiveOptions & { query?: QueryValues | undefined; enabled?: boolean | undefined }

export type Resource<Data> = {
  readonly data: Data | undefined
  /** Why it could not be read. With `data` present, what is shown is older than that. */
  readonly problem: Problem | undefined
  readonly loading: boolean
  readonly refreshing: boolean
  reload(): void
  /** How many live changes wait to be shown (`onLive: 'offer'`). */
  readonly news: number
  showNews(): void
}

export type Page<Item> = { readonly items: readonly Item[]; readonly next: string | null }
export type ListResource<Item> = Resource<readonly Item[]> & {
  readonly hasMore: boolean
  readonly loadingMore: boolean
  more(): void
}

/**
 * Reads one thing in the seat of the screen and keeps it fresh.
 *
 * @example const incoming = useResource<IncomingDocument>(`/documents/incoming/${id}`, { live: ['documents'] })
 */
export function useResource<Data>(path: string, options: ResourceOptions = {}): Resource<Data> {
  const { client } = useData()
  const seat = useMaybeSeat()?.id
  return useRead(resourceKey(seat, path, options.query), options, signal =>
    client.get<Data>(path, { seat, query: options.query, signal }),
  )
}

/**
 * Reads a list to its end, for what needs all of it at once: a tree, a choice, what is found while typing.
 *
 * @example const agencies = useWhole<z.infer<typeof AgencyRows>>('/installation/agencies')
 */
export function useWhole<List extends Page<unknown>>(path: string, options: ResourceOptions = {}): Resource<List> {
  const { client } = useData()
  const seat = useMaybeSeat()?.id
  return useRead(resourceKey(seat, path, { ...options.query, whole: true }), options, async signal => {
    const read = (cursor: string | null) =>
      client.get<List>(path, { seat, query: { ...options.query, limit: mostOnAPage, cursor }, signal })
    const first = await read(null)
    const items = [...first.items]
    for (let { next } = first; next !== null; ) {
      const page = await read(next)
      items.push(...page.items)
      next = page.next
    }
    return { ...first, items, next: null }
  })
}

/** What was read whole, for what shows a list that may have further pages. */
export const asList = <Item>({
  data,
  ...resource
}: Resource<{ readonly items: readonly Item[] }>): ListResource<Item> => ({
  ...resource,
  ...{ data: data?.items, hasMore: false, loadingMore: false, more: () => undefined },
})

/** The server gives no more at once (`PageQuery`). */
const mostOnAPage = 100

function useRead<Data>(
  queryKey: readonly unknown[],
  options: ResourceOptions,
  read: (signal: AbortSignal) => Promise<Data>,
): Resource<Data> {
  const query = useQuery({ queryKey, queryFn: ({ signal }) => read(signal), enabled: options.enabled ?? true })
  const { news, showNews } = useLiveChanges(options, query.refetch)
  return {
    data: query.data,
    problem: query.error ? asProblem(query.error) : undefined,
    loading: query.isPending,
    refreshing: query.isFetching && !query.isPending,
    reload: () => void query.refetch(),
    news,
    showNews,
  }
}

/**
 * Reads a list page by page (`{ items, next }`); `more` adds the next page below.
 *
 * @example const documents = useList<IncomingRow>('/documents/incoming', { query: { tab }, live: ['documents'], onLive: 'offer' })
 */
export function useList<Item>(path: string, options: ResourceOptions & { limit?: number } = {}): ListResource<Item> {
  const { client } = useData()
  const seat = useMaybeSeat()?.id
  const limit = options.limit ?? 20
  const query = useInfiniteQuery({
    queryKey: resourceKey(seat, path, { ...options.query, limit, paged: true }),
    queryFn: ({ pageParam, signal }) =>
      client.get<Page<Item>>(path, { seat, query: { ...options.query, limit, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: last => last.next,
    enabled: options.enabled ?? true,
  })
  const { news, showNews } = useLiveChanges(options, query.refetch)
  return {
    data: query.data?.pages.flatMap(page => page.items),
    problem: query.error ? asProblem(query.error) : undefined,
    loading: query.isPending,
    refreshing: query.isRefetching,
    reload: () => void query.refetch(),
    news,
    showNews,
    hasMore: query.hasNextPage,
    loadingMore: query.isFetchingNextPage,
    more: () => void query.fetchNextPage(),
  }
}

/** Reads again whatever of the seat begins with one of the paths; everything of the seat when none is named. */
export function useRefresh(): (paths?: readonly string[]) => void {
  const queries = useQueryClient()
  const seat = useMaybeSeat()?.id
  return paths => {
    void queries.invalidateQueries({
      predicate: ({ queryKey: [scope, seatOfQuery, path] }) =>
        scope === 'resource' &&
        (seatOfQuery === seat || seatOfQuery === undefined) &&
        (!paths || paths.some(start => typeof path === 'string' && path.startsWith(start))),
    })
  }
}

function useLiveChanges({ live, onLive = 'refresh' }: LiveOptions, refetch: () => unknown) {
  const channel = useData().live
  const [news, setNews] = useState(0)
  const kinds = live?.join('\n')
  useEffect(() => {
    if (!channel || kinds === undefined) return
    const starts = kinds.split('\n')
    let timer: ReturnType<typeof setTimeout> | undefined
    // Acts come in bursts (a bulk act is N acts): one reading for all of a moment.
    const soon = () => {
      clearTimeout(timer)
      timer = setTimeout(refetch, 300)
    }
    const stop = channel.listen(event => {
      if (event === 'missed') soon()
      else if (starts.some(start => event.kind.startsWith(start))) {
        if (onLive === 'refresh') soon()
        else setNews(count => count + 1)
      }
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [channel, kinds, onLive, refetch])
  return {
    news,
    showNews: () => {
      setNews(0)
      refetch()
    },
  }
}

const resourceKey = (seat: string | undefined, path: string, query: QueryValues | undefined) =>
  ['resource', seat, path, query ?? {}] as const
