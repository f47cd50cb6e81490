import { beforeAll, describe, expect, test } from 'vitest'
import { errorCatalogue } from '#lib/problem-details/index.ts'
import { platformErrors } from '#platform/acts/errors.ts'
import type { Gate } from '#platform/http/gate.ts'
import { routesOf } from '#platform/http/routes.ts'
import { httpServer } from '#platform/http/serve.ts'

const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8'
const host = '127.0.0.1:8080'
const screen = `http://${host}/s/0197/registers?year=2026`

const errors = errorCatalogue('samples', {
  TooLong: { status: 422, title: 'Sổ “{name}” quá dài.', detail: 'Chọn khoảng số ngắn hơn.' },
})
const problems = {
  long: () => errors.TooLong({ name: '<script>alert(1)</script>' }),
  out: () => platformErrors.NotSignedIn(),
  away: () => platformErrors.DatabaseUnavailable({}, { retryAfterSeconds: 3 }),
  broken: () => new Error('select secret from table'),
}

let server: Awaited<ReturnType<typeof httpServer>>
beforeAll(async () => {
  const routes = routesOf('samples')
  for (const [name, problem] of Object.entries(problems))
    routes.free('get', `/${name}`, {
      summary: name,
      permission: 'public',
      produces: 'application/pdf',
      handle: async () => {
        throw problem()
      },
    })
  server = await httpServer({ origin: `http://${host}` } as Gate, routes.all, { stream: { write: () => {} } })
})

const get = (name: keyof typeof problems, headers: Record<string, string> = {}) =>
  server.inject({ method: 'GET', url: `/api/v1/${name}?seat=1`, headers: { host, ...headers } })
const linksOf = (body: string) => [...body.matchAll(/<a href="([^"]*)">/g)].map(([, address]) => address)

describe('a problem that a browser meets when it opens an address itself', () => {
  test('is a page with what happened, what to do and the way back, of which nothing runs', async () => {
    const { statusCode, headers, body } = await get('long', { accept: browser, referer: screen })
    expect([statusCode, headers['content-type']]).toEqual([422, 'text/html; charset=utf-8'])
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/)
    expect(body).toContain('Chọn khoảng số ngắn hơn.')
    expect(body).not.toContain('<script')
    expect(linksOf(body)).toEqual(['/s/0197/registers?year=2026'])
  })

  test('leads to no page of another site, nor back to an address of the API', async () => {
    for (const referer of ['http://evil.example/s/0197/today', `http://${host}/api/v1/away`, 'no address'])
      expect(linksOf((await get('long', { accept: browser, referer })).body)).toEqual(['/'])
  })

  test('offers the sign-in when the session has ended, another attempt when that or the server may pass', async () => {
    expect(linksOf((await get('out', { accept: browser, referer: screen })).body)).toEqual(['/', '/api/v1/out?seat=1'])
    const away = await get('away', { accept: browser, referer: screen })
    expect([away.statusCode, away.headers['retry-after']]).toEqual([503, '3'])
    expect(linksOf(away.body)).toEqual(['/api/v1/away?seat=1', '/s/0197/registers?year=2026'])
  })

  test('says of what nobody foresaw no more than its code', async () => {
    const { body, headers } = await get('broken', { accept: browser })
    expect(body).not.toContain('secret')
    expect(body).toContain(`Mã để báo: platform.Unexpected, ${headers['x-request-id']}`)
  })
})

test('a script that asks for anything is answered with a problem document as ever', async () => {
  for (const accept of ['*/*', 'application/json', 'application/pdf, */*']) {
    const { headers, body } = await get('long', { accept })
    expect(headers['content-type']).toBe('application/problem+json; charset=utf-8')
    expect(JSON.parse(body)).toMatchObject({ code: 'samples.TooLong', status: 422 })
  }
})
