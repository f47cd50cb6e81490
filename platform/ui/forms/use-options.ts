import { useEffect, useState } from 'react'

export type Option = {
  readonly id: string
  readonly name: string
  /** A second line that tells like-named ones apart: unit, position, identifier. */
  readonly note?: string | undefined
}
/** An option of a list in groups: those of one heading follow one another. */
export type GroupedOption = Option & { readonly heading?: string | undefined }

/** Finds options for what is typed; an empty query gives the likely ones. Throws when the server was not reached. */
export type FindOptions<Found extends Option> = (query: string, signal: AbortSignal) => Promise<readonly Found[]>

const pauseMs = 200

/** Asks while a person types: after a short pause, the last question only. */
export function useFoundOptions<Found extends Option>(find: FindOptions<Found>, query: string, open: boolean) {
  const [found, setFound] = useState<{ query: string; options: readonly Found[]; failed: boolean }>()
  useEffect(() => {
    if (!open) return
    const stop = new AbortController()
    const timer = setTimeout(
      async () => {
        try {
          const options = await find(query, stop.signal)
          if (!stop.signal.aborted) setFound({ query, options, failed: false })
        } catch {
          if (!stop.signal.aborted) setFound({ query, options: [], failed: true })
        }
      },
      query === '' ? 0 : pauseMs,
    )
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [find, query, open])
  return { options: found?.options ?? [], failed: found?.failed ?? false, searching: open && found?.query !== query }
}
