import type { MultipartFile } from '@fastify/multipart'
import { sql } from 'kysely'
import { detectSecrecyMark } from '#lib/document-form/index.ts'
import { Id, named, z } from '#lib/schemas/index.ts'
import { normaliseInput } from '#lib/vietnamese/index.ts'
import { platformErrors } from '../acts/errors.ts'
import { runAct } from '../acts/run.ts'
import type { Call } from '../http/routes.ts'
import { routesOf } from '../http/routes.ts'
import { scopeOf } from '../http/scope.ts'
import { largestFile } from '../http/serve.ts'
import { inspect } from './inspect.ts'
import { sendFile } from './send-file.ts'
import type { FileStore, Quarantined } from './store.ts'
import { keepStored } from './stored.ts'
import { addUpload } from './uploads.ts'

const routes = routesOf('files')

const mostOpenUploads = 20
/** A form that is filled in is sent on the same day; what was left lying is attached unseen, or sent again. */
const shownForHours = 24
const openUploads = new Map<string, number>()

const Line = named(
  'UploadLine',
  z.object({ text: z.string(), x: z.number(), y: z.number(), width: z.number(), height: z.number() }),
)
export const Upload = named(
  'Upload',
  z.object({
    id: Id,
    name: z.string(),
    mediaType: z.string(),
    size: z.number(),
    pages: z.nullable(z.number()),
    /** Lines of the first page with their places in points from the top left, for proposals that name their source. */
    firstPage: z.nullable(
      named('UploadPage', z.object({ width: z.number(), height: z.number(), lines: z.array(Line) })),
    ),
    url: z.string(),
  }),
)

routes.free('post', '/files', {
  summary: 'Tải một tệp lên (tối đa 50 MB)',
  description:
    'Tệp chờ ở vùng cách ly cho đến khi kiểm tra xong loại tệp và dấu độ mật. Trường notSecretReason ghi lý do khi máy nhận nhầm dấu mật.',
  permission: 'seated',
  consumes: 'multipart/form-data',
  reply: Upload,
  status: 201,
  handle: async call => {
    const { actor } = call
    const open = openUploads.get(actor!.personId) ?? 0
    if (open >= mostOpenUploads) throw platformErrors.TooManyUploads()
    openUploads.set(actor!.personId, open + 1)
    try {
      return await takeIn(call)
    } finally {
      openUploads.set(actor!.personId, (openUploads.get(actor!.personId) ?? 1) - 1)
    }
  },
})

async function takeIn(call: Call) {
  const { store } = call.gate.machinery
  const part = await call.request.file().catch(() => undefined)
  if (!part) throw platformErrors.NotReadable()
  const name = fileName(part.filename)
  const file = await store.receive(part.file)
  if (part.file.truncated) {
    await store.discard(file)
    throw platformErrors.FileTooLarge({ limit: `${largestFile / 1024 / 1024} MB` })
  }
  try {
    return await check(call, store, file, name, fieldOf(part, 'notSecretReason'))
  } finally {
    // Kept under its hash by now, or refused: nothing of it stays in quarantine.
    await store.discard(file)
  }
}

async function check(
  call: Call,
  store: FileStore,
  file: Quarantined,
  name: string,
  notSecretReason: string | undefined,
) {
  if (file.size === 0) throw platformErrors.FileEmpty({ name })
  const found = await inspect(call.gate.machinery.workshop, file.path)
  const mark = detectSecrecyMark(found.topLines)
  if (mark && !notSecretReason) {
    await store.destroy(file)
    await note(call, 'files.secret-refused', { mark })
    throw platformErrors.StateSecret()
  }
  const id = await runAct(call.gate.machinery, scopeOf(call), async context => {
    await keepStored(context.tx, store, file, found.mediaType)
    const { hash, size } = file
    const { mediaType, pages, text, firstPage } = found
    const { seatId } = context.actor
    const uploadId = await addUpload(context, { seatId, hash, name, mediaType, size, pages, text, firstPage })
    await context.audit({
      act: 'files.uploaded',
      subject: { type: 'upload', id: uploadId },
      after: {
        hash: hash.toString('hex'),
        size,
        ...(mark ? { notSecretReason: notSecretReason! } : {}),
      },
    })
    return uploadId
  })
  return {
    id,
    name,
    mediaType: found.mediaType,
    size: file.size,
    pages: found.pages,
    firstPage: found.firstPage && { ...found.firstPage, lines: [...found.firstPage.lines] },
    url: `/api/v1/files/${id}`,
  }
}

/** The name as the user knows it, without folders and nothing invisible. */
const fileName = (given: string | undefined): string =>
  normaliseInput((given ?? '').replace(/^.*[/\\]/s, '')).slice(0, 200) || 'tep'

/** That a secret was refused is recorded; of what it said, nothing. */
const note = (call: Call, act: string, after: Record<string, unknown>) =>
  runAct(call.gate.machinery, scopeOf(call), async context => {
    await context.audit({ act, subject: { type: 'upload', id: context.newId() }, after })
  })

function fieldOf(part: MultipartFile, name: string): string | undefined {
  const field = part.fields[name]
  const value = field && !Array.isArray(field) && field.type === 'field' ? String(field.value).trim() : ''
  return value === '' ? undefined : value.slice(0, 500)
}

routes.free('get', '/files/:id', {
  summary: 'Xem tệp mình vừa tải lên',
  permission: 'seated',
  produces: 'application/octet-stream',
  handle: async call => {
    const upload = await runAct(call.gate.machinery, { ...scopeOf(call), mode: 'read only' }, ({ tx, agency, actor }) =>
      tx
        .selectFrom('uploads')
        .select(['hash', 'name', 'media_type', 'size'])
        .where('agency_id', '=', agency)
        .where('id', '=', call.params.id!)
        .where('seat_id', '=', actor.seatId)
        // Once it is tied to a document, what its readers are decides who sees it, and their looks are in the access log.
        .where('used_at', 'is', null)
        .where('created_at', '>', sql<Date>`now() - make_interval(hours => ${shownForHours})`)
        .executeTakeFirst(),
    )
    if (!upload) throw platformErrors.NotFound()
    return sendFile(call.request, call.reply, call.gate.machinery.store, { ...upload, mediaType: upload.media_type })
  },
})

export const uploadRoutes = routes.all
