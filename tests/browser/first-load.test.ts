import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { launchBrowser, patienceMs } from './browser.ts'
import { firstLoad, nextLoads, sizeOf } from './first-load.ts'
import { sitDown } from './people.ts'
import { officeScreens, screenViews } from './screens.ts'
import { visit } from './visit.ts'

let browser: Browser
let origin: string
beforeAll(async () => {
  origin = await (await fetch(inject('browserStage'))).text()
  browser = await launchBrowser()
}, patienceMs)
afterAll(() => browser?.close())

describe('over a bad line', { timeout: patienceMs }, () => {
  test('the first screen costs at most 230 kB of script, 350 kB with styles and letters', async () => {
    const load = await firstLoad(browser, origin)
    expect(load.script).toBeGreaterThan(20)
    expect(load.font).toBeGreaterThan(20)
    expect(load.script).toBeLessThanOrEqual(230)
    expect(sizeOf(load)).toBeLessThanOrEqual(350)
  })

  test('each further screen costs at most 50 kB', async () => {
    const loads = [...(await nextLoads(browser, origin))].map(([path, load]) => [path, sizeOf(load)] as const)
    // Each screen but the two at which people begin: the day, and the offices for who runs the installation.
    const paths = [...(await officeScreens()), ...(await screenViews())].map(({ path }) => path)
    expect(loads).toHaveLength(new Set(paths).size - 2)
    expect(loads.filter(([, size]) => size === 0)).toEqual([])
    expect(loads.filter(([, size]) => size > 50)).toEqual([])
  })

  test('the pages of a PDF bring their engine only when they are asked for', async () => {
    const view = (await screenViews()).find(one => one.path === 'documents/outgoing/$id')!
    const work = await sitDown(browser, view.person, { origin })
    const fetched: string[] = []
    work.page.on('request', request => fetched.push(request.url()))
    await visit(work, await view.address(work))
    expect(fetched.filter(isPdfEngine)).toEqual([])
    await work.page.getByRole('button', { name: /^Xem trang/ }).click()
    await work.page.getByRole('img', { name: /^Trang 1 / }).waitFor()
    expect(fetched.filter(isPdfEngine)).not.toEqual([])
    await work.context.close()
  })
})

const isPdfEngine = (url: string): boolean => /\/assets\/pdf-/.test(url)
