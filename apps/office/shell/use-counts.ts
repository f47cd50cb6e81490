import { useQueries } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useData } from '#platform/ui/data/client-context.ts'
import { useSeat } from '#platform/ui/data/session.ts'
import { useRefresh } from '#platform/ui/data/use-resource.ts'
import type { Counters } from '#platform/ui/screens/screen.ts'
import { officeModules } from '../modules.ts'

const counters: readonly Counters[] = officeModules.flatMap(module => module.counters ?? [])

/** The counts beside the words of the menu, kept fresh by the live events of their modules. */
export function useCounts(): Readonly<Record<string, number>> {
  const { client, live } = useData()
  const { id: seat, role } = useSeat()
  const refresh = useRefresh()
  const mine = counters.filter(counter => counter.roles.includes(role))
  const answers = useQueries({
    queries: mine.map(counter => ({
      queryKey: ['resource', seat, counter.path, {}],
      queryFn: ({ signal }: { signal: AbortSignal }) => client.get<unknown>(counter.path, { seat, signal }),
    })),
  })

  useEffect(() => {
    if (!live) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = live.listen(event => {
      const stirred = counters.filter(
        counter => event === 'missed' || counter.live.some(start => event.kind.startsWith(start)),
      )
      if (stirred.length === 0) return
      clearTimeout(timer)
      timer = setTimeout(() => refresh(stirred.map(counter => counter.path)), 500)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [live, refresh])

  return Object.assign(
    {},
    ...answers.map((answer, index) => (answer.data === undefined ? {} : (mine[index]?.read(answer.data) ?? {}))),
  )
}
