import type { z } from '#lib/schemas/index.ts'
import { logAccess } from '#platform/audit/access-log.ts'
import { type ActRoute, routesOf } from '#platform/http/routes.ts'
import { readNoticesOf } from '#platform/notifications/notices.ts'
import {
  AnswerExtension,
  AskExtension,
  Assign,
  AttachFiles,
  BringBack,
  ChangeLead,
  Confirm,
  CorrectDirection,
  Direct,
  DueDateAnswer,
  DueDateQuestion,
  DuplicateAnswer,
  DuplicateCheck,
  documentPermissions,
  Extend,
  Finish,
  FinishWithoutWork,
  Forward,
  HistoryPage,
  HistoryQuery,
  type IncomingAct,
  IncomingDocument,
  IncomingIssuerPage,
  IncomingIssuerQuery,
  IncomingOpened,
  IncomingPage,
  IncomingQuery,
  IncomingRow,
  NoteUnregistered,
  OpenDocument,
  Propose,
  RegisterArrived,
  RegisterIncoming,
  Reopen,
  ReturnTask,
  SendUp,
  TakeBackTask,
  Urge,
  WithdrawTask,
  WithReason,
  WriteComment,
} from './contract.ts'
import { assign } from './incoming/assign.ts'
import { attach } from './incoming/attach.ts'
import { bringBack } from './incoming/bring-back.ts'
import { allowedNow } from './incoming/case.ts'
import { changeLead } from './incoming/change-lead.ts'
import { comment } from './incoming/comment.ts'
import { confirm } from './incoming/confirm.ts'
import { correctDirection } from './incoming/correct-direction.ts'
import { direct } from './incoming/direct.ts'
import { proposeDueDate } from './incoming/due-date.ts'
import { lookForDuplicate } from './incoming/duplicates.ts'
import { answerExtension, askExtension, extend } from './incoming/extension.ts'
import { finish } from './incoming/finish.ts'
import { finishWithoutWork } from './incoming/finish-without-work.ts'
import { forward } from './incoming/forward.ts'
import { listIncoming } from './incoming/list.ts'
import { listIncomingIssuers } from './incoming/list-issuers.ts'
import { noteUnregistered } from './incoming/note-unregistered.ts'
import { lookAt, open, openArrival } from './incoming/open.ts'
import { incomingHistory, presentIncoming, presentIncomingById, presentRegistered } from './incoming/present.ts'
import { propose } from './incoming/propose.ts'
import { refuse } from './incoming/refuse.ts'
import { registerArrived } from './incoming/register-arrived.ts'
import { registerIncoming } from './incoming/register-incoming.ts'
import { reopen } from './incoming/reopen.ts'
import { returnTask } from './incoming/return-task.ts'
import { getIncoming, incomingSubject } from './incoming/rows.ts'
import { sendUp } from './incoming/send-up.ts'
import { setAside } from './incoming/set-aside.ts'
import { takeBack } from './incoming/take-back.ts'
import { urge } from './incoming/urge.ts'
import { withdrawTask } from './incoming/withdraw-task.ts'

const routes = routesOf('documents')
const { read, register, handle, direct: mayDirect, propose: mayPropose } = documentPermissions

routes.read('/documents/incoming', {
  summary: 'Danh sách văn bản đến',
  permission: read,
  query: IncomingQuery,
  reply: IncomingPage,
  read: listIncoming,
})

routes.read('/documents/incoming/issuers', {
  summary: 'Nơi ban hành các văn bản của một danh sách',
  permission: read,
  query: IncomingIssuerQuery,
  reply: IncomingIssuerPage,
  read: listIncomingIssuers,
})

routes.act('post', '/documents/incoming', {
  summary: 'Vào sổ văn bản đến',
  description: 'Mã id do máy của người dùng tạo (UUIDv7): gửi lại cùng nội dung thì trả lời như lần đầu.',
  permission: register,
  body: RegisterIncoming,
  reply: IncomingRow,
  status: 201,
  act: registerIncoming,
  recall: getIncoming,
  present: presentRegistered,
})

routes.act('post', '/documents/incoming/unregistered', {
  summary: 'Ghi nhận văn bản giấy không vào sổ, có lý do',
  description:
    'Không cấp số; hiện trong danh sách và đưa về chờ vào sổ được. Gửi lại cùng id và nội dung thì trả lời như lần đầu.',
  permission: register,
  body: NoteUnregistered,
  reply: IncomingRow,
  status: 201,
  act: noteUnregistered,
  recall: getIncoming,
  present: presentRegistered,
})

routes.read('/documents/incoming/duplicates', {
  summary: 'Văn bản cùng số, ký hiệu và nơi ban hành đã có',
  permission: register,
  query: DuplicateCheck,
  reply: DuplicateAnswer,
  read: lookForDuplicate,
})

routes.read('/documents/incoming/due-date', {
  summary: 'Hạn xử lý được đề xuất, theo lịch làm việc',
  permission: read,
  query: DueDateQuestion,
  reply: DueDateAnswer,
  read: proposeDueDate,
})

