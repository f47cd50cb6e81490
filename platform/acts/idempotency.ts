import type { Context } from './context.ts'
import { platformErrors } from './errors.ts'

export type SentRequest = { key: string; act: string; subjectId: string; requestHash: Buffer }

/**
 * Makes an act on a subject take effect once under its key. The key's row is the first statement of the transaction:
 * whoever sends the same key meanwhile waits for the first to commit and is then answered from its subject.
 *
 * @throws platform.KeyUsedDifferently when the key came with another request
 */
export async function replaying<Result>(
  { tx, agency, actor, now }: Context,
  sent: SentRequest,
  act: () => Promise<Result>,
  recall: () => Promise<Result>,
): Promise<Result> {
  // Who administers the installation sends from no seat: his keys are kept under his own id.
  const sender = actor.kind === 'seat' ? actor.seatId : actor.personId
  if (!sender) throw new Error('an act of the platform itself is not sent')
  const first = await tx
    .insertInto('idempotency')
    .values({
      agency_id: agency,
      seat_id: sender,
      key: sent.key,
      act: sent.act,
      request_hash: sent.requestHash,
      result_id: sent.subjectId,
      at: now,
    })
    .onConflict(conflict => conflict.doNothing())
    .returning('key')
    .executeTakeFirst()
  if (first) return act()
  const before = await tx
    .selectFrom('idempotency')
    .select(['act', 'request_hash'])
    .where('agency_id', '=', agency)
    .where('seat_id', '=', sender)
    .where('key', '=', sent.key)
    .executeTakeFirstOrThrow()
  if (before.act !== sent.act || !before.request_hash.equals(sent.requestHash))
    throw platformErrors.KeyUsedDifferently()
  return recall()
}
