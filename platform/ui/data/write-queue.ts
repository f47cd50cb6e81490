import { createStore, type Store } from './store.ts'

/** One act of a person on its way to the server. Everything in it can be stored, so that it outlives the page. */
export type PendingWrite = {
  /** The `Idempotency-Key`: the same write sent twice takes effect once. */
  readonly key: string
  readonly seat: string | undefined
  readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly body: unknown
  /** What is waiting, in the person's words: "Ý kiến chỉ đạo, số đến 1286". */
  readonly title: string
  /** ISO instant at which the person pressed the button. */
  readonly madeAt: string
  readonly state: 'sending' | 'waiting'
}

/**
 * Where writes wait until the server has answered. The one in memory lives as long as the page; the offline queue
 * (IndexedDB) is another of the same shape, and nothing above it changes.
 */
export type WriteQueue = {
  readonly pending: Store<readonly PendingWrite[]>
  put(write: PendingWrite): Promise<void>
  remove(key: string): Promise<void>
}

export function memoryQueue(): WriteQueue {
  const pending = createStore<readonly PendingWrite[]>([])
  return {
    pending,
    async put(write) {
      const others = pending.get().filter(other => other.key !== write.key)
      pending.set([...others, write])
    },
    async remove(key) {
      pending.set(pending.get().filter(write => write.key !== key))
    },
  }
}
