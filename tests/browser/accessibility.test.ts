import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { barriersOn } from './barriers.ts'
import { laptop, launchBrowser, patienceMs, phone } from './browser.ts'
import { type AtWork, type Person, sitDown } from './people.ts'
import { screenViews } from './screens.ts'
import { visit } from './visit.ts'

/** As wide as the machines are, but high: a row that is half out of sight is no target that is too small. */
const high = { height: 8000 }
const widths = [
  { name: 'on the laptop', viewport: { ...laptop, ...high } },
  { name: 'on the phone', viewport: { ...phone, ...high } },
] as const
const views = await screenViews()

let browser: Browser
let origin: string
beforeAll(async () => {
  origin = await (await fetch(inject('browserStage'))).text()
  browser = await launchBrowser()
}, patienceMs)
afterAll(() => browser?.close())

const seated = new Map<string, AtWork>()
const at = async (person: Person): Promise<AtWork> => {
  const work = seated.get(person.login) ?? (await sitDown(browser, person, { origin, viewport: widths[0].viewport }))
  seated.set(person.login, work)
  return work
}

/** The screen is opened once and looked at in each width: what it shows is the style sheet's, not the script's. */
async function barriersInEachWidth(page: Page): Promise<readonly string[]> {
  const found: string[] = []
  for (const { name, viewport } of widths) {
    await page.setViewportSize(viewport)
    found.push(...(await barriersOn(page)).map(barrier => `${name}: ${barrier}`))
    const wide = await page.evaluate<number>('document.documentElement.scrollWidth')
    if (wide > viewport.width) found.push(`${name}: scrolls sideways, ${wide}`)
  }
  await page.setViewportSize(widths[0].viewport)
  return found
}

describe('on the laptop and on the phone', { timeout: patienceMs }, () => {
  test('the way in has no barrier', async () => {
    const page = await browser.newPage({ viewport: widths[0].viewport, locale: 'vi-VN' })
    await page.goto(origin)
    await page.getByLabel('Tên đăng nhập').waitFor()
    expect(await barriersInEachWidth(page)).toEqual([])
    await page.close()
  })

  test.each(views)(
    '$name has no barrier, fails in nothing and does not scroll sideways',
    async ({ person, address }) => {
      const work = await at(person)
      expect(await visit(work, await address(work))).toEqual([])
      expect(await barriersInEachWidth(work.page)).toEqual([])
    },
  )
})
