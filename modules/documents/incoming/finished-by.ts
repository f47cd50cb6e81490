import type { Context } from '#platform/acts/context.ts'

/** The seat that finished a document last. */
export async function finishedBy({ tx, agency }: Context, documentId: string): Promise<string | null> {
  const last = await tx
    .selectFrom('document_history')
    .select('seat_id')
    .where('agency_id', '=', agency)
    .where('document_id', '=', documentId)
    .where('act', 'in', ['finish', 'finish-without-work'])
    .where('state_after', '=', 'finished')
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.seat_id ?? null
}
