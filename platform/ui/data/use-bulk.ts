import { useRef, useState } from 'react'
import { useData } from './client-context.ts'
import { newId } from './ids.ts'
import { asProblem, type Problem } from './problem.ts'
import { useSeat } from './session.ts'
import { useRefresh } from './use-resource.ts'

export type BulkWrite = { readonly id: string; readonly path: string; readonly body: unknown; readonly title: string }
/** `problem` says why one was not done; without it, it was. */
export type BulkOutcome = { readonly id: string; readonly problem: Problem | undefined }
export type Bulk = {
  /** One write after the other; what is refused does not keep the rest from being done. */
  run(writes: readonly BulkWrite[]): Promise<void>
  /** After the write under way. */
  stop(): void
  clear(): void
  readonly running: boolean
  readonly outcomes: readonly BulkOutcome[]
}

/**
 * One act on many subjects: N writes, each with its own answer. A write that was not answered keeps its key, so that it
 * is not done twice when it is sent again.
 *
 * @param changes beginnings of the paths that are read anew at the end
 */
export function useBulk(changes: readonly string[]): Bulk {
  const { client } = useData()
  const seat = useSeat().id
  const refresh = useRefresh()
  const [running, setRunning] = useState(false)
  const [outcomes, setOutcomes] = useState<readonly BulkOutcome[]>([])
  const keys = useRef(new Map<string, string>())
  const stopped = useRef(false)

  async function run(writes: readonly BulkWrite[]) {
    stopped.current = false
    setRunning(true)
    setOutcomes(before => before.filter(outcome => !writes.some(write => write.id === outcome.id)))
    for (const { id, path, body, title } of writes) {
      if (stopped.current) break
      const key = keys.current.get(id) ?? newId()
      keys.current.set(id, key)
      let problem: Problem | undefined
      try {
        await client.send({ seat, method: 'POST', path, body, key, title })
      } catch (error) {
        problem = asProblem(error)
      }
      // A refusal is an answer: the next attempt is a new request.
      if (!problem?.mayPass) keys.current.delete(id)
      setOutcomes(before => [...before, { id, problem }])
    }
    setRunning(false)
    refresh(changes)
  }
  return {
    run,
    stop: () => {
      stopped.current = true
    },
    clear: () => setOutcomes([]),
    running,
    outcomes,
  }
}
