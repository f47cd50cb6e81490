import { randomBytes } from 'node:crypto'
import { uuidV7 } from '#lib/identifiers/index.ts'
import { clerkLogin, offices, scanOf } from '../data.ts'
import { atLeast, atMost, type Figure } from '../figure.ts'
import { type LoadRequest, load } from '../load.ts'
import type { Stage } from '../main.ts'
import { signIn } from '../session.ts'

const newId = (): string => uuidV7(Date.now(), randomBytes(10))
let made = 0
const body = (office: number): string =>
  JSON.stringify({
    id: newId(),
    notation: `${++made}/UBND-${newId().slice(-6)}`,
    issuedOn: '2026-11-20',
    issuerName: 'Ủy ban nhân dân tỉnh Thử',
    subject: `Về việc rà soát, cập nhật hồ sơ lần ${made}`,
    typeCode: 'cong-van',
    files: [{ uploadId: scanOf(office), role: 'main' }],
    carrier: 'paper',
  })

/** Signs in the clerks of all offices; then makes one registration after another, in the office that is asked for. */
export async function registrations(origin: string): Promise<(office: number) => LoadRequest> {
  const clerks: Record<string, string>[] = [{}]
  for (let at = 1; at <= offices; at++) clerks.push(await signIn(origin, clerkLogin(at)))
  return office => ({
    method: 'POST',
    path: '/api/v1/documents/incoming',
    headers: clerks[office]!,
    body: body(office),
  })
}

/** Registering an incoming document over HTTP, over all registers and on one. */
export async function register({ origin, floor, seconds }: Stage): Promise<Figure[]> {
  const request = await registrations(origin)
  let turn = 0
  const floorLoad = () =>
    load({
      origin: floor,
      connections: 16,
      seconds,
      next: () => ({
        method: 'POST',
        path: '/floor/register',
        body: JSON.stringify({ register: (turn++ % offices) + 1, subject: 'Về việc rà soát' }),
      }),
    })
  const before = await floorLoad()
  const spread = await load({ origin, connections: 16, seconds, next: () => request((turn++ % offices) + 1) })
  const after = await floorLoad()
  const one = await load({ origin, connections: 16, seconds, next: () => request(2) })
  if (spread.failures + one.failures > 0) throw new Error(`${spread.failures + one.failures} registrations failed`)
  const floorRate = (before.perSecond + after.perSecond) / 2
  return [
    atLeast('register over 126 registers, 16 connections', spread.perSecond, '/s', floorRate, 0.35, 200),
    atMost('register over 126 registers, p95', spread.p95, 'ms', 80),
    atMost('register on one register, p95', one.p95, 'ms', 250),
  ]
}
