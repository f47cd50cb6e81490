import type { Browser, CDPSession } from 'playwright-core'
import { camLo, personOf, sitDown } from './people.ts'
import { screenViews } from './screens.ts'
import { visit } from './visit.ts'

/** Kilobytes over the line, compressed, with the heads of the answers, as the browser counts them. */
export type Load = { readonly script: number; readonly style: number; readonly font: number }

export const sizeOf = ({ script, style, font }: Load): number => script + style + font

const start = 'today'

/** What the first screen costs somebody whose browser has never been here. */
export async function firstLoad(browser: Browser, origin: string): Promise<Load> {
  const work = await sitDown(browser, personOf(camLo, 'clerk'), { origin })
  const count = await counting(await work.context.newCDPSession(work.page))
  await visit(work, start)
  const load = await count()
  await work.context.close()
  return load
}

/** What each further screen costs somebody who has opened the first one and nothing else, by the screen's path. */
export async function nextLoads(browser: Browser, origin: string): Promise<Map<string, Load>> {
  const loads = new Map<string, Load>()
  for (const { path, person, address } of await screenViews()) {
    // Who runs the installation has no seat, and begins at its offices.
    const begin = person.seatId ? start : 'installation'
    if (path === begin || loads.has(path)) continue
    const work = await sitDown(browser, person, { origin })
    const session = await work.context.newCDPSession(work.page)
    await visit(work, begin)
    const count = await counting(session)
    await visit(work, await address(work))
    loads.set(path, await count())
    await work.context.close()
  }
  return loads
}

const kinds: Readonly<Record<string, keyof Load>> = { Script: 'script', Stylesheet: 'style', Font: 'font' }

/** Counts what arrives from now on; what the cache had is nothing. @returns tells, once the line is quiet */
async function counting(session: CDPSession): Promise<() => Promise<Load>> {
  const kindOf = new Map<string, keyof Load | undefined>()
  const load = { script: 0, style: 0, font: 0 }
  let last = Date.now()
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    // A chunk that is fetched ahead of its use comes as no kind of its own.
    kindOf.set(requestId, /\.js$/.test(response.url) ? 'script' : kinds[type])
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kindOf.get(requestId)
    if (!kind) return
    load[kind] += encodedDataLength / 1000
    last = Date.now()
  })
  await session.send('Network.enable')
  return async () => {
    while (Date.now() - last < 400) await new Promise(resolve => setTimeout(resolve, 50))
    await session.detach()
    return load
  }
}
