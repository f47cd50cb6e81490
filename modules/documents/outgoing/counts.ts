import { type RawBuilder, sql } from 'kysely'
import type { ActContext } from '#platform/acts/context.ts'
import { sightOf } from '#platform/acts/sight.ts'
import { countCap } from '../counts.ts'
import { type OutgoingTab, outgoingTabs } from './tabs.ts'
import { unreadOf } from './unread.ts'
import { visible } from './visible.ts'

type Counts = Record<string, number> & { waitingForMe: number; unreadInternal: number }

/** What stands on the tabs for a seat, and beside the menu: only where work waits, never beyond the cap. */
export async function countOutgoing(context: ActContext): Promise<Counts> {
  const tabs: readonly OutgoingTab[] = sightOf(context.actor, 'outgoing').seesAll
    ? ['drafts', 'in-review', 'to-approve', 'to-number', 'to-dispatch']
    : ['drafts', 'in-review']
  const counted: readonly (readonly [string, RawBuilder<unknown>])[] = [
    ...tabs.map(tab => [tab, visible(context, outgoingTabs[tab], countCap)] as const),
    ['waitingForMe', visible(context, outgoingTabs.mine, countCap)],
    ['unreadInternal', unreadOf(context, countCap)],
  ]
  const counts = counted.map(([name, rows]) => sql`(select count(*)::int from (${rows}) counted) as ${sql.ref(name)}`)
  const { rows } = await sql<Counts>`select ${sql.join(counts)}`.execute(context.tx)
  const row = rows[0]!
  return { ...row, mine: row.waitingForMe }
}
