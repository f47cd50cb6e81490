import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { ProblemDocument } from '#lib/problem-details/index.ts'

const words = {
  again: 'Mở lại',
  back: 'Về trang trước',
  start: 'Về trang làm việc',
  signIn: 'Đăng nhập',
  signInThen: 'Đăng nhập xong, trở lại đây và bấm “Mở lại”.',
  elsewhere: 'Thẻ trước của trình duyệt vẫn mở, nội dung ở đó vẫn còn. Có thể đóng thẻ này.',
  code: (code: string, instance: string) => `Mã để báo: ${code}, ${instance}`,
} as const

/** The kit's colours and distances: this page stands alone, also when nothing else can be fetched. */
const style = `
:root{font:1rem/1.65 "Be Vietnam Pro","Segoe UI",Roboto,"Noto Sans",Arial,sans-serif;color:#1a2430;background:#f5f6f4}
body{margin:0;padding:2rem 1rem}
main{box-sizing:border-box;max-width:38rem;margin:0 auto;padding:1.5rem;background:#fff;border:1px solid #dfe3e6;border-left:3px solid #a3201d;border-radius:.625rem;overflow-wrap:anywhere}
h1{margin:0;font-size:1.375rem;line-height:1.5}
p{margin:.75rem 0 0}
nav{display:flex;flex-wrap:wrap;gap:.75rem;margin-top:1.5rem}
a{display:inline-flex;align-items:center;min-height:2.75rem;padding:0 1.25rem;border:1px solid #7f8a95;border-radius:.375rem;color:#1d4b8f;font-weight:600;text-decoration:none}
a:first-child{background:#1d4b8f;border-color:#1d4b8f;color:#fff}
a:focus-visible{outline:3px solid #1d4b8f;outline-offset:2px}
.meta{color:#5b6672;font-size:.875rem}`

/** Nothing runs, loads or is sent from a problem's page; its own style is the one with this hash. */
export const problemPagePolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'`

/** A browser that opens an address itself, for a file or a print, shows the answer to a person; scripts ask for JSON. */
export const asksForPage = (request: FastifyRequest): boolean =>
  request.method === 'GET' && (request.headers.accept ?? '').includes('text/html')

/**
 * A problem document as a page: what happened, what to do, and the way back to the screen from which it was opened.
 *
 * @param mayPass whether another attempt may succeed
 */
export function problemPage(problem: ProblemDocument, request: FastifyRequest, mayPass: boolean): string {
  const from = screenOf(request)
  const signedOut = problem.status === 401
  const links = [
    ...(signedOut ? [link('/', words.signIn)] : []),
    ...((signedOut || mayPass) && request.url.startsWith('/api/') ? [link(request.url, words.again)] : []),
    ...(signedOut ? [] : [from ? link(from, words.back) : link('/', words.start)]),
  ]
  const failed = problem.status >= 500 || problem.status === 400
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(problem.title)} | Xã Số</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escaped(problem.title)}</h1>
<p>${escaped(problem.detail)}</p>
${signedOut || from ? `<p>${signedOut ? words.signInThen : words.elsewhere}</p>` : ''}
<nav>${links.join('')}</nav>
${failed ? `<p class="meta">${escaped(words.code(problem.code, problem.instance ?? ''))}</p>` : ''}
</main>
</body>
</html>
`
}

/** The screen from which it was opened, as the browser says; only one of our own is gone back to. */
function screenOf(request: FastifyRequest): string | undefined {
  const { referer, host } = request.headers
  if (!referer || !URL.canParse(referer)) return undefined
  const { host: itsHost, pathname, search } = new URL(referer)
  return itsHost === host && pathname.startsWith('/s/') ? pathname + search : undefined
}

const link = (address: string, name: string): string => `<a href="${escaped(address)}">${name}</a>`

const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`)
