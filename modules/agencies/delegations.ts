import { sql } from 'kysely'
import type { z } from '#lib/schemas/index.ts'
import type { ActContext, Context } from '#platform/acts/context.ts'
import { platformErrors } from '#platform/acts/errors.ts'
import { cursorAtRow, readRowCursor } from '#platform/http/cursor.ts'
import type { DelegationQuery } from './contract.ts'
import { mayAdminister } from './policy.ts'

export type DelegationRow = NonNullable<Awaited<ReturnType<typeof findDelegation>>>

export const findDelegation = (context: Context, id: string) =>
  select(context).where('delegations.id', '=', id).executeTakeFirst()

/** One of those that the acting seat's list shows. @throws platform.NotFound */
export async function getOwnDelegation(context: ActContext, id: string): Promise<DelegationRow> {
  const found = await listed(context).where('delegations.id', '=', id).executeTakeFirst()
  if (!found) throw platformErrors.NotFound()
  return found
}

/** A seat's own ones, given and received; to the administrator all of the office. What holds or will hold comes first. */
export async function listDelegations(
  context: ActContext,
  { limit = 20, cursor }: z.output<typeof DelegationQuery>,
): Promise<{ items: readonly DelegationRow[]; next: string | null }> {
  const { agency, today } = context
  const after = readRowCursor(cursor)
  const holds = sql`(delegations.ended_at is null and delegations.valid_to >= ${today})`
  const place = sql`${holds}, delegations.valid_from, delegations.id`
  let query = listed(context)
    .orderBy(holds, 'desc')
    .orderBy('delegations.valid_from', 'desc')
    .orderBy('delegations.id', 'desc')
    .limit(limit + 1)
  if (after)
    query = query.where(
      sql<boolean>`(${place}) < (select ${place} from delegations where delegations.agency_id = ${agency} and delegations.id = ${after})`,
    )
  const rows = await query.execute()
  return { items: rows.slice(0, limit), next: rows.length > limit ? cursorAtRow(rows[limit - 1]!.id) : null }
}

function listed(context: ActContext) {
  const { actor } = context
  if (mayAdminister(actor)) return select(context)
  return select(context).where(({ or, eb }) =>
    or([eb('delegations.from_seat_id', '=', actor.seatId), eb('delegations.to_seat_id', '=', actor.seatId)]),
  )
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
