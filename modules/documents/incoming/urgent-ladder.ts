import { sql } from 'kysely'
import type { z } from '#lib/schemas/index.ts'
import type { Context } from '#platform/acts/context.ts'
import type { LadderRole, Rung, SaveUrgentLadder, UrgentLadder } from '../contract.ts'

/**
 * What holds where an office has decided nothing: half an hour for the clerk, who is told at once when it arrives; then he
 * again and the office head; half an hour later the leaders. The law says "ngay" and names no figure (NĐ 30/2020 Điều 23.1).
 */
const usualLadder: readonly Rung[] = [
  { minutes: 30, roles: ['clerk', 'office-head'] },
  { minutes: 30, roles: ['leader'] },
]

/** The rungs of the office's ladder in their order. */
export const ladderOf = async (context: Context): Promise<readonly Rung[]> => (await readLadder(context)).rungs

/** The same with whether the office has decided it itself. */
export async function readLadder({ tx, agency }: Context): Promise<z.input<typeof UrgentLadder>> {
  const rows = await tx
    .selectFrom('urgent_rungs')
    .select(['minutes', 'roles'])
    .where('agency_id', '=', agency)
    .orderBy('ordinal')
    .execute()
  if (rows.length === 0) return { rungs: [...usualLadder], usual: true }
  return { rungs: rows.map(({ minutes, roles }) => ({ minutes, roles: roles as LadderRole[] })), usual: false }
}

/** The ladder is laid down whole; what is under way goes on by the new one. */
export async function saveLadder(context: Context, { rungs }: z.output<typeof SaveUrgentLadder>): Promise<void> {
  const { tx, agency } = context
  // Two who lay it down at one time do so one after the other.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${agency}/urgent-ladder`}, 0))`.execute(tx)
  const before = await ladderOf(context)
  await tx.deleteFrom('urgent_rungs').where('agency_id', '=', agency).execute()
  await tx
    .insertInto('urgent_rungs')
    .values(
      rungs.map(({ minutes, roles }, at) => ({
        ...{ agency_id: agency, ordinal: at + 1, minutes },
        roles: JSON.stringify([...new Set(roles)]),
      })),
    )
    .execute()
  await context.audit({
    act: 'documents.save-urgent-ladder',
    subject: { type: 'urgent-ladder', id: agency },
    before: { rungs: before },
    after: { rungs },
  })
}
