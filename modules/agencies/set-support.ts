import type { z } from '#lib/schemas/index.ts'
import type { Context } from '#platform/acts/context.ts'
import type { SetSupport } from './contract.ts'
import { requireAdministrator } from './refusals.ts'

/**
 * Names who helps the people of the office with the system: "Gọi hỗ trợ" and the help of every screen say whom to call.
 *
 * @throws platform.NotAllowed
 */
export async function setSupport(context: Context, { name, phone }: z.output<typeof SetSupport>): Promise<void> {
  const { tx, agency } = context
  requireAdministrator(context)
  await tx
    .updateTable('agencies')
    .set({ support_name: name || null, support_phone: phone || null })
    .where('id', '=', agency)
    .execute()
  await context.audit({ act: 'agencies.set-support', subject: { type: 'agency', id: agency }, after: { name, phone } })
}
