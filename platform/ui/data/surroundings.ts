import { type ClientSurroundings, createClient, type DataClient } from './client.ts'
import { watchLink } from './link.ts'
import { memoryQueue } from './write-queue.ts'

/** The data client of a browser: its own fetch, its clock, and a queue that lives as long as the page. */
export function browserClient(told: Pick<ClientSurroundings, 'onSignedOut' | 'onSeatLost'>): DataClient {
  const link = watchLink({
    now: Date.now,
    setTimer: (run, ms) => setTimeout(run, ms),
    probe: async () => (await fetch('/healthz', { cache: 'no-store', signal: AbortSignal.timeout(5_000) })).ok,
  })
  window.addEventListener('offline', () => link.failed())
  window.addEventListener('online', () => link.answered(0))
  return createClient({
    fetch: window.fetch.bind(window),
    link,
    queue: memoryQueue(),
    now: Date.now,
    sleep: ms => Promise.race([new Promise<void>(done => setTimeout(done, ms)), backOnline()]),
    ...told,
  })

  /** A wait ends early when the line comes back. */
  function backOnline(): Promise<void> {
    if (link.state.get().quality !== 'offline') return new Promise(() => undefined)
    return link.whenReachable()
  }
}
