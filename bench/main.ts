import { closeSync, openSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'
import { databaseName, openPool, ownerRole } from '#platform/database/connections.ts'
import { secretOf } from '#platform/database/embedded/cluster.ts'
import { freePort } from '#tests/start/program.ts'
import { agencyOf, buildData } from './data.ts'
import { asLine, atMost, type Figure } from './figure.ts'
import { dispatch } from './figures/dispatch.ts'
import { list } from './figures/list.ts'
import { officeFigures } from './figures/office.ts'
import { register } from './figures/register.ts'
import { startFigures } from './figures/start.ts'
import { floorServer } from './floors/floor-server.ts'
import { memoryOf, type Served, serve } from './program.ts'

/** What a figure under load stands on: the product and the floor, in one run on one machine. */
export type Stage = {
  readonly origin: string
  readonly floor: string
  readonly seconds: number
  /** Past the product, as the owner of the tables: to prepare, and to look what has arrived. */
  readonly pool: pg.Pool
  readonly served: Served
}

const root = fileURLToPath(new URL('..', import.meta.url))
const json = process.argv.includes('--json')
const [name = 'all'] = process.argv.slice(2).filter(one => !one.startsWith('--'))
const say = (line: string) => process.stderr.write(`${line}\n`)
const print = (figure: Figure) => console.log(json ? JSON.stringify(figure) : asLine(figure))
const underLoad: Record<string, (stage: Stage) => Promise<Figure[]>> = { register, list, dispatch }
const dataFolder = path.join(root, 'data-bench')

if (name === 'data') await buildData(root, say)
else {
  if (name === 'all' || name in underLoad) await measureUnderLoad()
  if (name === 'all' || name === 'start') for (const figure of await startFigures(root)) print(figure)
  if (name === 'all' || name === 'office') for (const figure of await officeFigures()) print(figure)
}

async function measureUnderLoad(): Promise<void> {
  await buildData(root, say)
  const seconds = Number(process.env.XASO_BENCH_SECONDS ?? 5)
  const served = await serve(root, { dataFolder, port: await freePort(), demonstration: false })
  const floor = await startFloor()
  try {
    await new Promise(resolve => setTimeout(resolve, 3_000))
    const atRest = memoryOf(served.child.pid!)
    print(atMost('memory at rest, Node with its children', atRest.all, 'MB', 200))
    for (const [figureName, measure] of Object.entries(underLoad))
      if (name === 'all' || name === figureName)
        for (const figure of await measure({
          origin: served.origin,
          floor: floor.origin,
          pool: floor.pool,
          seconds,
          served,
        }))
          print(figure)
    print(atMost('memory under load, Node with its children', memoryOf(served.child.pid!).all, 'MB', 350))
  } finally {
    await floor.stop()
    await served.stop()
  }
}

/** The floor speaks to the same PostgreSQL, past the product: the two are measured in turn, never at once. */
async function startFloor(): Promise<{ origin: string; pool: pg.Pool; stop(): Promise<void> }> {
  const opened = openSync(path.join(dataFolder, 'pg'), 'r')
  const pool = openPool(
    {
      host: process.platform === 'linux' ? `/proc/self/fd/${opened}` : path.join(dataFolder, 'pg'),
      port: 5432,
      user: ownerRole,
      password: secretOf(dataFolder, ownerRole),
      database: databaseName,
      describedAs: dataFolder,
    },
    { max: 16, name: 'floor', unlimited: true },
  )
  const server = await floorServer(pool, { list: { agencyId: agencyOf(1) } })
  await server.listen({ host: '127.0.0.1', port: 0 })
  const { port } = server.server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    pool,
    stop: async () => {
      await server.close()
      await pool.end()
      closeSync(opened)
    },
  }
}
