import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import staticFiles from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { platformErrors } from '../acts/errors.ts'
import { answerProblem } from './serve.ts'

const pageHeaders = {
  'content-security-policy':
    "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; font-src 'self'; script-src 'self'; worker-src 'self' blob:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'",
  'cache-control': 'no-cache',
}

/** Serves the built office app: files under their hashed names for ever, any other page address the app itself. */
export async function serveOfficeApp(server: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(path.join(folder, 'index.html'))) return
  const page = readFileSync(path.join(folder, 'index.html'))
  await server.register(staticFiles, {
    root: folder,
    prefix: '/',
    index: false,
    wildcard: false,
    preCompressed: true,
    // A screen is some thirty small files: heads that no browser uses on them would weigh as much as a screen.
    etag: false,
    lastModified: false,
    acceptRanges: false,
    setHeaders: (response, file) => {
      const isAsset = file.includes(`${path.sep}assets${path.sep}`)
      response.header('cache-control', isAsset ? 'public, max-age=31536000, immutable' : 'public, max-age=86400')
      // A page and a worker live by the policy of their own answer; a script, a style or a font by that of its page.
      if (!isAsset || path.basename(file).includes('worker'))
        response.header('content-security-policy', pageHeaders['content-security-policy'])
    },
  })
  server.setNotFoundHandler((request, reply) => {
    const { pathname } = new URL(request.url, 'http://local')
    const isPage = request.method === 'GET' && !pathname.startsWith('/api/') && !/\.\w+$/.test(pathname)
    if (isPage) return reply.headers(pageHeaders).type('text/html; charset=utf-8').send(page)
    return answerProblem(platformErrors.NotFound(), request, reply)
  })
}
