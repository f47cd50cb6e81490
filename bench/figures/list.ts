import { clerkLogin, specialistLogin } from '../data.ts'
import { atLeast, atMost, type Figure } from '../figure.ts'
import { load } from '../load.ts'
import type { Stage } from '../main.ts'
import { signIn } from '../session.ts'

/** The list of 20 in an office of 200,000 documents, for the clerk who sees all and for a specialist who sees 300. */
export async function list({ origin, floor, seconds }: Stage): Promise<Figure[]> {
  const figures: Figure[] = []
  const floorLoad = () =>
    load({ origin: floor, connections: 16, seconds, next: () => ({ method: 'GET', path: '/floor/list' }) })
  for (const [who, login] of [
    ['clerk', clerkLogin(1)],
    ['specialist', specialistLogin(1)],
  ] as const) {
    const headers = await signIn(origin, login)
    const next = () => ({ method: 'GET', path: '/api/v1/documents/incoming?limit=20', headers })
    const before = await floorLoad()
    const busy = await load({ origin, connections: 16, seconds, next })
    const after = await floorLoad()
    const calm = await load({ origin, connections: 4, seconds, next })
    if (busy.failures + calm.failures > 0) throw new Error('lists failed')
    figures.push(
      atLeast(
        `list of 20 for the ${who}, 16 connections`,
        busy.perSecond,
        '/s',
        (before.perSecond + after.perSecond) / 2,
        0.2,
        800,
      ),
      atMost(`list of 20 for the ${who}, 16 connections, p95`, busy.p95, 'ms', 40),
      atMost(`list of 20 for the ${who}, 4 connections, p95`, calm.p95, 'ms', 15),
    )
  }
  return figures
}
