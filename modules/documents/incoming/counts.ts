import { sql } from 'kysely'
import type { ActContext } from '#platform/acts/context.ts'
import { sightOf } from '#platform/acts/sight.ts'
import { countCap } from '../counts.ts'
import { visible, type Wanted } from './list.ts'
import { type IncomingTab, incomingTabs } from './tabs.ts'

/** What stands in the menu and on the tabs for a seat: what it may not see is not counted, and nothing beyond the cap. */
export async function countIncoming(context: ActContext): Promise<Record<string, number>> {
  const counted = tabsCountedFor(context)
  const counts = counted.map(tab => sql`(${countOf(context, incomingTabs[tab])}) as ${sql.ref(tab)}`)
  const { rows } = await sql<Record<string, number>>`select ${sql.join(counts)}`.execute(context.tx)
  return rows[0] ?? {}
}

/** What is finished is never counted: it only grows, and nobody waits for it. */
const tabsCountedFor = ({ actor }: ActContext): readonly IncomingTab[] =>
  sightOf(actor, 'incoming').seesAll
    ? ['to-register', 'to-direct', 'open', 'overdue', 'mine']
    : ['open', 'overdue', 'mine']

const countOf = (context: ActContext, wanted: Wanted) =>
  sql`select count(*)::int from (${visible(context, wanted, countCap)}) counted`
