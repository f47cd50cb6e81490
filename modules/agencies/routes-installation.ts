import { sql } from 'kysely'
import type { z } from '#lib/schemas/index.ts'
import type { SystemActor } from '#platform/acts/actor.ts'
import { platformErrors } from '#platform/acts/errors.ts'
import { runAct } from '#platform/acts/run.ts'
import { withoutAgency } from '#platform/database/transaction.ts'
import { type Call, routesOf } from '#platform/http/routes.ts'
import { newRequestUuid } from '#platform/http/serve.ts'
import { createLogin } from '#platform/sessions/logins.ts'
import { hashPassword, requireStrongPassword } from '#platform/sessions/passwords.ts'
import { useFirstAdministratorToken } from '#platform/sessions/sign-in-links.ts'
import { AgencyRows, agencyErrors, FirstAdministrator, OpenAgency, OpenedAgency } from './contract.ts'
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
    const queries = withoutAgency(gate.machinery.pool)
    const passwordHash = await hashPassword(password)
    if (!(await useFirstAdministratorToken(queries, token))) throw agencyErrors.LinkUsed()
    const personId = newRequestUuid()
    await queries.insertInto('people').values({ id: personId, full_name: fullName }).execute()
    const { taken } = await createLogin(queries, { login, personId, passwordHash, mustChangePassword: false })
    if (taken) throw agencyErrors.LoginTaken({ login })
    await queries
      .insertInto('installation_administrators')
      .values({ person_id: personId, valid_from: sql<string>`current_date` })
      .execute()
    return reply.code(204).send()
  },
})

routes.free('get', '/installation/agencies', {
  summary: 'Các cơ quan của hệ thống (quản trị hệ thống)',
  permission: 'signed-in',
  reply: AgencyRows,
  handle: async call => {
    requireInstallationAdministrator(call)
    const rows = await withoutAgency(call.gate.machinery.pool)
      .selectFrom('agencies')
      .select(['id', 'parent_id', 'level', 'name', 'short_name', 'opened_on', 'closed_on'])
      .orderBy('path')
      .limit(500)
      .execute()
    return {
      items: rows.map(row => ({
        id: row.id,
        parentId: row.parent_id,
        level: row.level,
        name: row.name,
        shortName: row.short_name,
        openedOn: row.opened_on,
        closedOn: row.closed_on,
      })),
      next: null,
    }
  },
})

routes.free('post', '/installation/agencies', {
  summary: 'Mở một cơ quan và lập quản trị của cơ quan đó',
  permission: 'signed-in',
  body: OpenAgency,
  reply: OpenedAgency,
  status: 201,
  handle: async call => {
    requireInstallationAdministrator(call)
    const input = call.body as OpenAgency
    const origin = { requestId: call.request.id, network: call.request.ip }
    // He holds no seat: the agency's first acts are the installation's own, and the audit names who asked.
    const actor: SystemActor = { kind: 'system', name: call.session!.login }
    const opened = await runAct(call.gate.machinery, { agency: input.id, actor, origin }, context =>
      openAgency(context, input),
    )
    return { agencyId: input.id, ...opened }
  },
})

function requireInstallationAdministrator({ session }: Call): void {
  if (!session?.installationAdmin) throw platformErrors.NotAllowed({ roles: 'Quản trị hệ thống' })
}

export const installationRoutes = routes.all
