import { roleNames } from '#lib/roles/index.ts'
import type { Context } from '#platform/acts/context.ts'
import { platformErrors } from '#platform/acts/errors.ts'
import { agencyPermissions, keepersForOffice } from './contract.ts'
import { mayAdminister, mayArrangeSigning, mayKeepForOffice } from './policy.ts'

/** @throws platform.NotAllowed unless the actor administers the agency, or is the platform itself */
export function requireAdministrator({ actor }: Context): void {
  if (!mayAdminister(actor)) throw platformErrors.NotAllowed({ roles: roleNames['agency-admin'] })
}

/** @throws platform.NotAllowed unless the actor enters what the office's regulations say of signing */
export function requireArranger({ actor }: Context): void {
  if (mayArrangeSigning(actor)) return
  const { roles } = agencyPermissions['arrange-signing']
  throw platformErrors.NotAllowed({ roles: roles.map(role => roleNames[role]).join(', ') })
}

/** @throws platform.NotAllowed for what is the whole office's, unless the actor keeps such things for it */
export function requireOwnOrKeeper({ actor }: Context, own: boolean): void {
  if (!own && !mayKeepForOffice(actor))
    throw platformErrors.NotAllowed({ roles: keepersForOffice.map(role => roleNames[role]).join(', ') })
}
