import { createHash } from 'node:crypto'
import { uuidV7 } from '#lib/identifiers/index.ts'

/**
 * Ids that are the same for the same seed: UUIDv7, as the acts ask of client-made ids. The time is given, the other bits
 * come of hashing seed and name, so that a name stands for one thing.
 *
 * @example
 * const identify = identifier('quang-tri')
 * identify('agency/xa-19597', '2025-07-01T00:00:00Z')   // '0197c3a1-…'
 */
export type Identify = (name: string, at: string) => string

export const identifier =
  (seed: string): Identify =>
  (name, at) =>
    uuidV7(Date.parse(at), createHash('sha256').update(`${seed}\n${name}`).digest())
