import { formatDate, todayInVietnam, vietnamTime } from '#lib/vietnamese/index.ts'
import type { Context } from '#platform/acts/context.ts'
import { passingActs } from './history.ts'
import { type HistoryAct, historyLabelOf } from './history-acts.vi.ts'

/**
 * "Lê Văn Định: Giao xử lý, 08:12 ngày 25/11/2026." for whoever comes too late.
 *
 * @param among the acts that are asked for; none named: all that moved the document
 */
export async function lastAct(
  { tx, agency }: Context,
  documentId: string,
  among: readonly HistoryAct[] = [],
): Promise<string> {
  let acts = tx
    .selectFrom('document_history')
    .select(['act', 'actor_name', 'at'])
    .where('agency_id', '=', agency)
    .where('document_id', '=', documentId)
    .orderBy('position', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
  acts = among.length > 0 ? acts.where('act', 'in', among) : acts.where('act', 'not in', passingActs)
  const last = await acts.executeTakeFirst()
  if (!last) return ''
  const when = `${vietnamTime(last.at)} ngày ${formatDate(todayInVietnam(last.at))}`
  return `${last.actor_name}: ${historyLabelOf(last.act)}, ${when}.`
}
