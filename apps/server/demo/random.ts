/**
 * Numbers that look random and are the same for the same seed: `mulberry32` (32 bits of state, period 2³²) fed by the
 * 32-bit FNV-1a hash of the seed's text. Good enough to scatter a demonstration; never for secrets.
 *
 * Every part of the plan draws from a `fork` with a name of its own, so that one more document does not rename everybody.
 *
 * @example
 * const random = seededRandom('quang-tri').fork('people')
 * random.between(1, 6)   // 1 … 6, both ends included
 */
export type Random = {
  /** 0 ≤ value < 1. */
  next(): number
  /** A whole number, both ends included. */
  between(lowest: number, highest: number): number
  chance(probability: number): boolean
  pick<Item>(items: readonly Item[]): Item
  /** By weight: twice the weight is drawn twice as often. */
  pickWeighted<Item extends { readonly weight: number }>(items: readonly Item[]): Item
  /** The items in another order (Fisher–Yates). */
  shuffled<Item>(items: readonly Item[]): Item[]
  fork(name: string): Random
}

export function seededRandom(seed: string): Random {
  let state = hash32(seed)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (lowest: number, highest: number) => lowest + Math.floor(next() * (highest - lowest + 1))
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[between(0, items.length - 1)]
    if (item === undefined) throw new RangeError('pick from an empty list')
    return item
  }
  return {
    next,
    between,
    chance: probability => next() < probability,
    pick,
    pickWeighted(items) {
      let rest = next() * items.reduce((sum, item) => sum + item.weight, 0)
      for (const item of items) {
        rest -= item.weight
        if (rest < 0) return item
      }
      return pick(items)
    },
    shuffled(items) {
      const mixed = [...items]
      for (let last = mixed.length - 1; last > 0; last--) {
        const other = between(0, last)
        const kept = mixed[last]!
        mixed[last] = mixed[other]!
        mixed[other] = kept
      }
      return mixed
    },
    fork: name => seededRandom(`${seed}/${name}`),
  }
}

function hash32(text: string): number {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193)
  return hash | 0
}
