import { sql } from 'kysely'
import { seesAll } from '#lib/roles/index.ts'
import type { z } from '#lib/schemas/index.ts'
import type { ActContext } from '#platform/acts/context.ts'
import type { OutgoingQuery } from '../contract.ts'
import { cappedCount } from '../counts.ts'
import { issuedToMe, maySee, outgoingTabs, waitsForMe } from './list.ts'

type Tab = NonNullable<z.output<typeof OutgoingQuery>['tab']>

/** What stands on the tabs for a seat, and beside the menu: only where work waits, never beyond the cap. */
export async function countOutgoing(
  context: ActContext,
): Promise<Record<string, number> & { waitingForMe: number; unreadInternal: number }> {
  const { tx, agency, actor } = context
  const tabs: readonly Tab[] = seesAll(actor.role)
    ? ['drafts', 'in-review', 'to-approve', 'to-number', 'to-dispatch']
    : ['drafts', 'in-review']
  const visible = sql`select from outgoing_documents d where d.agency_id = ${agency} and ${maySee(context)}`
  const counted = tabs.map(
    tab =>
      sql`${cappedCount(sql`${visible} and d.state in (${sql.join([...(outgoingTabs[tab].states ?? [])])})`)} as ${sql.ref(tab)}`,
  )
  const { rows } = await sql<Record<string, number> & { waitingForMe: number; unreadInternal: number }>`
    select ${sql.join([
      ...counted,
      sql`${cappedCount(sql`${visible} and d.state in (${sql.join([...(outgoingTabs.mine.states ?? [])])}) and ${waitsForMe(context)}`)} as "waitingForMe"`,
      sql`${cappedCount(sql`${visible} and d.state = 'dispatched' and ${issuedToMe(context)} and not exists (select from document_reads s
        where s.agency_id = ${agency} and s.document_id = d.id and s.seat_id = ${actor.seatId})`)} as "unreadInternal"`,
    ])}`.execute(tx)
  const row = rows[0]!
  return { ...row, mine: row.waitingForMe }
}
