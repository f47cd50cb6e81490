import { apiBase } from './client.ts'
import { linkProblem, Problem } from './problem.ts'

export type UploadProgress = { readonly sent: number; readonly total: number; readonly bytesPerSecond: number }
export type UploadOptions = {
  seat: string
  /** Why a file in which the gate saw a mark of secrecy has none. */
  notSecretReason?: string | undefined
  onProgress(progress: UploadProgress): void
  signal: AbortSignal
}

/**
 * Sends one file to the files gate (`POST /api/v1/files`) and tells how far it is: `fetch` cannot, so it goes by XHR.
 * Throws a {@link Problem}; an aborted upload throws the signal's reason.
 */
export function uploadFile<Answer>(
  file: File,
  { seat, notSecretReason, onProgress, signal }: UploadOptions,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const started = performance.now()
    request.open('POST', `${apiBase}/files`)
    request.setRequestHeader('x-seat', seat)
    request.upload.onprogress = event => {
      const seconds = Math.max((performance.now() - started) / 1000, 0.1)
      onProgress({ sent: event.loaded, total: event.total || file.size, bytesPerSecond: event.loaded / seconds })
    }
    request.onerror = () => reject(linkProblem())
    request.onabort = () => reject(signal.reason)
    request.onload = () => {
      const answer = parseJson(request.responseText)
      if (request.status >= 200 && request.status < 300) resolve(answer as Answer)
      else reject(refusalOf(request, answer))
    }
    signal.addEventListener('abort', () => request.abort())

    const form = new FormData()
    // Before the content, so that the gate knows it when it checks the content.
    if (notSecretReason) form.append('notSecretReason', notSecretReason)
    form.append('file', file, file.name.normalize('NFC'))
    request.send(form)
  })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function refusalOf(request: XMLHttpRequest, answer: unknown): Problem {
  const code = `http-${request.status}`
  const fallback = linkProblem()
  const document = { type: code, status: request.status, code, title: fallback.title, detail: fallback.detail }
  return new Problem('answer', typeof answer === 'object' && answer !== null ? { ...document, ...answer } : document)
}
