import { agencyPermissions } from '#modules/agencies/contract.ts'
import { routesOf } from '#platform/http/routes.ts'
import { HandOverUnseen, HandOverWork, WorkToHandOverList, WorkToHandOverQuery } from './contract.ts'
import { handOver, handOverUnseen } from './hand-over.ts'
import { pageOfWork } from './work-of-seat.ts'

const routes = routesOf('documents')
const permission = agencyPermissions['hand-over']

routes.read('/seats/:id/open-work', {
  summary: 'Văn bản đang chờ hoặc đang giao cho một vị trí công tác',
  permission,
  query: WorkToHandOverQuery,
  reply: WorkToHandOverList,
  read: (context, { id, ...query }) => pageOfWork(context, id, query),
})

routes.act('post', '/seats/:id/hand-over', {
  summary: 'Bàn giao văn bản của một vị trí công tác cho người khác',
  description: 'Trả lời những gì còn lại phải bàn giao.',
  permission,
  body: HandOverWork,
  reply: WorkToHandOverList,
  act: handOver,
  recall: async (_context, id) => id,
  present: (context, id) => pageOfWork(context, id),
})

routes.act('post', '/seats/:id/hand-over-unseen', {
  summary: 'Bàn giao văn bản hạn chế mà không ai được xem còn bàn giao được',
  description: 'Không cho xem nội dung, cũng không kể tên văn bản. Trả lời những gì còn lại phải bàn giao.',
  permission: agencyPermissions['hand-over-unseen'],
  body: HandOverUnseen,
  reply: WorkToHandOverList,
  act: handOverUnseen,
  recall: async (_context, id) => id,
  present: (context, id) => pageOfWork(context, id),
})

export const handOverRoutes = routes.all
