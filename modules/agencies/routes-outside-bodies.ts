import type { z } from '#lib/schemas/index.ts'
import type { SystemActor } from '#platform/acts/actor.ts'
import type { Context } from '#platform/acts/context.ts'
import { replaying } from '#platform/acts/idempotency.ts'
import { runAct } from '#platform/acts/run.ts'
import { type Call, routesOf } from '#platform/http/routes.ts'
import { sentRequest } from '#platform/http/sent-request.ts'
import { installationId } from '#platform/installation/installation.ts'
import { installationScope } from '#platform/installation/installation-scope.ts'
import {
  AddOutsideBody,
  CloseOutsideBody,
  GiveIdentifier,
  OutsideBody,
  OutsideBodyPage,
  OutsideBodyQuery,
  RenameIssuer,
} from './contract.ts'
import {
  addOutsideBody,
  closeOutsideBody,
  getOutsideBody,
  identifyOutsideBody,
  listOutsideBodies,
  renameOutsideBody,
} from './outside-bodies.ts'

const routes = routesOf('installation')

routes.free('get', '/installation/outside-bodies', {
  summary: 'Cơ quan, tổ chức ngoài hệ thống (quản trị hệ thống)',
  permission: 'signed-in',
  query: OutsideBodyQuery,
  reply: OutsideBodyPage,
  handle: call =>
    inTheInstallation(call, context => listOutsideBodies(context, call.query as z.output<typeof OutsideBodyQuery>)),
})

routes.free('post', '/installation/outside-bodies', {
  summary: 'Thêm một cơ quan, tổ chức ngoài hệ thống',
  permission: 'signed-in',
  body: AddOutsideBody,
  reply: OutsideBody,
  status: 201,
  handle: call => {
    const input = call.body as AddOutsideBody
    return inTheInstallation(call, async context => {
      await addOutsideBody(context, input)
      return getOutsideBody(context, input.id)
    })
  },
})

routes.free('post', '/installation/outside-bodies/:id/rename', {
  summary: 'Đổi tên một cơ quan, tổ chức ngoài hệ thống từ một ngày',
  permission: 'signed-in',
  body: RenameIssuer,
  reply: OutsideBody,
  handle: call =>
    once(call, (context, id) => renameOutsideBody(context, { ...(call.body as z.output<typeof RenameIssuer>), id })),
})

routes.free('post', '/installation/outside-bodies/:id/identifier', {
  summary: 'Ghi mã định danh của một cơ quan, tổ chức ngoài hệ thống, từ hôm nay',
  permission: 'signed-in',
  body: GiveIdentifier,
  reply: OutsideBody,
  handle: call =>
    once(call, (context, id) =>
      identifyOutsideBody(context, { ...(call.body as z.output<typeof GiveIdentifier>), id }),
    ),
})

routes.free('post', '/installation/outside-bodies/:id/close', {
  summary: 'Đóng một cơ quan, tổ chức ngoài hệ thống từ một ngày',
  permission: 'signed-in',
  body: CloseOutsideBody,
  reply: OutsideBody,
  handle: call => once(call, (context, id) => closeOutsideBody(context, { ...(call.body as CloseOutsideBody), id })),
})

const inTheInstallation = <Result>(call: Call, act: (context: Context<SystemActor>) => Promise<Result>) =>
  runAct(call.gate.machinery, { ...installationScope(call), agency: installationId }, act)

/** An act on a body, which takes effect once under its Idempotency-Key. */
function once(call: Call, act: (context: Context, id: string) => Promise<void>): Promise<OutsideBody> {
  const { request } = call
  const id = call.params.id!
  const sent = sentRequest(request, `${request.method.toLowerCase()} ${request.routeOptions.url}`, id)
  return inTheInstallation(call, async context => {
    const recall = () => getOutsideBody(context, id)
    const done = async () => {
      await act(context, id)
      return recall()
    }
    return sent ? replaying(context, sent, done, recall) : done()
  })
}

export const outsideBodyRoutes = routes.all
