import { makeAdministrator } from '#modules/agencies/installation-administrators.ts'
import { type ActMachinery, runAct } from '#platform/acts/run.ts'
import { withoutAgency } from '#platform/database/transaction.ts'
import { installationId } from '#platform/installation/installation.ts'
import { loginsOf } from '#platform/sessions/logins.ts'
import { hashPassword } from '#platform/sessions/passwords.ts'
import type { DemonstrationPlan } from '../types.ts'
import { fromLoader, loader } from './load-offices.ts'

/**
 * Loads who runs the installation. Looked for at every start: data that an older program made has nobody who does.
 */
export async function loadRunner(machinery: ActMachinery, plan: DemonstrationPlan): Promise<void> {
  const account = plan.accounts.find(one => one.role === 'installation-admin')
  if (!account) return
  const { personId, login, name: fullName, password } = account
  if ((await loginsOf(withoutAgency(machinery.pool), [personId])).length > 0) return
  const passwordHash = await hashPassword(password)
  await runAct(machinery, { agency: installationId, actor: loader, origin: fromLoader }, context =>
    makeAdministrator(context, { personId, login, fullName, passwordHash }),
  )
}
