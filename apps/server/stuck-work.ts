import type pg from 'pg'
import { compareVietnamese, todayInVietnam } from '#lib/vietnamese/index.ts'
import { shortNames } from '#modules/agencies/every-agency.ts'
import { missingYears } from '#platform/calendar/change-year.ts'
import { withoutAgency } from '#platform/database/transaction.ts'
import { stuckAfter } from '#platform/outbox/outbox.ts'
import type { Finding } from './finding.ts'

type Stuck = { agency: string; kind: string; attempts: number; last_error: string; since: string }

/** Work in the outboxes that fails again and again: the oldest is named, the others are counted. */
export async function stuckWork(pool: pg.Pool): Promise<Finding> {
  const { rows } = await pool.query<Stuck>(
    `select w.agency_id as agency, w.kind, w.attempts, w.last_error,
       to_char(w.created_at at time zone 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY HH24:MI') as since
     from stuck_entries($1) w order by w.created_at, w.id`,
    [stuckAfter],
  )
  const [oldest] = rows
  if (!oldest) return { ok: true, what: 'không có việc nào bị kẹt' }
  const { agency, kind, attempts, last_error, since } = oldest
  const names = await shortNames(pool, [agency])
  return {
    ok: false,
    what: `${rows.length} việc bị kẹt; lâu nhất: ${kind} của ${names.get(agency) ?? agency}, từ ${since}, đã thử ${attempts} lần`,
    advice: `${last_error}; hệ thống vẫn tự thử lại, xem server.log theo mã việc`,
  }
}

type Odd = { agency: string; sender: string; kind: string; problem: string; since: string }

/** How long a message that found nothing to apply to is shown: nobody can do more about it than ask. */
const shownForDays = 30

/** Messages between agencies that found no document, or said what cannot be: the latest is named, the others counted. */
export async function oddMessages(pool: pg.Pool): Promise<Finding> {
  const { rows } = await pool.query<Odd>(
    `select m.agency_id as agency, m.from_agency_id as sender, m.kind, m.problem,
       to_char(m.received_at at time zone 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY HH24:MI') as since
     from message_problems(now() - make_interval(days => $1)) m
     order by m.received_at desc, m.message_id`,
    [shownForDays],
  )
  const [latest] = rows
  if (!latest) return { ok: true, what: `không có thông điệp lạc trong ${shownForDays} ngày qua` }
  const { agency, sender, kind, problem, since } = latest
  const names = await shortNames(pool, [agency, sender])
  return {
    ok: false,
    what: `${rows.length} thông điệp không khớp văn bản nào; gần nhất: ${kind} từ ${names.get(sender) ?? sender} đến ${names.get(agency) ?? agency}, ${since}`,
    advice: `${problem}; hai cơ quan đối chiếu trạng thái văn bản với nhau, báo người hỗ trợ kèm dòng này`,
  }
}

const namedUnits = 3

/** Units that nobody leads: no work can be given to them. A few are named, the others counted. */
export async function unitsWithoutHead(pool: pg.Pool): Promise<Finding> {
  const { rows } = await pool.query<{ agency: string; unit: string }>(
    'select u.agency_id as agency, u.name as unit from units_without_head($1) u',
    [todayInVietnam(new Date())],
  )
  if (rows.length === 0) return { ok: true, what: 'đơn vị nào cũng có người phụ trách' }
  const names = await shortNames(
    pool,
    rows.map(row => row.agency),
  )
  const inOrder = rows
    .map(row => ({ unit: row.unit, agency: names.get(row.agency)! }))
    .sort((left, right) => compareVietnamese(left.agency, right.agency) || compareVietnamese(left.unit, right.unit))
  const named = inOrder.slice(0, namedUnits).map(({ agency, unit }) => `${unit} (${agency})`)
  return {
    ok: false,
    what: `${rows.length} đơn vị chưa có người phụ trách: ${named.join('; ')}${rows.length > namedUnits ? '; …' : ''}`,
    advice: 'chưa giao việc cho đơn vị đó được: quản trị cơ quan cử người phụ trách trong Quản trị → Người dùng',
    optional: true,
  }
}

/** Years whose days off should be known by now: deadlines that reach into them cannot be reckoned. */
export async function calendarMissing(pool: pg.Pool, today = todayInVietnam(new Date())): Promise<Finding> {
  const missing = await missingYears({ tx: withoutAgency(pool), today })
  if (missing.length === 0) return { ok: true, what: 'lịch làm việc đã nhập đủ' }
  return {
    ok: false,
    what: `chưa có lịch làm việc năm ${missing.join(', ')}: hạn rơi vào năm đó chưa tính được`,
    advice: 'quản trị hệ thống nhập theo thông báo nghỉ lễ, tết trong Quản trị hệ thống → Lịch làm việc',
    optional: true,
  }
}
