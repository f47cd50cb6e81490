import type { Context } from '#platform/acts/context.ts'
import { platformErrors } from '#platform/acts/errors.ts'
import { periodOf } from '#platform/numbering/numbering.ts'
import { getSeries } from '#platform/numbering/series.ts'

export const findRegister = ({ tx, agency }: Context, id: string) =>
  tx.selectFrom('registers').selectAll().where('agency_id', '=', agency).where('id', '=', id).executeTakeFirst()

/** @throws platform.NotFound */
export async function getRegister(context: Context, id: string) {
  const register = await findRegister(context, id)
  if (!register) throw platformErrors.NotFound()
  return register
}

export type RegisterRow = Awaited<ReturnType<typeof getRegister>>

export async function routesOfRegisters({ tx, agency }: Context, registerIds: readonly string[]) {
  if (registerIds.length === 0) return new Map<string, RouteRow[]>()
  const rows = await tx
    .selectFrom('register_routes')
    .selectAll()
    .where('agency_id', '=', agency)
    .where('register_id', 'in', registerIds)
    .orderBy('ordinal')
    .execute()
  return Map.groupBy(rows, row => row.register_id)
}
export type RouteRow = {
  readonly register_id: string
  readonly type_codes: unknown
  readonly route: string
  readonly unit_id: string | null
}

/** The period in which a register counts today. */
export const presentPeriod = async (context: Context, register: { readonly series_id: string }): Promise<string> =>
  periodOf(await getSeries(context, register.series_id), context.today)
