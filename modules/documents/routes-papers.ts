import type { z } from '#lib/schemas/index.ts'
import { routesOf } from '#platform/http/routes.ts'
import { documentPermissions } from './contract.ts'
import { PrintQuery, registerPrint } from './papers/register-print.ts'
import { sendPaper } from './papers/send-paper.ts'
import { settlementSheet } from './papers/settlement-sheet.ts'

const routes = routesOf('documents')

routes.free('get', '/documents/incoming/:id/settlement-sheet', {
  summary: 'Phiếu giải quyết văn bản đến, bản PDF',
  description: 'Mỗi lần in được ghi vào nhật ký truy cập.',
  permission: documentPermissions.read,
  produces: 'application/pdf',
  handle: call => sendPaper(call, context => settlementSheet(context, call.params.id!)),
})

const prints = [
  ['arrivals', 'incoming', 'Sổ đăng ký văn bản đến, bản PDF'],
  ['departures', 'outgoing', 'Sổ đăng ký văn bản đi, bản PDF'],
] as const
for (const [name, direction, summary] of prints)
  routes.free('get', `/registers/:id/${name}.pdf`, {
    summary,
    description:
      'Tối đa 2.000 dòng mỗi lần in, quá 1.000 dòng là quyền của Chánh Văn phòng; sổ dài hơn in từng khoảng số. Mỗi lần in được ghi vào nhật ký truy cập.',
    permission: documentPermissions['read-registers'],
    query: PrintQuery,
    produces: 'application/pdf',
    handle: call => {
      const wanted = { id: call.params.id!, ...(call.query as z.output<typeof PrintQuery>) }
      return sendPaper(call, context => registerPrint(context, direction, wanted))
    },
  })

export const paperRoutes = routes.all
