import type { FastifyRequest } from 'fastify'
import { roleNames } from '#lib/roles/index.ts'
import type { SeatActor } from '../acts/actor.ts'
import { platformErrors } from '../acts/errors.ts'
import type { ActMachinery } from '../acts/run.ts'
import type { SeatDirectory } from '../sessions/directory.ts'
import type { Session, Sessions } from '../sessions/sessions.ts'
import type { SignIn } from '../sessions/sign-in.ts'
import type { Access } from './routes.ts'

/** What the HTTP layer stands on; made once by `apps/server`. */
export type Gate = {
  readonly machinery: ActMachinery
  readonly sessions: Sessions
  readonly signIn: SignIn
  readonly directory: SeatDirectory
  readonly demonstration: boolean
  /** The address people type: it fixes Host, cookies and the check against requests from other pages. */
  readonly origin: string
  /** Addresses of the proxies in front, beside this machine's own: they say where a request came from. */
  readonly proxies?: readonly string[]
  /** Whether only the last reserve of disk is left: acts are refused then, reading goes on. */
  readonly isDiskFull?: () => boolean
}

/** `__Host-` cookies exist on https only; on plain http (loopback) the name is honest about it. */
export const cookieName = ({ origin }: Pick<Gate, 'origin'>): string =>
  origin.startsWith('https:') ? '__Host-xaso' : 'xaso-session'

/** Finds the session and, where the route wants one, the seat. @throws NotSignedIn, SeatRequired, SeatNotYours, NotAllowed */
export async function admit(
  gate: Gate,
  request: FastifyRequest,
  access: Access,
): Promise<{ session: Session | undefined; actor: SeatActor | undefined }> {
  if (access === 'public') return { session: undefined, actor: undefined }
  const token = request.cookies[cookieName(gate)]
  const session = token ? await gate.sessions.find(token) : undefined
  if (!session) throw platformErrors.NotSignedIn()
  if (access === 'signed-in') return { session, actor: undefined }
  if (session.mustChangePassword) throw platformErrors.PasswordMustChange()
  const actor = await seatOf(gate, session, request)
  if (access !== 'seated' && !access.roles.includes(actor.role)) {
    // A delegate acts with the rights of the one he stands in for; the act itself checks which.
    const standsIn = actor.standsInFor.some(other => access.roles.includes(other.role))
    if (!standsIn) throw platformErrors.NotAllowed({ roles: access.roles.map(role => roleNames[role]).join(', ') })
  }
  return { session, actor }
}

async function seatOf(gate: Gate, session: Session, request: FastifyRequest): Promise<SeatActor> {
  // An EventSource cannot send headers, so the stream names its seat in the address.
  const query = request.query as Record<string, unknown>
  const asked = request.headers['x-seat'] ?? query.seat
  const seat = asked
    ? session.seats.find(one => one.id === asked)
    : session.seats.length === 1
      ? session.seats[0]
      : undefined
  if (!seat) {
    if (asked || session.seats.length === 0) throw platformErrors.SeatNotYours()
    throw platformErrors.SeatRequired({}, { subject: { seats: session.seats } })
  }
  const actor = await gate.sessions.findActor(session.personId, seat)
  if (!actor) throw platformErrors.SeatNotYours()
  return actor
}
