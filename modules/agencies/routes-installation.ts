import type { z } from '#lib/schemas/index.ts'
import type { SystemActor } from '#platform/acts/actor.ts'
import type { Context } from '#platform/acts/context.ts'
import { replaying } from '#platform/acts/idempotency.ts'
import { runAct } from '#platform/acts/run.ts'
import { withoutAgency } from '#platform/database/transaction.ts'
import { explained } from '#platform/http/refused.ts'
import { type Call, routesOf } from '#platform/http/routes.ts'
import { originOf } from '#platform/http/scope.ts'
import { sentRequest } from '#platform/http/sent-request.ts'
import { installationId } from '#platform/installation/installation.ts'
import { installationScope } from '#platform/installation/installation-scope.ts'
import { hashPassword, requireStrongPassword } from '#platform/sessions/passwords.ts'
import { appointAdministrator, renewedBefore, renewPassword } from './administrators.ts'
import { closeOnRequest } from './close-agency.ts'
import {
  AddIssuer,
  AgencyCard,
  AgencyRows,
  AgencyRowsQuery,
  AppointAdministrator,
  CloseAgency,
  FirstAdministrator,
  GiveIdentifier,
  KnownPerson,
  KnownPersonQuery,
  LetRead,
  NewPassword,
  OpenAgency,
  OpenedAgency,
  PasswordByLink,
  RenameIssuer,
  RenewPassword,
} from './contract.ts'
import { findPersonByLogin } from './find-person.ts'
import { addIssuer, agencyCard, giveIdentifier, listAgencies } from './installation.ts'
import { becomeAdministrator, setPasswordByLink } from './installation-administrators.ts'
import { endReading, letRead } from './let-read.ts'
import { openAgency } from './open-agency.ts'
import { renameOnRequest } from './rename-agency.ts'

const routes = routesOf('installation')

routes.free('post', '/first-administrator', {
  summary: 'Lập tài khoản quản trị hệ thống đầu tiên bằng liên kết in một lần',
  permission: 'public',
  body: FirstAdministrator,
  status: 204,
  handle: async ({ gate, body, reply, request }) => {
    const { password, ...input } = body as z.output<typeof FirstAdministrator>
    requireStrongPassword(password, input)
    const passwordHash = await hashPassword(password)
    const actor: SystemActor = { kind: 'system', name: 'installation' }
    await runAct(gate.machinery, { agency: installationId, actor, origin: originOf(request) }, context =>
      becomeAdministrator(context, { ...input, passwordHash }),
    )
    return reply.code(204).send()
  },
})

routes.free('post', '/password-by-link', {
  summary: 'Đặt mật khẩu của quản trị hệ thống bằng liên kết in một lần trên máy chủ',
  permission: 'public',
  body: PasswordByLink,
  status: 204,
  handle: async ({ gate, body, reply, request }) => {
    const input = body as z.output<typeof PasswordByLink>
    const passwordHash = await hashPassword(input.password)
    const actor: SystemActor = { kind: 'system', name: 'installation' }
    const { personId } = await runAct(
      gate.machinery,
      { agency: installationId, actor, origin: originOf(request) },
      context => setPasswordByLink(context, { ...input, passwordHash }),
    )
    gate.sessions.forget(personId)
    return reply.code(204).send()
  },
})

routes.free('get', '/installation/agencies', {
  summary: 'Các cơ quan của hệ thống (quản trị hệ thống)',
  permission: 'signed-in',
  query: AgencyRowsQuery,
  reply: AgencyRows,
  handle: async call => {
    installationScope(call)
    return listAgencies(withoutAgency(call.gate.machinery.pool), call.query as z.output<typeof AgencyRowsQuery>)
  },
})

routes.free('post', '/installation/agencies', {
  summary: 'Mở một cơ quan và lập quản trị của cơ quan đó',
  permission: 'signed-in',
  body: OpenAgency,
  reply: OpenedAgency,
  status: 201,
  handle: async call => {
    const input = call.body as OpenAgency
    const opened = await inTheOffice(call, input.id, context => openAgency(context, input))
    return { agencyId: input.id, ...opened }
  },
})

routes.free('get', '/installation/agencies/:id', {
  summary: 'Một cơ quan: nơi ban hành, mã định danh, quản trị của cơ quan (quản trị hệ thống)',
  permission: 'signed-in',
  reply: AgencyCard,
  handle: call => inTheOffice(call, call.params.id!, agencyCard),
})

routes.free('post', '/installation/agencies/:id/issuers', {
  summary: 'Thêm một nơi ban hành vào cơ quan',
  permission: 'signed-in',
  body: AddIssuer,
  reply: AgencyCard,
  status: 201,
  handle: call =>
    onceInTheOffice(
      call,
      async context => {
        await addIssuer(context, call.body as AddIssuer)
        return agencyCard(context)
      },
      agencyCard,
    ),
})

