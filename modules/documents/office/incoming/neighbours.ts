/** A document of the list one came from. */
export type Stop = { readonly id: string; readonly direction: 'incoming' | 'outgoing' }
export type Neighbours = {
  /** 1, 2, 3 … in the list. */
  readonly place: number
  readonly all: number
  readonly previous: Stop | undefined
  readonly next: Stop | undefined
}

/** What stands before and after a document in its list; a document that has several rows stands where it is first. */
export function neighboursOf(stops: readonly Stop[], id: string): Neighbours | undefined {
  const at = stops.findIndex(stop => stop.id === id)
  if (at < 0) return undefined
  return { place: at + 1, all: stops.length, previous: stops[at - 1], next: stops[at + 1] }
}

/**
 * The list as it was when one began to read, with what came since at its end: a document that was dealt with leaves the
 * list on the server, and who goes through it must still find the one after it.
 */
export function keptStops(kept: readonly Stop[], now: readonly Stop[]): readonly Stop[] {
  const known = new Set(kept.map(stop => stop.id))
  const added = now.filter(({ id }) => !known.has(id) && known.add(id))
  return added.length === 0 ? kept : [...kept, ...added]
}
