import http from 'node:http'

export type LoadResult = { perSecond: number; p50: number; p95: number; p99: number; failures: number; done: number }
export type LoadRequest = { method: string; path: string; headers?: Record<string, string>; body?: string }

/**
 * Keeps so many connections busy for a time and measures each answer. It stops by itself; one agent with keep-alive, so
 * that what is measured is the server, not the handshakes. Before it counts, the same load runs for some seconds: a server
 * works for weeks, and what is measured is neither its first compiling nor PostgreSQL's first planning on each connection.
 * The floors are warmed alike.
 *
 * @param next makes the next request of a connection; it may differ each time (ids are made once)
 */
export async function load(options: {
  origin: string
  connections: number
  seconds: number
  warmUpSeconds?: number
  next: (connection: number) => LoadRequest
  expect?: number[]
}): Promise<LoadResult> {
  const { origin, connections, seconds, warmUpSeconds = 6, next, expect = [200, 201] } = options
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections })
  const times: number[] = []
  let failures = 0
  const begin = performance.now()
  const countFrom = begin + warmUpSeconds * 1000
  const end = countFrom + seconds * 1000
  await Promise.all(
    Array.from({ length: connections }, async (_, connection) => {
      while (performance.now() < end) {
        const started = performance.now()
        const status = await send(origin, agent, next(connection))
        const finished = performance.now()
        if (started < countFrom || finished > end) continue
        if (expect.includes(status)) times.push(finished - started)
        else failures++
      }
    }),
  )
  agent.destroy()
  times.sort((left, right) => left - right)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN
  return { perSecond: times.length / seconds, p50: at(0.5), p95: at(0.95), p99: at(0.99), failures, done: times.length }
}

/** Sends one request and reads its answer whole; the status is the result. */
export function send(origin: string, agent: http.Agent | undefined, request: LoadRequest): Promise<number> {
  const url = new URL(request.path, origin)
  return new Promise(resolve => {
    const sent = http.request(
      url,
      {
        method: request.method,
        ...(agent ? { agent } : {}),
        headers: {
          ...(request.body
            ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(request.body) }
            : {}),
          ...request.headers,
        },
      },
      answer => {
        answer.resume()
        answer.on('end', () => resolve(answer.statusCode ?? 0))
      },
    )
    sent.on('error', () => resolve(0))
    sent.end(request.body)
  })
}
