import { Id, Instant, named, PageQuery, page, z } from '#lib/schemas/index.ts'
import { cursorAfter, readCursor } from '../http/cursor.ts'
import { routesOf } from '../http/routes.ts'

const routes = routesOf('notices')

const Notice = named(
  'Notice',
  z.object({
    id: Id,
    kind: z.string(),
    subjectType: z.string(),
    subjectId: Id,
    about: z.nullable(named('NoticeAbout', z.object({ notation: z.string(), subject: z.string() }))),
    detail: z.record(z.string(), z.any()),
    createdAt: Instant,
    readAt: z.nullable(Instant),
  }),
)

routes.read('/notices', {
  summary: 'Thông báo của vị trí công tác',
  permission: 'seated',
  query: z.object({ unread: z.optional(z.enum(['true'])), ...PageQuery }),
  reply: page('NoticePage', Notice),
  read: async (context, { limit = 20, cursor, unread }) => {
    const { tx, agency, actor, ports } = context
    const after = readCursor(cursor)
    let query = tx
      .selectFrom('notices')
      .selectAll()
      .where('agency_id', '=', agency)
      .where('seat_id', '=', actor.seatId)
      .where(ports.noticeSubjects.isSeen(context, 'notices'))
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit + 1)
    if (unread) query = query.where('read_at', 'is', null)
    if (after)
      query = query.where(({ eb, refTuple, tuple }) => eb(refTuple('created_at', 'id'), '<', tuple(after.at, after.id)))
    const rows = await query.execute()
    const shown = rows.slice(0, limit)
    const names = await ports.noticeSubjects.namesOf(
      context,
      shown.map(row => ({ type: row.subject_type, id: row.subject_id })),
    )
    return {
      items: shown.map(row => ({
        id: row.id,
        kind: row.kind,
        subjectType: row.subject_type,
        subjectId: row.subject_id,
        about: names.get(row.subject_id) ?? null,
        detail: row.detail as Record<string, unknown>,
        createdAt: row.created_at.toISOString(),
        readAt: row.read_at?.toISOString() ?? null,
      })),
      next: rows.length > limit ? cursorAfter(rows[limit - 1]!.created_at, rows[limit - 1]!.id) : null,
    }
  },
})

const NoticesRead = named('NoticesRead', z.object({ read: z.number() }))

routes.act('post', '/notices/read', {
  summary: 'Đánh dấu đã đọc các thông báo',
  permission: 'seated',
  body: named('ReadNotices', z.object({ ids: z.array(Id).check(z.maxLength(200)) })),
  reply: NoticesRead,
  act: async ({ tx, agency, actor, now }, { ids }) => {
    if (ids.length === 0) return 0
    const changed = await tx
      .updateTable('notices')
      .set({ read_at: now })
      .where('agency_id', '=', agency)
      .where('seat_id', '=', actor.seatId)
      .where('id', 'in', ids)
      .where('read_at', 'is', null)
      .executeTakeFirst()
    return Number(changed.numUpdatedRows)
  },
  recall: async () => 0,
  present: (_context, read) => ({ read }),
})

routes.act('post', '/notices/read-all', {
  summary: 'Đánh dấu đã đọc mọi thông báo đến một lúc, thường là lúc của thông báo mới nhất đang hiện',
  permission: 'seated',
  body: named('ReadAllNotices', z.object({ until: Instant })),
  reply: NoticesRead,
  act: ({ tx, agency, actor, now }, { until }) =>
    tx
      .updateTable('notices')
      .set({ read_at: now })
      .where('agency_id', '=', agency)
      .where('seat_id', '=', actor.seatId)
      .where('created_at', '<=', new Date(until))
      .where('read_at', 'is', null)
      .executeTakeFirst(),
  recall: async () => ({ numUpdatedRows: 0n }),
  present: (_context, changed) => ({ read: Number(changed.numUpdatedRows) }),
})

export const noticeRoutes = routes.all
