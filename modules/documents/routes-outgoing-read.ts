import { z } from '#lib/schemas/index.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { platformErrors } from '#platform/acts/errors.ts'
import { runAct } from '#platform/acts/run.ts'
import { logAccess } from '#platform/audit/access-log.ts'
import { asksToSave, sendMadePdf } from '#platform/files/send-file.ts'
import { type Call, routesOf } from '#platform/http/routes.ts'
import { scopeOf } from '#platform/http/scope.ts'
import { readNoticesOf } from '#platform/notifications/notices.ts'
import {
  documentPermissions,
  HistoryPage,
  HistoryQuery,
  OutgoingDocument,
  OutgoingPage,
  OutgoingQuery,
  RecentRecipientList,
  ShownPlaces,
  SignerList,
  SignerQuery,
  VersionDifference,
} from './contract.ts'
import { readCase } from './outgoing/case.ts'
import { listOutgoing } from './outgoing/list.ts'
import { listSigners } from './outgoing/list-signers.ts'
import { placesToShow, showPlaces } from './outgoing/place-number.ts'
import { outgoingHistory, presentOutgoing } from './outgoing/present.ts'
import { previewOf } from './outgoing/preview.ts'
import { recentRecipients } from './outgoing/recent-recipients.ts'
import { findVersion, outgoingSubject } from './outgoing/rows.ts'

const routes = routesOf('documents')
const { read, draft } = documentPermissions

routes.read('/documents/outgoing', {
  summary: 'Văn bản đi và dự thảo',
  permission: read,
  query: OutgoingQuery,
  reply: OutgoingPage,
  read: listOutgoing,
})
routes.read('/documents/outgoing/signers', {
  summary: 'Người được ký văn bản của một nơi ban hành, với thẩm quyền ký và các dòng in trên chữ ký',
  permission: draft,
  query: SignerQuery,
  reply: SignerList,
  read: listSigners,
})
routes.read('/recipients/recent', {
  summary: 'Nơi nhận mà vị trí công tác gửi gần đây, nơi mới nhất trước',
  description: 'Không lấy từ văn bản hạn chế; nơi đã giải thể, người đã thôi vị trí không có trong danh sách.',
  permission: draft,
  reply: RecentRecipientList,
  read: recentRecipients,
})
routes.read('/documents/outgoing/:id', {
  summary: 'Một văn bản đi với việc được phép làm',
  description: 'Mỗi lần xem được ghi vào nhật ký truy cập.',
  permission: read,
  reply: OutgoingDocument,
  leavesTrace: true,
  read: async (context, { id }) => {
    const theCase = await readCase(context, id)
    await logAccess(context, { documentId: id, kind: 'view' })
    await readNoticesOf(context, outgoingSubject(id))
    return presentOutgoing(context, theCase)
  },
})

routes.read('/documents/outgoing/:id/history', {
  summary: 'Lịch sử của một văn bản đi: luân chuyển, lượt xem, tải',
  description: 'Lượt xem, tải (NĐ 30/2020 Phụ lục VI) chỉ hiện với văn thư, lãnh đạo, Chánh Văn phòng, người kiểm tra.',
  permission: read,
  query: HistoryQuery,
  reply: HistoryPage,
  leavesTrace: true,
  read: async (context, input) => {
    const page = await outgoingHistory(context, input)
    await logAccess(context, { documentId: input.id, kind: 'view' })
    return page
  },
})

routes.free('get', '/documents/outgoing/:id/difference', {
  summary: 'Chỗ khác nhau giữa hai bản dự thảo',
  permission: read,
  query: z.object({ from: z.coerce.number().check(z.int(), z.gte(1)), to: z.coerce.number().check(z.int(), z.gte(1)) }),
  reply: VersionDifference,
  handle: async call => {
    const { from, to } = call.query as { from: number; to: number }
    const id = call.params.id!
    const [before, after] = await inSeat(call, async context => {
      if ((await readCase(context, id)).issuedOnly) throw platformErrors.NotFound()
      await logAccess(context, { documentId: id, kind: 'view' })
      return [await findVersion(context, id, from), await findVersion(context, id, to)] as const
    })
    if (!before || !after) throw platformErrors.NotFound()
    const { parts } = await call.gate.machinery.workshop.run('diff-text', {
      before: before.body_text,
      after: after.body_text,
    })
    return { from, to, parts: [...parts] }
  },
})

routes.free('get', '/documents/outgoing/:id/number-places', {
  summary: 'Chỗ ghi số và ngày trên PDF tải lên: đã đặt, và hệ thống đề nghị',
  permission: draft,
  reply: ShownPlaces,
  handle: async call => {
    const shown = await inSeat(call, context => placesToShow(context, call.params.id!))
    return showPlaces(call.gate.machinery, shown)
  },
})

routes.free('get', '/documents/outgoing/:id/preview', {
  summary: 'Bản PDF của dự thảo viết theo mẫu',
  description: 'Thêm ?save=true để tải về máy.',
  permission: read,
  produces: 'application/pdf',
  handle: async call => {
    const letter = await inSeat(call, context => previewOf(context, call.params.id!))
    const { pdfPath } = await call.gate.machinery.workshop.run('render-letter', letter)
    return sendMadePdf(call.reply, pdfPath, { fileName: 'du-thao', save: asksToSave(call.request) })
  },
})

/** A look of the acting seat, in a transaction of its own: what follows is slow and holds none. */
const inSeat = <Result>(call: Call, look: (context: ActContext) => Promise<Result>): Promise<Result> =>
  runAct(call.gate.machinery, scopeOf(call), look)

export const outgoingReadRoutes = routes.all
