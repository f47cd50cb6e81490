import type { FastifyRequest } from 'fastify'
import { platformErrors } from '../acts/errors.ts'

/** The names of one's own machine: they are the same door. */
const loopbackNames = ['127.0.0.1', 'localhost', '[::1]']

/**
 * Answers only who calls the program by its own address: a page of another site may not act here, and under a name that
 * is not ours nothing is told (DNS rebinding).
 *
 * @param origin the address that people type, as a URL's origin
 * @throws platform.OriginRefused
 * @example refuseOtherAddresses('https://xaso.tinh.gov.vn', request)
 */
export function refuseOtherAddresses(origin: string, request: FastifyRequest): void {
  const own = new URL(origin)
  const refused = () => platformErrors.OriginRefused({ address: origin })
  if (!isOwn(own, `${own.protocol}//${request.headers.host}`)) throw refused()
  if (request.method === 'GET' || request.method === 'HEAD') return
  const from = request.headers.origin
  if (from && !isOwn(own, from)) throw refused()
  if (request.headers['sec-fetch-site'] === 'cross-site') throw refused()
}

/** Whether an address leads to the own one: ports that go without saying are left out by browsers. */
function isOwn(own: URL, given: string): boolean {
  if (!URL.canParse(given)) return false
  const { protocol, hostname, port, username, password, pathname } = new URL(given)
  if (protocol !== own.protocol || port !== own.port || username || password || pathname !== '/') return false
  return hostname === own.hostname || [hostname, own.hostname].every(name => loopbackNames.includes(name))
}
