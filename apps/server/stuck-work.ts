import type pg from 'pg'
import { stuckAfter } from '#platform/outbox/outbox.ts'
import type { Finding } from './finding.ts'

type Stuck = { agency: string; kind: string; attempts: number; last_error: string; since: string }

/** Work in the outboxes that fails again and again: the oldest is named, the others are counted. */
export async function stuckWork(pool: pg.Pool): Promise<Finding> {
  const { rows } = await pool.query<Stuck>(
    `select coalesce(a.short_name, w.agency_id::text) as agency, w.kind, w.attempts, w.last_error,
       to_char(w.created_at at time zone 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY HH24:MI') as since
     from stuck_entries($1) w left join agencies a on a.id = w.agency_id order by w.created_at, w.id`,
    [stuckAfter],
  )
  const [oldest] = rows
  if (!oldest) return { ok: true, what: 'không có việc nào bị kẹt' }
  const { agency, kind, attempts, last_error, since } = oldest
  return {
    ok: false,
    what: `${rows.length} việc bị kẹt; lâu nhất: ${kind} của ${agency}, từ ${since}, đã thử ${attempts} lần`,
    advice: `${last_error}; hệ thống vẫn tự thử lại, xem server.log theo mã việc`,
  }
}
