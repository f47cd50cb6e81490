import { sql } from 'kysely'
import type { z } from '#lib/schemas/index.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { sightOf } from '#platform/acts/sight.ts'
import { periodsTodayToJoin } from '#platform/numbering/series.ts'
import type { Today } from '../contract.ts'

type Arrived = z.input<typeof Today>['arrivedToday']

/** How many came in today and how many of them stand in the register, with the last number: for those who see all. */
export async function arrivedToday(context: ActContext): Promise<Arrived> {
  const { tx, agency, actor, today } = context
  if (!sightOf(actor, 'incoming').seesAll) return null
  const { rows } = await sql<{ arrived: number; registered: number }>`
    select count(*)::int as arrived, count(arrival_number)::int as registered from incoming_documents
    where agency_id = ${agency} and arrived_at >= (${today}::date::timestamp at time zone 'Asia/Ho_Chi_Minh')
      and not restricted`.execute(tx)
  const last = await lastNumber(context)
  return { ...rows[0]!, lastNumber: last?.arrival_number ?? null, lastAt: last?.registered_at?.toISOString() ?? null }
}

/** The last number of this year, or term, in the office's own register of arrivals. */
async function lastNumber(context: ActContext) {
  const { tx, agency, today } = context
  const { rows } = await sql<{ arrival_number: number; registered_at: Date | null }>`
    select d.arrival_number, d.registered_at from registers r
      join ${periodsTodayToJoin(context)} p on p.series_id = r.series_id
      join incoming_documents d on d.agency_id = ${agency} and d.series_id = p.series_id and d.period = p.period
        and d.arrival_number = p.last_number and d.arrival_suffix = ''
    where r.agency_id = ${agency} and r.direction = 'incoming' and r.is_default
      and (r.valid_to is null or r.valid_to > ${today})
    order by r.code limit 1`.execute(tx)
  return rows.at(0)
}
