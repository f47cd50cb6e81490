import { randomFillSync } from 'node:crypto'

const store = Buffer.allocUnsafeSlow(4096)
let used = store.length

/**
 * Random bytes from the system's cryptographic source. An act needs a few for each of its ids, and asking the source costs
 * more than the bytes: it is asked for some hundred ids at once.
 *
 * @param count 1 to 4096
 * @example uuidV7(now.getTime(), chance(10))
 */
export function chance(count: number): Buffer {
  if (used + count > store.length) {
    randomFillSync(store)
    used = 0
  }
  used += count
  // A copy: the store is overwritten later.
  return Buffer.from(store.subarray(used - count, used))
}
