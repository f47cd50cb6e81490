import { useRef, useState } from 'react'
import type { Write } from './client.ts'
import { useData } from './client-context.ts'
import { newId } from './ids.ts'
import { asProblem, Problem } from './problem.ts'
import { useMaybeSeat } from './session.ts'
import { useRefresh } from './use-resource.ts'

export type SendOptions = {
  /** What is being sent, for the list of waiting work: "Ý kiến chỉ đạo, số đến 1286". */
  title: string
  /** Beginnings of the paths that the act changes; everything on the screen is read anew when none is named. */
  changes?: readonly string[]
}
export type Sent<Answer> = { readonly value: Answer }
export type SendDetails = Pick<Write, 'method' | 'key'>

type Request = { path: string; body: unknown; method: Write['method']; key: string }

export type Sender<Answer> = {
  /**
   * Resolves to the server's answer, or to nothing when it refused: `problem` then says why. Where it was not reached,
   * `problem` says so and the act waits: it goes on where it stopped once `again` has brought the answer, and comes to
   * nothing when something else is sent or the problem is put away.
   */
  send(path: string, body?: unknown, details?: SendDetails): Promise<Sent<Answer> | undefined>
  /** Sends the last thing again, with its key: what took effect unseen the first time is not done twice. */
  again(): Promise<void>
  readonly sending: boolean
  readonly problem: Problem | undefined
  clearProblem(): void
}

/**
 * One act of the screen. Writes go through the queue of the data client and nowhere else.
 *
 * @example
 * const direct = useSend<IncomingDocument>({ title: `Ý kiến chỉ đạo, số đến ${number}` })
 * const sent = await direct.send(`/documents/incoming/${id}/direct`, draft.value, { key: draft.key })
 * if (sent) draft.clear()
 */
export function useSend<Answer = unknown>({ title, changes }: SendOptions): Sender<Answer> {
  const { client } = useData()
  const seat = useMaybeSeat()?.id
  const refresh = useRefresh()
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const unanswered = useRef<Request | undefined>(undefined)
  const waiting = useRef<((sent: Sent<Answer> | undefined) => void) | undefined>(undefined)
  const underWay = useRef(false)

  /** @returns the answer, or why there is none */
  async function attempt(request: Request): Promise<Sent<Answer> | Problem> {
    underWay.current = true
    setSending(true)
    setProblem(undefined)
    unanswered.current = request
    try {
      const value = await client.send<Answer>({ seat, title, ...request })
      unanswered.current = undefined
      refresh(changes)
      return { value }
    } catch (error) {
      const refusal = asProblem(error)
      // A refusal is an answer: the next attempt is a new request. Silence is none: the next attempt keeps its key.
      if (!refusal.mayPass) unanswered.current = { ...request, key: newId() }
      if (refusal.status === 409) refresh(changes)
      setProblem(refusal)
      return refusal
    } finally {
      underWay.current = false
      setSending(false)
    }
  }

  function letGo(sent: Sent<Answer> | undefined): void {
    waiting.current?.(sent)
    waiting.current = undefined
  }

  async function send(path: string, body?: unknown, details: SendDetails = {}): Promise<Sent<Answer> | undefined> {
    if (underWay.current) return undefined
    letGo(undefined)
    const last = unanswered.current
    const key = details.key ?? (last?.path === path && last.method === details.method ? last.key : newId())
    const outcome = await attempt({ path, body, method: details.method, key })
    if (!(outcome instanceof Problem)) return outcome
    if (!outcome.mayPass) return undefined
    return new Promise(resolve => {
      waiting.current = resolve
    })
  }

  return {
    send,
    again: async () => {
      const last = unanswered.current
      if (!last || underWay.current) return
      const outcome = await attempt(last)
      if (!(outcome instanceof Problem)) letGo(outcome)
      else if (!outcome.mayPass) letGo(undefined)
    },
    sending,
    problem,
    clearProblem: () => {
      setProblem(undefined)
      letGo(undefined)
    },
  }
}
