import type { SystemActor } from '../acts/actor.ts'
import type { RequestOrigin } from '../acts/context.ts'
import { platformErrors } from '../acts/errors.ts'
import type { Call } from '../http/routes.ts'
import { originOf } from '../http/scope.ts'

/**
 * As whom the installation's administrator acts: he holds no seat, so what he does is the installation's own act, and the
 * audit names who asked.
 *
 * @throws platform.NotAllowed for everybody else
 */
export function installationScope(call: Call): { actor: SystemActor; origin: RequestOrigin } {
  const { session, request } = call
  if (!session?.installationAdmin) throw platformErrors.NotAllowed({ roles: 'Quản trị hệ thống' })
  return { actor: { kind: 'system', name: 'installation', personId: session.personId }, origin: originOf(request) }
}
