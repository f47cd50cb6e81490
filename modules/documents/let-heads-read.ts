import { sql } from 'kysely'
import { seatKey } from '#platform/acts/actor.ts'
import type { Context } from '#platform/acts/context.ts'
import { type ActMachinery, runAct } from '#platform/acts/run.ts'
import type { OutboxItem } from '#platform/outbox/relay.ts'
import { bySystem } from './by-system.ts'
import { letReadWhoWorks } from './incoming/give-work.ts'
import { incomingSubject } from './incoming/rows.ts'
import { announceIncoming } from './incoming/settle.ts'

/** A unit has another head from today on: what is open with the unit has somebody who sees it. */
export async function headsChanged(machinery: ActMachinery, item: OutboxItem): Promise<void> {
  const { unitId } = item.payload as { unitId: string }
  await runAct(machinery, bySystem(item), context => letHeadRead(context, unitId))
}

/** Work that a unit has at once; nobody lets more lie. */
const mostOpen = 1000

/**
 * Of a restricted document a unit is its head alone. Lets today's head read those of which the unit has open work: he is to
 * do it, and his predecessor's sight ended with his seat. Of what is done nothing is shown to a successor (NĐ 30/2020
 * Phụ lục VI, D71).
 */
export async function letHeadRead(context: Context, unitId: string): Promise<void> {
  const { tx, agency, ports } = context
  // One leaves and another comes on the same day: the second of both finds done what the first did.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${agency}/head/${unitId}`}, 0))`.execute(tx)
  const head = await ports.agencies.findUnitHead(context, unitId)
  if (!head) return
  const work = await ports.assignments.openOf(context, { seatIds: [], unitIds: [unitId] }, mostOpen)
  const byDocument = Map.groupBy(work, one => one.subject.id)
  if (byDocument.size === 0) return
  const unseen = await tx
    .selectFrom('incoming_documents as d')
    .select(['d.id', 'd.arrived_at', 'd.restricted'])
    .where('d.agency_id', '=', agency)
    .where('d.id', 'in', [...byDocument.keys()])
    .where('d.restricted', '=', true)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('document_readers as r')
            .select('r.reader')
            .where('r.agency_id', '=', agency)
            .where('r.reader', '=', seatKey(head.id))
            .whereRef('r.document_id', '=', 'd.id'),
        ),
      ),
    )
    .orderBy('d.id')
    .execute()
  await Promise.all(
    unseen.map(async document => {
      await letReadWhoWorks(context, document, byDocument.get(document.id)!)
      await context.audit({
        act: 'documents.let-head-read',
        subject: incomingSubject(document.id),
        after: { seat: head.id, unit: unitId },
      })
      await announceIncoming(context, document)
    }),
  )
}
