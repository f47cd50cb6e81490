import { createStore, type Store } from './store.ts'

export type LinkState = { readonly quality: 'online' | 'slow' | 'offline'; readonly since: Date }

/** A small answer that took longer than this says that the line is slow; one below the lower bound, that it is not. */
const slowAfterMs = 3_000
const goodBelowMs = 1_200
const probeEveryMs = 8_000

/**
 * What the line is like, told from the requests themselves: a browser's own "online" only means that a cable is in.
 * While it is down, a small request is tried every few seconds, so that work goes on by itself when it is back.
 */
export type LinkWatch = {
  readonly state: Store<LinkState>
  answered(tookMs: number): void
  failed(): void
  /** Resolves as soon as the line is not known to be down; at once when it is up. */
  whenReachable(signal?: AbortSignal): Promise<void>
}

export type LinkSurroundings = {
  probe(): Promise<boolean>
  now(): number
  setTimer(run: () => void, ms: number): unknown
}

export function watchLink(surroundings: LinkSurroundings): LinkWatch {
  const state = createStore<LinkState>({ quality: 'online', since: new Date(surroundings.now()) })
  let probing = false

  const become = (quality: LinkState['quality']) => {
    if (state.get().quality !== quality) state.set({ quality, since: new Date(surroundings.now()) })
  }
  const probeLater = () => {
    if (probing) return
    probing = true
    surroundings.setTimer(async () => {
      const reached = await surroundings.probe().catch(() => false)
      probing = false
      if (state.get().quality !== 'offline') return
      if (reached) become('online')
      else probeLater()
    }, probeEveryMs)
  }

  return {
    state,
    answered(tookMs) {
      if (tookMs > slowAfterMs) become('slow')
      else if (state.get().quality === 'offline' || tookMs < goodBelowMs) become('online')
    },
    failed() {
      become('offline')
      probeLater()
    },
    whenReachable(signal) {
      if (state.get().quality !== 'offline') return Promise.resolve()
      return new Promise((resolve, reject) => {
        const stop = state.subscribe(() => {
          if (state.get().quality === 'offline') return
          stop()
          resolve()
        })
        signal?.addEventListener('abort', () => {
          stop()
          reject(signal.reason)
        })
      })
    },
  }
}