routes.free('post', '/installation/agencies/:id/issuers/:issuer/identifier', {
  summary: 'Ghi mã định danh điện tử của một nơi ban hành, từ hôm nay',
  permission: 'signed-in',
  body: GiveIdentifier,
  reply: AgencyCard,
  handle: call =>
    onceInTheOffice(
      call,
      async context => {
        const { code } = call.body as z.output<typeof GiveIdentifier>
        await giveIdentifier(context, { issuerId: call.params.issuer!, code })
        return agencyCard(context)
      },
      agencyCard,
    ),
})

routes.free('post', '/installation/agencies/:id/administrators/:seat/first-password', {
  summary: 'Cấp lại mật khẩu của quản trị cơ quan; đã có người quản trị thì phải có đề nghị bằng văn bản',
  permission: 'signed-in',
  body: RenewPassword,
  reply: NewPassword,
  handle: call => {
    const { basis } = call.body as z.output<typeof RenewPassword>
    const seatId = call.params.seat!
    return onceInTheOffice(
      call,
      context => renewPassword(context, { seatId, basis }),
      context => renewedBefore(context, seatId),
    )
  },
})

routes.free('post', '/installation/agencies/:id/administrators', {
  summary: 'Cử người quản trị của một cơ quan, theo đề nghị bằng văn bản của cơ quan đó',
  permission: 'signed-in',
  body: AppointAdministrator,
  reply: NewPassword,
  status: 201,
  handle: call =>
    inTheOffice(call, call.params.id!, context => appointAdministrator(context, call.body as AppointAdministrator)),
})

routes.free('get', '/installation/people', {
  summary: 'Ai mang tên đăng nhập này (quản trị hệ thống)',
  permission: 'signed-in',
  query: KnownPersonQuery,
  reply: KnownPerson,
  handle: call => {
    const { login } = call.query as z.output<typeof KnownPersonQuery>
    return inTheOffice(call, installationId, context => findPersonByLogin(context, login))
  },
})

routes.free('post', '/installation/agencies/:id/readers', {
  summary: 'Cho người của cơ quan tiếp nhận đọc hồ sơ của cơ quan đã đóng',
  permission: 'signed-in',
  body: LetRead,
  reply: AgencyCard,
  status: 201,
  handle: call =>
    inTheOffice(call, call.params.id!, async context => {
      await letRead(context, call.body as LetRead)
      return agencyCard(context)
    }),
})

routes.free('post', '/installation/agencies/:id/readers/:seat/end', {
  summary: 'Thôi cho đọc hồ sơ của cơ quan đã đóng, từ hôm nay',
  permission: 'signed-in',
  reply: AgencyCard,
  handle: call =>
    onceInTheOffice(
      call,
      async context => {
        await endReading(context, call.params.seat!)
        return agencyCard(context)
      },
      agencyCard,
    ),
})

routes.free('post', '/installation/agencies/:id/issuers/:issuer/rename', {
  summary: 'Đổi tên một nơi ban hành từ một ngày; văn bản trước ngày đó giữ tên cũ',
  permission: 'signed-in',
  body: RenameIssuer,
  reply: AgencyCard,
  handle: call =>
    onceInTheOffice(
      call,
      async context => {
        await renameOnRequest(context, { ...(call.body as RenameIssuer), issuerId: call.params.issuer! })
        return agencyCard(context)
      },
      agencyCard,
    ),
})

routes.free('post', '/installation/agencies/:id/close', {
  summary: 'Đóng một cơ quan từ một ngày: sáp nhập, chia tách, giải thể',
  permission: 'signed-in',
  body: CloseAgency,
  reply: AgencyCard,
  handle: call =>
    onceInTheOffice(
      call,
      async context => {
        await closeOnRequest(context, call.body as CloseAgency)
        return agencyCard(context)
      },
      agencyCard,
    ),
})

async function inTheOffice<Result>(
  call: Call,
  agency: string,
  act: (context: Context<SystemActor>) => Promise<Result>,
): Promise<Result> {
  const scope = { ...installationScope(call), agency }
  try {
    return await runAct(call.gate.machinery, scope, act)
  } catch (error) {
    throw await explained(error, { stored: () => runAct(call.gate.machinery, scope, agencyCard) })
  }
}

/**
 * An act on an office, which takes effect once under its Idempotency-Key. `recall` is what it is answered by when it is sent
 * again.
 */
function onceInTheOffice<Result>(
  call: Call,
  act: (context: Context<SystemActor>) => Promise<Result>,
  recall: (context: Context<SystemActor>) => Promise<Result>,
): Promise<Result> {
  const { request } = call
  const agency = call.params.id!
  const sent = sentRequest(request, `${request.method.toLowerCase()} ${request.routeOptions.url}`, agency)
  return inTheOffice(call, agency, context =>
    sent
      ? replaying(
          context,
          sent,
          () => act(context),
          () => recall(context),
        )
      : act(context),
  )
}

export const installationRoutes = routes.all
