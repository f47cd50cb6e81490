import { apiBase } from './client.ts'

/** Something changed that this seat may see. Ids only: what it is, is read through the API. */
export type LiveEvent = { readonly kind: string; readonly id: string }
type Listener = (event: LiveEvent | 'missed') => void

/** The stream of one seat. `'missed'` means that the stream was cut for a while or came late: what is shown may be old. */
export type LiveChannel = {
  listen(listener: Listener): () => void
  close(): void
}

const reopenAfterMs = 10_000
/** On a slow line the first screen is read long before the stream is open: what happened meanwhile was told to nobody. */
const lateAfterMs = 1_000

/**
 * Opens the seat's stream of events (`GET /api/v1/events`). A browser grants few connections to one address, and people
 * open many tabs: of all tabs of a seat one holds the stream and tells the others.
 */
export function openLiveChannel(seat: string): LiveChannel {
  const listeners = new Set<Listener>()
  const tell: Listener = event => {
    for (const listener of listeners) listener(event)
  }
  const tabs = new BroadcastChannel(`xaso-events:${seat}`)
  tabs.onmessage = (message: MessageEvent<LiveEvent | 'missed'>) => tell(message.data)

  const ended = new AbortController()
  const hold = () =>
    holdStream(seat, ended.signal, event => {
      tell(event)
      tabs.postMessage(event)
    })
  // Web Locks exist only on https and on this machine itself; elsewhere each tab holds its own stream.
  if ('locks' in navigator)
    navigator.locks.request(`xaso-events:${seat}`, { signal: ended.signal }, hold).catch(() => undefined)
  else void hold()

  return {
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close() {
      ended.abort()
      tabs.close()
    },
  }
}

/** Keeps the stream open until the signal; resolves then. */
function holdStream(seat: string, signal: AbortSignal, tell: Listener): Promise<void> {
  return new Promise(resolve => {
    let source: EventSource | undefined
    let cut = false
    let timer: ReturnType<typeof setTimeout> | undefined

    const open = () => {
      source = new EventSource(`${apiBase}/events?seat=${encodeURIComponent(seat)}`)
      const askedAt = performance.now()
      source.onopen = () => {
        if (cut || performance.now() - askedAt > lateAfterMs) tell('missed')
        cut = false
      }
      source.addEventListener('change', message => {
        const event = parseEvent(message.data)
        if (event) tell(event)
      })
      source.onerror = () => {
        cut = true
        // The browser comes back by itself after a cut line, but not after an answer other than 200.
        if (source?.readyState === EventSource.CLOSED) timer = setTimeout(open, reopenAfterMs)
      }
    }
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      source?.close()
      resolve()
    })
    open()
  })
}

function parseEvent(text: string): LiveEvent | undefined {
  try {
    const event: Partial<LiveEvent> = JSON.parse(text)
    return typeof event.kind === 'string' && typeof event.id === 'string'
      ? { kind: event.kind, id: event.id }
      : undefined
  } catch {
    return undefined
  }
}
