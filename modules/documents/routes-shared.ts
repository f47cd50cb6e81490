import type { ActContext } from '#platform/acts/context.ts'
import { platformErrors } from '#platform/acts/errors.ts'
import { runAct } from '#platform/acts/run.ts'
import { logAccess } from '#platform/audit/access-log.ts'
import { asksToSave, sendFile } from '#platform/files/send-file.ts'
import type { Call } from '#platform/http/routes.ts'
import { routesOf } from '#platform/http/routes.ts'
import { scopeOf } from '#platform/http/scope.ts'
import { type Direction, DocumentCounts, documentPermissions, SearchPage, SearchQuery, Today } from './contract.ts'
import { countDocuments } from './count-documents.ts'
import { openArrival } from './incoming/open.ts'
import { isIssuedFile, seesIssuedOnly } from './outgoing/issued-only.ts'
import { isVisible } from './readers.ts'
import { searchDocuments } from './search.ts'
import { loadToday } from './today.ts'

const routes = routesOf('documents')
const { read } = documentPermissions

routes.read('/documents/today', {
  summary: 'Việc hôm nay của vị trí công tác',
  permission: read,
  reply: Today,
  read: loadToday,
})

routes.read('/documents/counts', {
  summary: 'Số văn bản đang chờ, tối đa 100',
  permission: read,
  reply: DocumentCounts,
  read: countDocuments,
})

routes.read('/documents/search', {
  summary: 'Tìm văn bản theo thông tin và nội dung, có dấu hoặc không dấu',
  permission: read,
  query: SearchQuery,
  reply: SearchPage,
  read: searchDocuments,
})

routes.free('get', '/documents/files/:id', {
  summary: 'Tệp của một văn bản',
  description: 'Thêm ?save=true để tải về máy. Mỗi lần xem được ghi vào nhật ký truy cập.',
  permission: read,
  produces: 'application/octet-stream',
  handle: async call => {
    const { request, reply, gate } = call
    const file = await runAct(gate.machinery, scopeOf(call), context => openFile(context, call))
    const sent = { ...file, mediaType: file.media_type }
    return sendFile(request, reply, gate.machinery.store, sent, { save: asksToSave(request) })
  },
})

/** A file of a document that the acting seat may see; its pages are fetched piece by piece, and that is one look. */
async function openFile(context: ActContext, { params, request }: Call) {
  const { tx, agency } = context
  const file = await tx
    .selectFrom('document_files')
    .select(['id', 'document_id', 'direction', 'version', 'role', 'hash', 'name', 'media_type', 'size'])
    .where('agency_id', '=', agency)
    .where('id', '=', params.id!)
    .executeTakeFirst()
  const document = file && (await documentOf(context, file))
  if (!file || !document || !(await isVisible(context, file.direction as Direction, document)))
    throw platformErrors.NotFound()
  if (
    file.direction === 'outgoing' &&
    (await seesIssuedOnly(context, document)) &&
    !(await isIssuedFile(context, file))
  )
    throw platformErrors.NotFound()
  if (file.direction === 'incoming') await openArrival(context, file.document_id)
  const goesOn = /^bytes=[1-9]/.test(request.headers.range ?? '')
  const kind = asksToSave(request) ? 'save' : 'file'
  await logAccess(context, { documentId: file.document_id, fileId: file.id, kind, goesOn })
  return { ...file, restricted: document.restricted }
}

const documentOf = ({ tx, agency }: ActContext, file: { readonly document_id: string; readonly direction: string }) =>
  tx
    .selectFrom(file.direction === 'incoming' ? 'incoming_documents' : 'outgoing_documents')
    .select(['id', 'restricted'])
    .where('agency_id', '=', agency)
    .where('id', '=', file.document_id)
    .executeTakeFirst()

export const sharedRoutes = routes.all
