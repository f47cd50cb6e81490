import { rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { approveDocuments, numberWhenFrozen } from '#tests/start/approve-documents.ts'
import { newId, openOffice, paper, scan, tokenIn } from '#tests/start/open-office.ts'
import { freePort, postgresOf } from '#tests/start/program.ts'
import { atMost, type Figure } from '../figure.ts'
import { serve } from '../program.ts'

const connections = 8
const loadMillis = 5_000

/** Starts until healthy: the first with the demonstration, a warm one, and one after kill -9 of everything under load. */
export async function startFigures(root: string): Promise<Figure[]> {
  const dataFolder = path.join(root, 'data-bench-start')
  rmSync(dataFolder, { recursive: true, force: true })
  try {
    const first = await serve(root, { dataFolder, port: await freePort(), demonstration: true })
    await first.stop()
    const warm = await serve(root, { dataFolder, port: await freePort(), demonstration: true })
    await warm.stop()
    return [
      atMost('first start after install, with the demonstration', first.startMs / 1000, 's', 45),
      atMost('warm start to healthy', warm.startMs / 1000, 's', 4),
      ...(await afterKill(root)),
    ]
  } finally {
    rmSync(dataFolder, { recursive: true, force: true })
  }
}

/** Node and PostgreSQL are killed together while eight clerks register and five approved documents are being frozen. */
async function afterKill(root: string): Promise<Figure[]> {
  const dataFolder = path.join(root, 'data-bench-kill')
  rmSync(dataFolder, { recursive: true, force: true })
  const options = { dataFolder, port: await freePort(), demonstration: false }
  try {
    const killed = await serve(root, options)
    while (!tokenIn(killed.said())) await sleep(50)
    const office = await openOffice(killed.origin, tokenIn(killed.said()), 0)
    const uploadId = await scan(office.clerk)
    let working = true
    const clerks = Array.from({ length: connections }, async () => {
      while (working)
        await office.clerk
          .raw('POST', '/documents/incoming', paper('Lịch ngừng cấp điện', `${newId().slice(-8)}/TB-ĐL`, uploadId))
          .then(answer => answer.arrayBuffer())
          .catch(() => {})
    })
    await sleep(loadMillis)
    const ids = await approveDocuments(office, 5)
    for (const pid of postgresOf(dataFolder)) process.kill(pid, 'SIGKILL')
    killed.child.kill('SIGKILL')
    working = false
    await Promise.all([killed.ended, ...clerks])

    const again = await serve(root, options)
    const healthyAt = performance.now()
    const refused = await Promise.all(ids.map(id => numberWhenFrozen(office.clerk, id, 60_000)))
    const goneOn = (performance.now() - healthyAt) / 1000
    await again.stop()
    if (Math.max(...refused) === 0) throw new Error('the kill came too late: no work was left')
    return [
      atMost('start after kill -9 of Node and PostgreSQL under load', again.startMs / 1000, 's', 20),
      atMost('work left by kill -9 is done, after healthy', goneOn, 's', 10),
    ]
  } finally {
    rmSync(dataFolder, { recursive: true, force: true })
  }
}
