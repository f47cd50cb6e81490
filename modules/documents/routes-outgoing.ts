import { Id, named, z } from '#lib/schemas/index.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { platformErrors } from '#platform/acts/errors.ts'
import { runAct } from '#platform/acts/run.ts'
import { logAccess } from '#platform/audit/access-log.ts'
import { asksToSave, sendMadePdf } from '#platform/files/send-file.ts'
import { type Call, routesOf } from '#platform/http/routes.ts'
import { scopeOf } from '#platform/http/scope.ts'
import { readNoticesOf } from '#platform/notifications/notices.ts'
import {
  ApproveDraft,
  ChangeDraft,
  Collected,
  DispatchAgain,
  DraftOutgoing,
  documentPermissions,
  HandedOver,
  HistoryPage,
  HistoryQuery,
  NumberOutgoing,
  OpenDocument,
  OutgoingDocument,
  OutgoingPage,
  OutgoingQuery,
  PlaceNumber,
  Recall,
  RecentRecipientList,
  ReturnDraft,
  ReviewDraft,
  SendToSuccessor,
  SetRecipients,
  ShownPlaces,
  SignerList,
  SignerQuery,
  SubmitDraft,
  TieToIncoming,
  VersionDifference,
  WriteComment,
} from './contract.ts'
import { approveDraft } from './outgoing/approve.ts'
import { cancelOutgoing } from './outgoing/cancel.ts'
import { allowedNow, readCase } from './outgoing/case.ts'
import { changeDraft } from './outgoing/change-draft.ts'
import { collected } from './outgoing/collected.ts'
import { dispatchOutgoing } from './outgoing/dispatch.ts'
import { dispatchAgain } from './outgoing/dispatch-again.ts'
import { draftOutgoing } from './outgoing/draft.ts'
import { handedOver } from './outgoing/handed-over.ts'
import { holdDraft, releaseDraft } from './outgoing/hold.ts'
import { listOutgoing } from './outgoing/list.ts'
import { listSigners } from './outgoing/list-signers.ts'
import { numberOutgoing } from './outgoing/number.ts'
import { placeNumber, placesToShow, showPlaces } from './outgoing/place-number.ts'
import { outgoingHistory, presentOutgoing } from './outgoing/present.ts'
import { previewOf } from './outgoing/preview.ts'
import { recallOutgoing } from './outgoing/recall.ts'
import { recentRecipients } from './outgoing/recent-recipients.ts'
import { returnDraft } from './outgoing/return-draft.ts'
import { reviewDraft } from './outgoing/review.ts'
import { findVersion, outgoingSubject } from './outgoing/rows.ts'
import { sendToSuccessor } from './outgoing/send-to-successor.ts'
import { setRecipients } from './outgoing/set-recipients.ts'
import { submitDraft } from './outgoing/submit.ts'
import { takeBack } from './outgoing/take-back.ts'
import { commentOutgoing, openOutgoing, resolveComment } from './outgoing/talk.ts'
import { tieToIncoming } from './outgoing/tie-to-incoming.ts'

const routes = routesOf('documents')
const { read, draft, approve, number, dispatch, recall } = documentPermissions

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

/** What every act on an outgoing document has in common: it answers the document as it stands afterwards. */
const answer = {
  reply: OutgoingDocument,
  recall: async (_context: ActContext, id: string) => ({ id }),
  allowed: allowedNow,
  present: async (context: ActContext, { id }: { id: string }) => presentOutgoing(context, await readCase(context, id)),
}
const Nothing = named('Nothing', z.object({}))
const WithReasonToCancel = named('CancelOutgoing', z.object({ reason: Recall.def.shape.reason }))
const TakeBackOutgoing = named('TakeBackOutgoing', z.object({ reason: z.optional(Recall.def.shape.reason) }))

