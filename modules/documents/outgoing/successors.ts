import type { Context } from '#platform/acts/context.ts'
import { isSucceeded } from './policy.ts'
import type { RecipientRow } from './rows.ts'

/** To whom what a closed recipient turned away is to be sent, by the recipient's id. */
export async function successorsOf(
  context: Context,
  recipients: readonly RecipientRow[],
): Promise<ReadonlyMap<string, { issuerId: string; name: string }>> {
  const left = recipients.filter(one => isSucceeded(one, recipients))
  const ids = left.flatMap(one => one.successor_issuer_id ?? [])
  const issuers = await context.ports.agencies.findIssuers(context, ids)
  const named = new Map(issuers.map(({ id, name }) => [id, { issuerId: id, name }]))
  return new Map(
    left.flatMap(one => {
      const successor = named.get(one.successor_issuer_id ?? '')
      return successor ? [[one.id, successor] as const] : []
    }),
  )
}
