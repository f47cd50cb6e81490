import type { z } from '#lib/schemas/index.ts'
import { todayInVietnam } from '#lib/vietnamese/index.ts'
import type { SystemActor } from '#platform/acts/actor.ts'
import type { Context } from '#platform/acts/context.ts'
import { platformErrors } from '#platform/acts/errors.ts'
import { runAct } from '#platform/acts/run.ts'
import { inNoAgency, withoutAgency } from '#platform/database/transaction.ts'
import { type Call, routesOf } from '#platform/http/routes.ts'
import { originOf } from '#platform/http/scope.ts'
import { newRequestUuid } from '#platform/http/serve.ts'
import { createLogin } from '#platform/sessions/logins.ts'
import { hashPassword, requireStrongPassword } from '#platform/sessions/passwords.ts'
import { useFirstAdministratorToken } from '#platform/sessions/sign-in-links.ts'
import {
  AddIssuer,
  AgencyCard,
  AgencyRows,
  agencyErrors,
  FirstAdministrator,
  GiveIdentifier,
  NewPassword,
  OpenAgency,
  OpenedAgency,
} from './contract.ts'
import { addIssuer, agencyCard, agencyRows, giveIdentifier, renewFirstPassword } from './installation.ts'
import { openAgency } from './open-agency.ts'

const routes = routesOf('installation')

routes.free('post', '/first-administrator', {
  summary: 'Lập tài khoản quản trị hệ thống đầu tiên bằng liên kết in một lần',
  permission: 'public',
  body: FirstAdministrator,
  status: 204,
  handle: async ({ gate, body, reply }) => {
    const { token, login, fullName, password } = body as z.output<typeof FirstAdministrator>
    requireStrongPassword(password, { login })
    const passwordHash = await hashPassword(password)
    // All of it or nothing: a login that administers nothing would keep the link from ever being printed again.
    await inNoAgency(gate.machinery.pool, async (tx, now) => {
      if (!(await useFirstAdministratorToken(tx, token))) throw agencyErrors.LinkUsed()
      const personId = newRequestUuid()
      await tx.insertInto('people').values({ id: personId, full_name: fullName }).execute()
      const { taken } = await createLogin(tx, { login, personId, passwordHash, mustChangePassword: false })
      if (taken) throw agencyErrors.LoginTaken({ login })
      await tx
        .insertInto('installation_administrators')
        .values({ person_id: personId, valid_from: todayInVietnam(now) })
        .execute()
    })
    return reply.code(204).send()
  },
})

routes.free('get', '/installation/agencies', {
  summary: 'Các cơ quan của hệ thống (quản trị hệ thống)',
  permission: 'signed-in',
  reply: AgencyRows,
  handle: async call => {
    requireInstallationAdministrator(call)
    return { items: await agencyRows(withoutAgency(call.gate.machinery.pool)).limit(500).execute(), next: null }
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
    inTheOffice(call, call.params.id!, async context => {
      await addIssuer(context, call.body as AddIssuer)
      return agencyCard(context)
    }),
})

routes.free('post', '/installation/agencies/:id/issuers/:issuer/identifier', {
  summary: 'Ghi mã định danh điện tử của một nơi ban hành, từ hôm nay',
  permission: 'signed-in',
  body: GiveIdentifier,
  reply: AgencyCard,
  handle: call =>
    inTheOffice(call, call.params.id!, async context => {
      const { code } = call.body as z.output<typeof GiveIdentifier>
      await giveIdentifier(context, { issuerId: call.params.issuer!, code })
      return agencyCard(context)
    }),
})

routes.free('post', '/installation/agencies/:id/administrators/:seat/first-password', {
  summary: 'Cấp lại mật khẩu đầu tiên của quản trị cơ quan chưa đăng nhập lần nào',
  permission: 'signed-in',
  reply: NewPassword,
  handle: call => inTheOffice(call, call.params.id!, context => renewFirstPassword(context, call.params.seat!)),
})

/** He holds no seat: what he does in an office is the installation's own act, and the audit names who asked. */
async function inTheOffice<Result>(
  call: Call,
  agency: string,
  act: (context: Context<SystemActor>) => Promise<Result>,
): Promise<Result> {
  requireInstallationAdministrator(call)
  const { machinery } = call.gate
  const actor: SystemActor = { kind: 'system', name: call.session!.login }
  return runAct(machinery, { agency, actor, origin: originOf(call.request) }, act)
}

function requireInstallationAdministrator({ session }: Call): void {
  if (!session?.installationAdmin) throw platformErrors.NotAllowed({ roles: 'Quản trị hệ thống' })
}

export const installationRoutes = routes.all
