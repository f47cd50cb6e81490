import { seatRoles } from '#lib/roles/index.ts'
import { Id, Instant, line, named, z } from '#lib/schemas/index.ts'
import { platformErrors } from '../acts/errors.ts'
import type { Session } from '../sessions/sessions.ts'
import { cookieName, type Gate } from './gate.ts'
import { routesOf } from './routes.ts'
import { networkOf, originOf } from './scope.ts'
import { newRequestUuid } from './serve.ts'

const routes = routesOf('sessions')

const SeatSummary = named(
  'SeatSummary',
  z.object({
    id: Id,
    agencyId: Id,
    agencyName: z.string(),
    unitName: z.string(),
    title: z.string(),
    role: z.enum(seatRoles),
  }),
)
const SessionView = named(
  'Session',
  z.object({
    person: named('SessionPerson', z.object({ id: Id, fullName: z.string() })),
    installationAdministrator: z.boolean(),
    seats: z.array(SeatSummary),
    mustChangePassword: z.boolean(),
    demonstration: z.boolean(),
  }),
)
const SessionRow = named(
  'SessionRow',
  z.object({
    id: Id,
    createdAt: Instant,
    seenAt: Instant,
    network: z.string(),
    device: z.string(),
    current: z.boolean(),
  }),
)

const view = (session: Session, gate: Gate) => ({
  person: { id: session.personId, fullName: session.fullName },
  installationAdministrator: session.installationAdmin,
  seats: [...session.seats],
  mustChangePassword: session.mustChangePassword,
  demonstration: gate.demonstration,
})

routes.free('post', '/session', {
  summary: 'Đăng nhập',
  permission: 'public',
  body: named('SignIn', z.object({ login: line(100), password: z.string().check(z.minLength(1), z.maxLength(500)) })),
  reply: SessionView,
  handle: async ({ request, reply, gate, body }) => {
    const { login, password } = body as { login: string; password: string }
    const known = await gate.signIn.check({ login, password, network: networkOf(request) })
    const token = await gate.sessions.create({
      ...known,
      id: newRequestUuid(),
      origin: originOf(request),
      device: String(request.headers['user-agent'] ?? ''),
    })
    reply.setCookie(cookieName(gate), token, {
      path: '/',
      httpOnly: true,
      sameSite: 'strict',
      secure: gate.origin.startsWith('https:'),
    })
    const session = await gate.sessions.find(token)
    if (!session) throw platformErrors.NotSignedIn()
    return view(session, gate)
  },
})

routes.free('get', '/session', {
  summary: 'Phiên làm việc hiện tại',
  permission: 'signed-in',
  reply: SessionView,
  handle: async ({ session, gate }) => view(session!, gate),
})

routes.free('delete', '/session', {
  summary: 'Đăng xuất',
  permission: 'signed-in',
  status: 204,
  handle: async ({ request, session, reply, gate }) => {
    await gate.sessions.end({ personId: session!.personId, id: session!.id, origin: originOf(request) })
    gate.machinery.events.closeFor(listener => listener.sessionId === session!.id)
    // Who sits down next at this computer finds nothing of what the browser kept.
    reply.clearCookie(cookieName(gate), { path: '/' }).header('clear-site-data', '"cache"')
    return reply.code(204).send()
  },
})

routes.free('get', '/sessions', {
  summary: 'Các phiên làm việc của tôi',
  permission: 'signed-in',
  reply: named('SessionList', z.object({ items: z.array(SessionRow), next: z.nullable(z.string()) })),
  handle: async ({ session, gate }) => {
    const rows = await gate.sessions.list(session!.personId, session!.id)
    return {
      items: rows.map(row => ({ ...row, createdAt: row.createdAt.toISOString(), seenAt: row.seenAt.toISOString() })),
      next: null,
    }
  },
})

routes.free('delete', '/sessions/:id', {
  summary: 'Kết thúc một phiên làm việc của tôi',
  permission: 'signed-in',
  status: 204,
  handle: async ({ request, session, gate, params, reply }) => {
    const { personId } = session!
    if (!(await gate.sessions.end({ personId, id: params.id!, origin: originOf(request) })))
      throw platformErrors.NotFound()
    gate.machinery.events.closeFor(listener => listener.sessionId === params.id)
    return reply.code(204).send()
  },
})

routes.free('post', '/password', {
  summary: 'Đổi mật khẩu',
  permission: 'signed-in',
  status: 204,
  body: named(
    'ChangePassword',
    z.object({
      current: z.string().check(z.minLength(1), z.maxLength(500)),
      next: z.string().check(z.minLength(1), z.maxLength(500)),
    }),
  ),
  handle: async ({ request, session, gate, body, reply }) => {
    const { current, next } = body as { current: string; next: string }
    const { personId, login, id: sessionId } = session!
    await gate.signIn.changePassword({ personId, login, sessionId, origin: originOf(request), current, next })
    gate.sessions.forget(personId)
    const mine = new Set(session!.seats.map(seat => seat.id))
    gate.machinery.events.closeFor(({ seatId, sessionId }) => mine.has(seatId) && sessionId !== session!.id)
    return reply.code(204).send()
  },
})

export const sessionRoutes = routes.all
