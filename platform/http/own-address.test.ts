import { describe, expect, test } from 'vitest'
import type { Gate } from './gate.ts'
import { httpServer } from './serve.ts'

/** The server at an address of its own, with a page to look at, one to act on and the question whether it is well. */
async function servedAt(origin: string) {
  const server = await httpServer({ origin } as Gate, [], { stream: { write: () => {} } })
  server.get('/page', async () => 'seen')
  server.post('/act', async () => 'done')
  server.get('/healthz', async () => 'well')
  return {
    see: async (host: string, url = '/page') => (await server.inject({ url, headers: { host } })).statusCode,
    act: async (host: string, headers: Record<string, string> = {}) =>
      server.inject({ method: 'POST', url: '/act', headers: { host, ...headers } }),
  }
}

describe('the address of the program', () => {
  test.each([
    ['http://127.0.0.1:8080', '127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['http://127.0.0.1:8080', 'localhost:8080', 'http://localhost:8080'],
    ['http://127.0.0.1', '127.0.0.1', 'http://127.0.0.1'],
    ['http://127.0.0.1', 'localhost:80', 'http://localhost'],
    ['http://[::1]:8080', '[::1]:8080', 'http://[::1]:8080'],
    ['https://xaso.tinh.gov.vn', 'xaso.tinh.gov.vn', 'https://xaso.tinh.gov.vn'],
    ['https://xaso.tinh.gov.vn', 'XASO.tinh.gov.vn:443', 'https://xaso.tinh.gov.vn'],
  ])('%s is called as %s by a page of %s', async (origin, host, page) => {
    const served = await servedAt(origin)
    expect(await served.see(host)).toBe(200)
    expect((await served.act(host, { origin: page })).statusCode).toBe(200)
  })

  test.each([
    ['http://127.0.0.1:8080', '127.0.0.1'],
    ['http://127.0.0.1:8080', '127.0.0.1:8081'],
    ['http://127.0.0.1:8080', 'ke-gian.example:8080'],
    ['https://xaso.tinh.gov.vn', 'localhost'],
    ['https://xaso.tinh.gov.vn', 'ke-gian.example@xaso.tinh.gov.vn'],
    ['https://xaso.tinh.gov.vn', ''],
  ])('%s tells nothing under the name “%s”', async (origin, host) => {
    const served = await servedAt(origin)
    expect(await served.see(host)).toBe(403)
  })

  test.each(['https://ke-gian.example', 'http://xaso.tinh.gov.vn', 'https://xaso.tinh.gov.vn:8443', 'null'])(
    'a page of %s may not act, and is told the right address',
    async page => {
      const served = await servedAt('https://xaso.tinh.gov.vn')
      const answer = await served.act('xaso.tinh.gov.vn', { origin: page })
      expect(answer.statusCode).toBe(403)
      expect(answer.json()).toMatchObject({ code: 'platform.OriginRefused' })
      expect(answer.json()).toMatchObject({ detail: expect.stringContaining('https://xaso.tinh.gov.vn') })
    },
  )

  test('whether it is well is told under any name, for a watch on the same machine knows none', async () => {
    const served = await servedAt('https://xaso.tinh.gov.vn')
    expect(await served.see('127.0.0.1:8080', '/healthz')).toBe(200)
  })
})
