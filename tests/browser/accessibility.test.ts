import type { Browser } from 'playwright-core'
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

describe.each(widths)('$name', { timeout: patienceMs }, ({ viewport }) => {
  const seated = new Map<string, AtWork>()
  const at = async (person: Person): Promise<AtWork> => {
    const work = seated.get(person.login) ?? (await sitDown(browser, person, { origin, viewport }))
    seated.set(person.login, work)
    return work
  }

  test('the way in has no barrier', async () => {
    const page = await browser.newPage({ viewport, locale: 'vi-VN' })
    await page.goto(origin)
    await page.getByLabel('Tên đăng nhập').waitFor()
    expect(await barriersOn(page)).toEqual([])
    await page.close()
  })

  test.each(views)(
    '$name has no barrier, fails in nothing and does not scroll sideways',
    async ({ person, address }) => {
      const work = await at(person)
      expect(await visit(work, await address(work))).toEqual([])
      expect(await barriersOn(work.page)).toEqual([])
      expect(await work.page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
        viewport.width,
      )
    },
  )
})
