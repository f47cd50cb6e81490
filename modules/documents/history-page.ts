import { sql } from 'kysely'
import type { z } from '#lib/schemas/index.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { platformErrors } from '#platform/acts/errors.ts'
import { sightOf } from '#platform/acts/sight.ts'
import { looksToJoin } from '#platform/audit/access-log.ts'
import { cursorAtNumber, readNumberCursor } from '#platform/http/cursor.ts'
import type { Direction, HistoryEntry, HistoryQuery } from './contract.ts'
import { presentEntry } from './present-parts.ts'

type Entry = z.input<typeof HistoryEntry>
type Row = Parameters<typeof presentEntry>[0] & { readonly number: number; readonly looked_by: string | null }

export type HistoryAsked = z.output<typeof HistoryQuery> & {
  readonly documentId: string
  /** The acting seat may know who looked at it. */
  readonly seesLooks: boolean
  /** The movements that the acting seat may know of; nothing said: all. */
  readonly acts?: readonly string[] | undefined
}

/**
 * Who may know who looked at a document: those who run the office or check it (the roles that see all of it, and who
 * stands in for them), of what they see whole. That a colleague read something is no business of the others.
 */
export const seesLooks = ({ actor }: ActContext, direction: Direction): boolean => sightOf(actor, direction).seesAll

/**
 * The one history of a document, the newest first: its movements, and who looked at it, opened and took its files, printed
 * it (NĐ 30/2020 Phụ lục VI, III.5a). Looks of one seat and kind are one entry, at the time of the first, with how many there
 * were and when the last was: it keeps its place when another look is added.
 *
 * @throws platform.NotAllowed when looks alone are asked for and are not the acting seat's to know
 */
export async function pageOfHistory(
  context: ActContext,
  { documentId, seesLooks, acts, only, limit = 20, cursor }: HistoryAsked,
): Promise<{ items: Entry[]; next: string | null }> {
  if (only === 'looks' && !seesLooks) throw platformErrors.NotAllowed({ roles: whoSeesLooks })
  const { agency, tx } = context
  const before = readNumberCursor(cursor)
  // `at` is when a transaction began: two acts that waited for one document may bear it the wrong way round. In their own
  // order each stands where the latest before it does.
  const movements = sql`select h.id, max(h.at) over (order by h.position, h.id) as place, h.position, h.at, h.act,
      h.actor_name, h.actor_title, h.on_behalf_of_name, h.state_before, h.state_after, h.text, h.detail,
      null::uuid as looked_by
    from document_history h where h.agency_id = ${agency} and h.document_id = ${documentId}
      ${acts ? sql`and h.act in (${sql.join(acts)})` : sql``}`
  const looks = sql`select l.id, l.first_at as place, 0 as position, l.first_at as at, 'look-' || l.kind as act,
      '' as actor_name, '' as actor_title, null as on_behalf_of_name, null as state_before, null as state_after,
      null as text, jsonb_build_object('count', l.times, 'lastAt', to_jsonb(l.last_at)) as detail, l.seat_id as looked_by
    from ${looksToJoin(context, documentId)} l`
  const parts = [...(only === 'looks' ? [] : [movements]), ...(only === 'movements' || !seesLooks ? [] : [looks])]
  const { rows } = await sql<Row>`select * from (
      select e.*, (row_number() over (order by e.place, e.position, e.id))::int as number
      from (${sql.join(parts, sql` union all `)}) e) numbered
    where ${before === undefined ? sql`true` : sql`number < ${before}`}
    order by number desc limit ${limit + 1}`.execute(tx)
  const shown = rows.slice(0, limit)
  const names = await context.ports.agencies.seatNames(
    context,
    shown.flatMap(row => row.looked_by ?? []),
  )
  return {
    items: shown.map(row => {
      const by = row.looked_by ? names.get(row.looked_by) : undefined
      return presentEntry(by ? { ...row, actor_name: by.fullName, actor_title: by.title } : row)
    }),
    next: rows.length > limit ? cursorAtNumber(shown.at(-1)!.number) : null,
  }
}

const whoSeesLooks = 'văn thư, lãnh đạo, Chánh Văn phòng, người kiểm tra'
