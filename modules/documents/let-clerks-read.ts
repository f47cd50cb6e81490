import { sql } from 'kysely'
import { seatKey } from '#platform/acts/actor.ts'
import type { Context } from '#platform/acts/context.ts'
import { type ActMachinery, runAct } from '#platform/acts/run.ts'
import type { OutboxItem } from '#platform/outbox/relay.ts'
import { bySystem } from './by-system.ts'
import type { Direction } from './contract.ts'
import { incomingSubject } from './incoming/rows.ts'
import { announceIncoming } from './incoming/settle.ts'
import { openIncomingStates } from './incoming/states.ts'
import { announceOutgoing } from './outgoing/record.ts'
import { outgoingSubject } from './outgoing/rows.ts'
import { addReaders } from './readers.ts'

/** The office's clerks are others from today on: what is open with them has somebody who sees it. */
export async function clerksChanged(machinery: ActMachinery, item: OutboxItem): Promise<void> {
  await runAct(machinery, bySystem(item), letClerksRead)
}

/**
 * Lets today's clerks read the restricted documents that are still open and that none of them may see: those of whom they
 * were have left, or nobody was clerk when they came. Else such a document would wait for nobody for ever. Of what is done
 * nothing is shown to a successor (rights end with the seat: NĐ 30/2020 Phụ lục VI, D71).
 */
export async function letClerksRead(context: Context): Promise<void> {
  // One leaves and another comes on the same day: the second of both finds done what the first did.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${context.agency}/clerks`}, 0))`.execute(context.tx)
  const clerks = await context.ports.agencies.seatsWhere(context, { role: 'clerk' })
  if (clerks.length === 0) return
  const keys = clerks.map(clerk => seatKey(clerk.id))
  const unseen = await unseenBy(context, keys)
  await Promise.all(
    unseen.map(async ({ id, direction, sort_at }) => {
      const announce = direction === 'incoming' ? announceIncoming : announceOutgoing
      await Promise.all([
        addReaders(context, { documentId: id, direction, sortAt: sort_at }, keys, 'register'),
        context.audit({
          act: 'documents.let-clerks-read',
          subject: direction === 'incoming' ? incomingSubject(id) : outgoingSubject(id),
          after: { seats: clerks.map(clerk => clerk.id) },
        }),
        announce(context, { id, restricted: true }),
      ])
    }),
  )
}

type Unseen = { readonly id: string; readonly direction: Direction; readonly sort_at: Date }

async function unseenBy({ tx, agency }: Context, clerkKeys: readonly string[]): Promise<readonly Unseen[]> {
  const unseen = sql`not exists (select from document_readers r where r.agency_id = ${agency} and r.document_id = d.id
    and r.reader in (${sql.join(clerkKeys)}))`
  const { rows } = await sql<Unseen>`
    select d.id, 'incoming' as direction, d.arrived_at as sort_at from incoming_documents d
      where d.agency_id = ${agency} and d.restricted and d.state in (${sql.join(['arrived', ...openIncomingStates])})
        and ${unseen}
    union all select d.id, 'outgoing', d.created_at from outgoing_documents d
      where d.agency_id = ${agency} and d.restricted and ${unseen} and (d.state in ('approved', 'numbered')
        or (d.state in ('dispatched', 'recalled') and d.id in (select p.document_id from outgoing_recipients p
          where p.agency_id = ${agency} and p.state in ('by-hand', 'recall-asked', 'refused'))))
    order by id`.execute(tx)
  return rows
}
