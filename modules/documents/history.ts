import { sql } from 'kysely'
import type { Context } from '#platform/acts/context.ts'
import type { HistoryAct } from './history-acts.vi.ts'

/** What leaves a document where it is and undoes nothing: somebody looked, said a word, or was told of it. */
export const passingActs: readonly HistoryAct[] = ['open', 'mark-read', 'comment', 'urgent-unopened']

export type HistoryFacts = {
  readonly documentId: string
  readonly act: HistoryAct
  readonly before?: string | null
  readonly after?: string | null
  /** What was said: a direction, a reason, a result. */
  readonly text?: string | null | undefined
  /** For whom it was done, when another did it. */
  readonly onBehalfOfName?: string | null | undefined
  /** Who did it, where it was not the acting seat: another agency's people. */
  readonly by?: { readonly name: string; readonly title: string }
  readonly detail?: Readonly<Record<string, unknown>>
}

/** Adds an entry to a document's one history (lịch sử luân chuyển): who, for whom, what, from and to which state. */
export async function writeHistory(context: Context, facts: HistoryFacts): Promise<void> {
  await historyToWrite(context, facts).execute()
}

/** The same as a write that goes along with others. */
export function historyToWrite(context: Context, facts: HistoryFacts) {
  const { tx, agency, actor, now } = context
  const by = facts.by ?? (actor.kind === 'seat' ? { name: actor.fullName, title: actor.title } : systemItself)
  return tx.insertInto('document_history').values({
    agency_id: agency,
    id: context.newId(),
    document_id: facts.documentId,
    at: now,
    act: facts.act,
    seat_id: actor.kind === 'seat' ? actor.seatId : null,
    actor_name: by.name,
    actor_title: by.title,
    on_behalf_of_name: facts.onBehalfOfName ?? null,
    state_before: facts.before ?? null,
    state_after: facts.after ?? null,
    text: facts.text ?? null,
    detail: JSON.stringify(facts.detail ?? {}),
    // In this very statement, so that what an act writes side by side keeps its order too.
    position: sql<number>`(select coalesce(max(before.position), 0) + 1 from document_history before
      where before.agency_id = ${agency} and before.document_id = ${facts.documentId})`,
  })
}

const systemItself = { name: 'Hệ thống', title: '' }
