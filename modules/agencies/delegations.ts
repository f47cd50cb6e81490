import { sql } from 'kysely'
import type { ActContext, Context } from '#platform/acts/context.ts'
import { mayAdminister } from './policy.ts'

export type DelegationRow = NonNullable<Awaited<ReturnType<typeof findDelegation>>>

const mostShown = 200

export const findDelegation = (context: Context, id: string) =>
  select(context).where('delegations.id', '=', id).executeTakeFirst()

/** A seat's own ones, given and received; to the administrator all of the office. What holds or will hold comes first. */
export async function listDelegations(context: ActContext): Promise<readonly DelegationRow[]> {
  const { actor, today } = context
  let query = select(context)
    .orderBy(sql`delegations.ended_at is null and delegations.valid_to >= ${today}`, 'desc')
    .orderBy('delegations.valid_from', 'desc')
    .orderBy('delegations.id', 'desc')
    .limit(mostShown)
  if (!mayAdminister(actor))
    query = query.where(({ or, eb }) =>
      or([eb('delegations.from_seat_id', '=', actor.seatId), eb('delegations.to_seat_id', '=', actor.seatId)]),
    )
  return query.execute()
}

function select({ tx, agency }: Context) {
  return tx
    .selectFrom('delegations')
    .innerJoin('seats as givers', join =>
      join.onRef('givers.agency_id', '=', 'delegations.agency_id').onRef('givers.id', '=', 'delegations.from_seat_id'),
    )
    .innerJoin('seats as takers', join =>
      join.onRef('takers.agency_id', '=', 'delegations.agency_id').onRef('takers.id', '=', 'delegations.to_seat_id'),
    )
    .selectAll('delegations')
    .select(['givers.full_name as from_name', 'takers.full_name as to_name', 'takers.person_id as to_person_id'])
    .where('delegations.agency_id', '=', agency)
}