routes.read('/documents/incoming/:id', {
  summary: 'Một văn bản đến với việc được phép làm',
  description: 'Mỗi lần xem được ghi vào nhật ký truy cập.',
  permission: read,
  reply: IncomingDocument,
  leavesTrace: true,
  read: async (context, { id }) => {
    const theCase = await lookAt(context, id)
    await logAccess(context, { documentId: id, kind: 'view' })
    await readNoticesOf(context, incomingSubject(id))
    return presentIncoming(context, theCase)
  },
})

routes.read('/documents/incoming/:id/history', {
  summary: 'Lịch sử của một văn bản đến: luân chuyển, lượt xem, tải, in',
  description:
    'Lượt xem, tải, in (NĐ 30/2020 Phụ lục VI) chỉ hiện với văn thư, lãnh đạo, Chánh Văn phòng, người kiểm tra.',
  permission: read,
  query: HistoryQuery,
  reply: HistoryPage,
  leavesTrace: true,
  read: async (context, input) => {
    const page = await incomingHistory(context, input)
    await openArrival(context, input.id)
    await logAccess(context, { documentId: input.id, kind: 'view' })
    return page
  },
})

routes.act('post', '/documents/incoming/:id/open', {
  summary: 'Đã mở văn bản: việc được giao chuyển sang đang xử lý',
  description: 'Với unseen, văn bản chỉ gửi để biết được đánh dấu đã đọc mà không mở.',
  permission: read,
  body: OpenDocument,
  reply: IncomingOpened,
  act: open,
  recall: getIncoming,
  allowed: allowedNow,
  present: (_context, { id, state }) => ({ id, state }),
})

routes.act('post', '/documents/incoming/:id/register', {
  summary: 'Vào sổ văn bản do cơ quan khác gửi tới',
  permission: register,
  body: RegisterArrived,
  reply: IncomingRow,
  act: registerArrived,
  recall: getIncoming,
  allowed: allowedNow,
  present: presentRegistered,
})

/** What follows `/documents/incoming/:id/`; the type needs one path to know that there is an id in it. */
type OnDocument = '/documents/incoming/:id/act'

/** Declares an act on a document: it answers with the document as whoever acted sees it now. */
function act<Body extends z.core.$ZodType>(
  name: IncomingAct,
  declared: Pick<
    ActRoute<OnDocument, Body, typeof IncomingDocument, string>,
    'summary' | 'permission' | 'body' | 'act'
  >,
): void {
  routes.act('post', `/documents/incoming/:id/${name}` as OnDocument, {
    ...declared,
    reply: IncomingDocument,
    recall: async (_context, id) => id,
    allowed: allowedNow,
    present: presentIncomingById,
  })
}

act('set-aside', { summary: 'Không vào sổ', permission: register, body: WithReason, act: setAside })
act('bring-back', { summary: 'Đưa về chờ vào sổ', permission: register, body: BringBack, act: bringBack })
act('refuse', { summary: 'Từ chối tiếp nhận, báo nơi gửi', permission: register, body: WithReason, act: refuse })
act('send-up', { summary: 'Trình lãnh đạo', permission: mayDirect, body: SendUp, act: sendUp })
act('propose', { summary: 'Đề xuất xử lý', permission: mayPropose, body: Propose, act: propose })
act('confirm', { summary: 'Đồng ý đề xuất', permission: mayDirect, body: Confirm, act: confirm })
act('direct', { summary: 'Cho ý kiến chỉ đạo, giao xử lý', permission: mayDirect, body: Direct, act: direct })
act('correct-direction', {
  summary: 'Sửa ý kiến chỉ đạo được nhập hộ',
  permission: handle,
  body: CorrectDirection,
  act: correctDirection,
})
act('assign', { summary: 'Phân công, bổ sung nơi xử lý', permission: handle, body: Assign, act: assign })
act('forward', { summary: 'Chuyển tiếp', permission: handle, body: Forward, act: forward })
act('return', { summary: 'Trả về kèm lý do', permission: handle, body: ReturnTask, act: returnTask })
act('take-back', { summary: 'Lấy lại khi chưa ai mở', permission: handle, body: TakeBackTask, act: takeBack })
act('withdraw', { summary: 'Thu hồi phân công', permission: handle, body: WithdrawTask, act: withdrawTask })
act('change-lead', { summary: 'Đổi chủ trì', permission: handle, body: ChangeLead, act: changeLead })
act('urge', { summary: 'Đôn đốc', permission: handle, body: Urge, act: urge })
act('ask-extension', { summary: 'Xin gia hạn', permission: handle, body: AskExtension, act: askExtension })
act('answer-extension', {
  summary: 'Trả lời xin gia hạn',
  permission: handle,
  body: AnswerExtension,
  act: answerExtension,
})
act('extend', { summary: 'Đổi hạn việc đã giao', permission: handle, body: Extend, act: extend })
act('finish', { summary: 'Báo kết quả, hoàn thành', permission: handle, body: Finish, act: finish })
act('finish-without-work', {
  summary: 'Lưu, không cần xử lý; gửi để biết',
  permission: mayDirect,
  body: FinishWithoutWork,
  act: finishWithoutWork,
})
act('reopen', { summary: 'Mở lại văn bản đã hoàn thành', permission: handle, body: Reopen, act: reopen })
act('comment', { summary: 'Ghi ý kiến', permission: handle, body: WriteComment, act: comment })
act('attach', { summary: 'Đính kèm tệp', permission: handle, body: AttachFiles, act: attach })

export const incomingRoutes = routes.all