routes.act('post', '/documents/outgoing', {
  ...answer,
  summary: 'Lập dự thảo',
  permission: draft,
  body: DraftOutgoing,
  status: 201,
  act: draftOutgoing,
  // Whoever sends another draft under its id is shown the one that is stored, and has looked at it.
  recall: async (context, id) => {
    await logAccess(context, { documentId: id, kind: 'view' })
    return { id }
  },
})
routes.act('put', '/documents/outgoing/:id', {
  ...answer,
  summary: 'Sửa dự thảo thành bản mới',
  permission: draft,
  body: ChangeDraft,
  act: changeDraft,
})
routes.act('post', '/documents/outgoing/:id/hold', {
  ...answer,
  summary: 'Lấy dự thảo để sửa',
  permission: draft,
  body: Nothing,
  act: holdDraft,
})
routes.act('post', '/documents/outgoing/:id/release', {
  ...answer,
  summary: 'Trả dự thảo đã lấy để sửa',
  permission: draft,
  body: Nothing,
  act: releaseDraft,
})
routes.act('post', '/documents/outgoing/:id/place-number', {
  ...answer,
  summary: 'Đặt chỗ ghi số và ngày trên PDF tải lên',
  permission: draft,
  body: PlaceNumber,
  act: placeNumber,
})
routes.act('post', '/documents/outgoing/:id/tie-to-incoming', {
  ...answer,
  summary: 'Gắn dự thảo với văn bản đến mà nó trả lời, hoặc bỏ gắn',
  permission: draft,
  body: TieToIncoming,
  act: tieToIncoming,
})
routes.act('post', '/documents/outgoing/:id/submit', {
  ...answer,
  summary: 'Trình dự thảo',
  permission: draft,
  body: SubmitDraft,
  act: submitDraft,
})
routes.act('post', '/documents/outgoing/:id/review', {
  ...answer,
  summary: 'Đồng ý hoặc trả về',
  permission: read,
  body: ReviewDraft,
  act: reviewDraft,
})
routes.act('post', '/documents/outgoing/:id/return', {
  ...answer,
  summary: 'Trả dự thảo về',
  permission: read,
  body: ReturnDraft,
  act: returnDraft,
})
routes.act('post', '/documents/outgoing/:id/approve', {
  ...answer,
  summary: 'Duyệt',
  permission: approve,
  body: ApproveDraft,
  act: approveDraft,
})
routes.act('post', '/documents/outgoing/:id/number', {
  ...answer,
  summary: 'Cấp số, ngày',
  permission: number,
  body: NumberOutgoing,
  act: numberOutgoing,
})
routes.act('post', '/documents/outgoing/:id/recipients', {
  ...answer,
  summary: 'Sửa nơi nhận',
  permission: draft,
  body: SetRecipients,
  act: setRecipients,
})
routes.act('post', '/documents/outgoing/:id/dispatch', {
  ...answer,
  summary: 'Phát hành',
  permission: dispatch,
  body: Nothing,
  act: dispatchOutgoing,
})
routes.act('post', '/documents/outgoing/:id/dispatch-again', {
  ...answer,
  summary: 'Gửi lại các nơi đã trả, hoặc một nơi đã từ chối',
  permission: dispatch,
  body: DispatchAgain,
  act: dispatchAgain,
})
routes.act('post', '/documents/outgoing/:id/send-to-successor', {
  ...answer,
  summary: 'Gửi nơi kế thừa của nơi nhận đã sáp nhập, giải thể',
  permission: dispatch,
  body: SendToSuccessor,
  act: sendToSuccessor,
})
routes.act('post', '/documents/outgoing/:id/take-back', {
  ...answer,
  summary: 'Lấy lại',
  permission: draft,
  body: TakeBackOutgoing,
  act: takeBack,
})
routes.act('post', '/documents/outgoing/:id/recall', {
  ...answer,
  summary: 'Thu hồi văn bản đã phát hành',
  permission: recall,
  body: Recall,
  act: recallOutgoing,
})
routes.act('post', '/documents/outgoing/:id/cancel', {
  ...answer,
  summary: 'Hủy dự thảo hoặc số đã cấp',
  permission: draft,
  body: WithReasonToCancel,
  act: cancelOutgoing,
})
routes.act('post', '/documents/outgoing/:id/handed-over', {
  ...answer,
  summary: 'Đã chuyển bằng tay hoặc gửi bưu điện',
  permission: dispatch,
  body: HandedOver,
  act: handedOver,
})
routes.act('post', '/documents/outgoing/:id/collected', {
  ...answer,
  summary: 'Đã thu lại bản giấy của văn bản bị thu hồi',
  permission: dispatch,
  body: Collected,
  act: collected,
})
routes.act('post', '/documents/outgoing/:id/comment', {
  ...answer,
  summary: 'Ghi ý kiến',
  permission: read,
  body: WriteComment,
  act: commentOutgoing,
})
routes.act('post', '/documents/outgoing/:id/resolve-comment', {
  ...answer,
  summary: 'Đánh dấu ý kiến đã xong',
  permission: read,
  body: named('ResolveComment', z.object({ commentId: Id })),
  act: resolveComment,
})
routes.act('post', '/documents/outgoing/:id/open', {
  ...answer,
  summary: 'Mở đọc',
  description: 'Với unseen, văn bản phát hành nội bộ được đánh dấu đã đọc mà không mở.',
  permission: read,
  body: OpenDocument,
  act: openOutgoing,
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

export const outgoingRoutes = routes.all
