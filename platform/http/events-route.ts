import { todayInVietnam } from '#lib/vietnamese/index.ts'
import { sightOf } from '../acts/sight.ts'
import { admit } from './gate.ts'
import { routesOf } from './routes.ts'

const routes = routesOf('events')
const beatEveryMs = 20_000

routes.free('get', '/events', {
  summary: 'Dòng sự kiện của vị trí công tác (SSE)',
  description: 'Sự kiện chỉ có loại và mã; màn hình tự tải lại phần mình được xem.',
  permission: 'seated',
  produces: 'text/event-stream',
  handle: async ({ reply, request, gate, session, actor }) => {
    const { agencyId, seatId } = actor!
    reply.hijack()
    const { raw } = reply
    // Who left while he was let in has said so already: nothing would ever end his stream.
    if (raw.destroyed) return reply
    raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-accel-buffering': 'no',
    })
    raw.write('retry: 3000\n\nevent: ready\ndata: {}\n\n')
    // Seats and delegations begin and end with a day: a stream from yesterday ends, and connects anew with today's rights.
    const openedOn = todayInVietnam(new Date())
    const beat = setInterval(() => {
      if (todayInVietnam(new Date()) === openedOn) raw.write(': beat\n\n')
      else end()
    }, beatEveryMs)
    const expiry = setTimeout(() => end(), session!.expiresAt.getTime() - Date.now())
    const stop = gate.machinery.events.listen({
      agencyId,
      seatId,
      sessionId: session!.id,
      sight: { incoming: sightOf(actor!, 'incoming'), outgoing: sightOf(actor!, 'outgoing') },
      send: event => raw.write(`event: change\ndata: ${JSON.stringify(event)}\n\n`),
      close: () => end(),
    })
    const forget = () => {
      clearInterval(beat)
      clearTimeout(expiry)
      stop()
    }
    const end = () => {
      forget()
      raw.end()
    }
    raw.on('close', forget)
    // What he may see, or his session, may have changed before he listened, when there was no stream to close yet.
    const again = await admit(gate, request, 'seated').catch(() => undefined)
    if (JSON.stringify(again?.actor) !== JSON.stringify(actor)) end()
    return reply
  },
})

export const eventRoutes = routes.all
