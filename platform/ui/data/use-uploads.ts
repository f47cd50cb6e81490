import { useCallback, useEffect, useRef, useState } from 'react'
import { newId } from './ids.ts'
import { asProblem, type Problem } from './problem.ts'
import { useSeat } from './session.ts'
import { type UploadProgress, uploadFile } from './upload.ts'

export type Upload<Answer> = {
  readonly id: string
  readonly name: string
  readonly size: number
  readonly state: 'waiting' | 'sending' | 'checking' | 'paused' | 'done' | 'failed'
  readonly progress: UploadProgress
  readonly problem: Problem | undefined
  readonly answer: Answer | undefined
}
export type Uploads<Answer> = {
  readonly items: readonly Upload<Answer>[]
  add(files: readonly File[]): void
  pause(id: string): void
  resume(id: string): void
  /** Sends again a file in which the gate wrongly saw a mark of secrecy, with the reason. */
  resumeWithReason(id: string, notSecretReason: string): void
  remove(id: string): void
  /** Something is still on its way. */
  readonly busy: boolean
}

/**
 * The files of one form, sent one after the other: a thin line that carries five files at once finishes none.
 *
 * @param onDone is told of each file that the server has taken.
 */
export function useUploads<Answer>(
  onDone?: (answer: Answer, upload: { id: string; name: string }) => void,
): Uploads<Answer> {
  const seat = useSeat().id
  const [items, setItems] = useState<readonly Upload<Answer>[]>([])
  const files = useRef(new Map<string, File>())
  const reasons = useRef(new Map<string, string>())
  const running = useRef<{ id: string; stop: AbortController } | undefined>(undefined)
  const told = useRef(onDone)
  useEffect(() => {
    told.current = onDone
  })

  const patch = useCallback(
    (id: string, changes: Partial<Upload<Answer>>) =>
      setItems(all => all.map(item => (item.id === id ? { ...item, ...changes } : item))),
    [],
  )

  useEffect(() => {
    const next = items.find(item => item.state === 'waiting')
    if (running.current || !next) return
    const file = files.current.get(next.id)
    if (!file) return
    const stop = new AbortController()
    running.current = { id: next.id, stop }
    patch(next.id, { state: 'sending', problem: undefined })
    uploadFile<Answer>(file, {
      seat,
      notSecretReason: reasons.current.get(next.id),
      signal: stop.signal,
      onProgress: progress =>
        patch(next.id, { progress, state: progress.sent >= progress.total ? 'checking' : 'sending' }),
    })
      .then(answer => {
        patch(next.id, { state: 'done', answer })
        told.current?.(answer, next)
      })
      .catch(error => {
        if (!stop.signal.aborted) patch(next.id, { state: 'failed', problem: asProblem(error) })
      })
      .finally(() => {
        running.current = undefined
        // A new array starts the one that waits next.
        setItems(all => [...all])
      })
  }, [items, seat, patch])

  useEffect(() => () => running.current?.stop.abort(), [])

  function stop(id: string) {
    if (running.current?.id === id) running.current.stop.abort()
  }
  function resume(id: string) {
    const total = files.current.get(id)?.size ?? 0
    patch(id, { state: 'waiting', progress: { sent: 0, total, bytesPerSecond: 0 } })
  }
  return {
    items,
    add(chosen) {
      const added = chosen.map(file => {
        const id = newId()
        files.current.set(id, file)
        const progress = { sent: 0, total: file.size, bytesPerSecond: 0 }
        return {
          id,
          name: file.name.normalize('NFC'),
          size: file.size,
          state: 'waiting' as const,
          progress,
          problem: undefined,
          answer: undefined,
        }
      })
      setItems(all => [...all, ...added])
    },
    pause(id) {
      patch(id, { state: 'paused' })
      stop(id)
    },
    resume,
    resumeWithReason(id, notSecretReason) {
      reasons.current.set(id, notSecretReason)
      resume(id)
    },
    remove(id) {
      stop(id)
      files.current.delete(id)
      setItems(all => all.filter(item => item.id !== id))
    },
    busy: items.some(item => item.state === 'waiting' || item.state === 'sending' || item.state === 'checking'),
  }
}
