import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { platformErrors } from '../acts/errors.ts'
import type { FileStore } from './store.ts'

export type SentFile = {
  readonly hash: Buffer
  readonly name: string
  readonly mediaType: string
  readonly size: number
  /** Not even a browser's cache may keep it. */
  readonly restricted?: boolean
}

/** Nothing in what we send as a file runs, loads or reaches our pages. */
const sandbox = "sandbox; default-src 'none'; style-src 'unsafe-inline'"

/** What a browser may show by itself; all else is only ever saved. */
const shown = new Set(['application/pdf', 'image/png', 'image/jpeg'])

/**
 * Sends stored content, whole or the one range that was asked for. A stranger's file never runs in our origin: sandboxed,
 * never sniffed, shown only when it is a picture or a PDF. A browser asks anew at each look, for who sits before it may
 * have changed, and so may his rights.
 *
 * @throws platform.FileMissing when the store has lost it
 */
export async function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  store: FileStore,
  file: SentFile,
  { save = false }: { save?: boolean } = {},
): Promise<FastifyReply> {
  if (!(await store.has(file.hash))) throw missing(request, file)
  const inline = shown.has(file.mediaType) && !save
  reply
    .header('content-type', file.mediaType)
    .header('content-disposition', `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeRfc5987(file.name)}`)
    .header('content-security-policy', sandbox)
    .header('accept-ranges', 'bytes')
    .header('cache-control', file.restricted ? 'no-store' : 'private, no-cache')
    .header('etag', `"${file.hash.toString('hex')}"`)
  if (request.headers['if-none-match'] === `"${file.hash.toString('hex')}"`) return reply.code(304).send()
  const range = rangeOf(request.headers.range, file.size)
  if (range === 'unsatisfiable') return reply.code(416).header('content-range', `bytes */${file.size}`).send()
  if (!range) return reply.header('content-length', file.size).send(store.read(file.hash))
  return reply
    .code(206)
    .header('content-range', `bytes ${range.start}-${range.end}/${file.size}`)
    .header('content-length', range.end - range.start + 1)
    .send(store.read(file.hash, range))
}

/** The worst that can happen to a store: who runs the installation must hear of it, with what to look for. */
function missing(request: FastifyRequest, { hash }: SentFile) {
  request.log.error({ hash: hash.toString('hex') }, 'a stored file is missing')
  return platformErrors.FileMissing()
}

/** `?save=true`: to be kept on the machine, not shown. */
export const asksToSave = (request: FastifyRequest): boolean =>
  (request.query as Record<string, unknown>).save === 'true'

/** Sends a PDF that the workshop made for this request alone, and removes it. */
export function sendMadePdf(
  reply: FastifyReply,
  pdfPath: string,
  { fileName, save = false }: { readonly fileName?: string; readonly save?: boolean } = {},
): FastifyReply {
  const pdf = createReadStream(pdfPath)
  // What cannot be removed lies in the workshop's private folder, which goes when the server stops.
  pdf.on('close', () => rm(pdfPath, { force: true }).catch(() => {}))
  return reply
    .header('content-type', 'application/pdf')
    .header('content-disposition', `${save ? 'attachment' : 'inline'}${fileName ? `; filename="${fileName}.pdf"` : ''}`)
    .header('content-security-policy', sandbox)
    .send(pdf)
}

/** One range of RFC 9110 §14; several at once are answered whole. */
export function rangeOf(
  header: string | undefined,
  size: number,
): { start: number; end: number } | 'unsatisfiable' | undefined {
  const asked = /^bytes=(\d*)-(\d*)$/.exec(header ?? '')
  if (!asked || (asked[1] === '' && asked[2] === '')) return undefined
  const start = asked[1] === '' ? Math.max(0, size - Number(asked[2])) : Number(asked[1])
  const end = asked[1] === '' || asked[2] === '' ? size - 1 : Math.min(Number(asked[2]), size - 1)
  return start > end || start >= size ? 'unsatisfiable' : { start, end }
}

const encodeRfc5987 = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
