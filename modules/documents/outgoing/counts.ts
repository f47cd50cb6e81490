import { sql } from 'kysely'
import type { ActContext } from '#platform/acts/context.ts'
import { sightOf } from '#platform/acts/sight.ts'
import { countCap } from '../counts.ts'
import { type OutgoingTab, outgoingTabs } from './tabs.ts'
import { visible, type Wanted } from './visible.ts'

type Counts = Record<string, number> & { waitingForMe: number; unreadInternal: number }

/** What stands on the tabs for a seat, and beside the menu: only where work waits, never beyond the cap. */
export async function countOutgoing(context: ActContext): Promise<Counts> {
  const tabs: readonly OutgoingTab[] = sightOf(context.actor, 'outgoing').seesAll
    ? ['drafts', 'in-review', 'to-approve', 'to-number', 'to-dispatch']
    : ['drafts', 'in-review']
  const counted: readonly (readonly [string, Wanted])[] = [
    ...tabs.map(tab => [tab, outgoingTabs[tab]] as const),
    ['waitingForMe', outgoingTabs.mine],
    ['unreadInternal', { ...outgoingTabs.internal, unread: true }],
  ]
  const { rows } = await sql<Counts>`
    select ${sql.join(counted.map(([name, wanted]) => sql`(${countOf(context, wanted)}) as ${sql.ref(name)}`))}`.execute(
    context.tx,
  )
  const row = rows[0]!
  return { ...row, mine: row.waitingForMe }
}

const countOf = (context: ActContext, wanted: Wanted) =>
  sql`select count(*)::int from (${visible(context, wanted, countCap)}) counted`
