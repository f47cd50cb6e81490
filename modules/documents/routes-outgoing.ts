import { Id, named, z } from '#lib/schemas/index.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { logAccess } from '#platform/audit/access-log.ts'
import { routesOf } from '#platform/http/routes.ts'
import {
  ApproveDraft,
  ChangeDraft,
  Collected,
  DispatchAgain,
  DraftOutgoing,
  documentPermissions,
  HandedOver,
  NumberOutgoing,
  OpenDocument,
  OutgoingDocument,
  PlaceNumber,
  Recall,
  ReturnDraft,
  ReviewDraft,
  SendToSuccessor,
  SetRecipients,
  SubmitDraft,
  TieToIncoming,
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
import { numberOutgoing } from './outgoing/number.ts'
import { placeNumber } from './outgoing/place-number.ts'
import { presentOutgoing } from './outgoing/present.ts'
import { recallOutgoing } from './outgoing/recall.ts'
import { returnDraft } from './outgoing/return-draft.ts'
import { reviewDraft } from './outgoing/review.ts'
import { sendToSuccessor } from './outgoing/send-to-successor.ts'
import { setRecipients } from './outgoing/set-recipients.ts'
import { submitDraft } from './outgoing/submit.ts'
import { takeBack } from './outgoing/take-back.ts'
import { commentOutgoing, openOutgoing, resolveComment } from './outgoing/talk.ts'
import { tieToIncoming } from './outgoing/tie-to-incoming.ts'

const routes = routesOf('documents')
const { read, draft, approve, number, dispatch, recall } = documentPermissions

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

export const outgoingRoutes = routes.all
