import type { Context } from '#platform/acts/context.ts'
import { platformErrors } from '#platform/acts/errors.ts'
import { findDelegation } from './delegations.ts'
import { mayDelegateFor } from './policy.ts'

/**
 * Ends a delegation at once: he who gave it takes it back, he who has it lays it down, or the administrator ends it.
 * One that has ended stays as it is. To everybody else it is not there. The other of the two learns of it: who is on leave
 * shall not believe that somebody covers for him.
 */
export async function endDelegation(context: Context, id: string): Promise<string> {
  const { tx, agency, actor, now } = context
  const delegation = await findDelegation(context, id)
  const own = actor.kind === 'seat' && delegation?.to_seat_id === actor.seatId
  if (!delegation || !(own || mayDelegateFor(actor, delegation.from_seat_id))) throw platformErrors.NotFound()
  if (delegation.ended_at) return id
  await tx
    .updateTable('delegations')
    .set({ ended_at: now })
    .where('agency_id', '=', agency)
    .where('id', '=', id)
    .execute()
  await context.audit({
    act: 'agencies.end-delegation',
    subject: { type: 'delegation', id },
    before: { validTo: delegation.valid_to },
    after: { endedAt: now.toISOString() },
  })
  await context.notify(
    [delegation.from_seat_id, delegation.to_seat_id]
      .filter(seatId => actor.kind === 'system' || seatId !== actor.seatId)
      .map(seatId => ({
        ...{ seatId, kind: 'agencies.delegation-ended', subject: { type: 'delegation', id } },
        detail: { from: delegation.from_name, to: delegation.to_name },
        onceKey: `delegation-ended/${id}/${seatId}`,
      })),
  )
  context.rightsChanged({ personId: delegation.to_person_id, seatId: delegation.to_seat_id })
  return id
}
