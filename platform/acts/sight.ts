import { readsDocuments, seesAll } from '#lib/roles/index.ts'
import { type SeatActor, seatKey, unitKey } from './actor.ts'
import { type Hat, hatsOf } from './hats.ts'

/** A delegation covers one of these, or both. */
export type Direction = 'incoming' | 'outgoing'

/** What an actor sees of the incoming, or of the outgoing documents. */
export type Sight = {
  /** Whether it reads documents at all. */
  readonly reads: boolean
  /** Whether it sees all that are not restricted. */
  readonly seesAll: boolean
  /** Under which keys it sees the others: of its seat and its unit, and of those it stands in for. */
  readonly readerKeys: readonly string[]
}

/**
 * What an actor sees: what his own seat does, and what those see in whose place he stands, as far as the delegation goes.
 * It is what he may act on (`hatsOf`), so that nobody has to act on what he cannot see, or sees what is not his to do.
 *
 * @example sightOf(actor, 'incoming').readerKeys // ['seat:…', 'unit:…']
 */
export function sightOf(actor: SeatActor, direction: Direction): Sight {
  const hats = hatsOf(actor, direction)
  return {
    reads: hats.some(hat => readsDocuments(hat.role)),
    seesAll: hats.some(hat => seesAll(hat.role)),
    readerKeys: [...new Set(hats.flatMap(keysOf))],
  }
}

/** Who reads no documents has no key of his unit, or his screen would hear of what comes and goes there. */
const keysOf = ({ seatId, unitId, role }: Hat): readonly string[] =>
  readsDocuments(role) ? [seatKey(seatId), unitKey(unitId)] : [seatKey(seatId)]
