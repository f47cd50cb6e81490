import { seatKey } from '../acts/actor.ts'
import type { LiveEvent } from '../acts/context.ts'
import type { Direction, Sight } from '../acts/sight.ts'

export type LiveListener = {
  readonly agencyId: string
  readonly seatId: string
  /** The session that opened the stream; nothing but a test listens without one. */
  readonly sessionId?: string
  readonly sight: Readonly<Record<Direction, Sight>>
  send(event: { kind: string; id: string }): void
  /** Ends the stream: seats or sessions changed, the screen must connect anew with what it may see now. */
  close(): void
}

export type LiveEvents = {
  publish(agencyId: string, event: LiveEvent): void
  listen(listener: LiveListener): () => void
  closeFor(match: (listener: LiveListener) => boolean): void
}

/**
 * Tells open screens, after the commit, that something they show has changed. Events carry ids only; who gets one is
 * decided by the same reader keys as lists, so a restricted document stirs no stranger's screen.
 */
export function liveEvents(): LiveEvents {
  const byAgency = new Map<string, Set<LiveListener>>()
  return {
    publish(agencyId, event) {
      for (const listener of byAgency.get(agencyId) ?? [])
        if (concerns(listener, event)) listener.send({ kind: event.kind, id: event.id })
    },
    listen(listener) {
      const listeners = byAgency.get(listener.agencyId) ?? new Set()
      byAgency.set(listener.agencyId, listeners.add(listener))
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) byAgency.delete(listener.agencyId)
      }
    },
    closeFor(match) {
      for (const listeners of byAgency.values()) for (const listener of listeners) if (match(listener)) listener.close()
    },
  }
}

function concerns({ seatId, sight }: LiveListener, { direction, to, everyoneWhoSeesAll }: LiveEvent): boolean {
  // A notice is its seat's own: who stands in for the seat is not shown it, and shall not hear of it.
  if (!direction) return to.includes(seatKey(seatId))
  const { readerKeys, seesAll } = sight[direction]
  return (everyoneWhoSeesAll && seesAll) || to.some(key => readerKeys.includes(key))
}
