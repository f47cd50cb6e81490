import { createHash } from 'node:crypto'

/**
 * Ids that are the same for the same seed: shaped as UUIDv7, as the acts ask of client-made ids. The time is given, the
 * other bits come of hashing seed and name, so that a name stands for one thing for ever.
 *
 * @example
 * const identify = identifier('quang-tri')
 * identify('agency/xa-19597', '2025-06-30T17:00:00Z')   // '0197c1b8-…-7…'
 */
export type Identify = (name: string, at: string) => string

export const identifier =
  (seed: string): Identify =>
  (name, at) => {
    const bytes = createHash('sha256').update(`${seed}\n${name}`).digest().subarray(0, 16)
    bytes.writeUIntBE(Date.parse(at), 0, 6)
    bytes[6] = 0x70 | (bytes[6]! & 0x0f)
    bytes[8] = 0x80 | (bytes[8]! & 0x3f)
    const hex = bytes.toString('hex')
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
  }
