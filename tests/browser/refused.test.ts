import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { newId } from '#platform/ui/data/ids.ts'
import { barriersOn } from './barriers.ts'
import { launchBrowser, patienceMs, phone } from './browser.ts'
import { type AtWork, camLo, personOf, sitDown } from './people.ts'

let browser: Browser
let origin: string
beforeAll(async () => {
  origin = await (await fetch(inject('browserStage'))).text()
  browser = await launchBrowser()
}, patienceMs)
afterAll(() => browser?.close())

describe('a print that is refused', { timeout: patienceMs }, () => {
  test('says in its tab what happened and leads back to the screen from which it was asked for', async () => {
    const work = await atTheRegister()
    // The server is asked for a register that it does not have.
    await work.context.route(/arrivals\.pdf/, route =>
      route.continue({
        url: route
          .request()
          .url()
          .replace(/registers\/[^/]+/, `registers/${newId()}`),
      }),
    )
    const asked = work.page.url()
    const tab = await opens(work, 'In khoảng này (PDF A3)', async ({ page }) => {
      await page.getByRole('button', { name: 'In từng phần' }).click()
      await page.getByLabel('Từ số').fill('1')
    })
    await tab.getByRole('heading', { level: 1, name: 'Không tìm thấy.' }).waitFor()
    expect(await tab.textContent('body')).not.toContain('{')
    expect(await barriersOn(tab)).toEqual([])
    await tab.setViewportSize(phone)
    expect(await tab.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(phone.width)
    await tab.getByRole('link', { name: 'Về trang trước' }).click()
    await tab.getByRole('heading', { level: 1, name: /^Sổ/ }).waitFor()
    expect(tab.url()).toBe(asked)
    await work.context.close()
  })

  test('because the session has ended can be opened again after signing in', async () => {
    const work = await atTheRegister()
    const { context, person } = work
    await context.request.delete('/api/v1/session', { headers: { origin } })
    const tab = await opens(work, 'In (PDF A3)')
    await tab.getByRole('heading', { level: 1, name: /phiên làm việc đã hết/ }).waitFor()
    const { login, password } = person
    expect((await context.request.post('/api/v1/session', { data: { login, password } })).ok()).toBe(true)
    const printed = tab.waitForResponse(/arrivals\.pdf/)
    await tab.getByRole('link', { name: 'Mở lại' }).click()
    expect((await printed).headers()['content-type']).toBe('application/pdf')
    await context.close()
  })
})

async function atTheRegister(): Promise<AtWork> {
  const work = await sitDown(browser, personOf(camLo, 'clerk'), { origin })
  await work.open('registers')
  await work.page.getByRole('link', { name: 'In (PDF A3)' }).waitFor()
  return work
}

async function opens(work: AtWork, name: string, before?: (work: AtWork) => Promise<void>): Promise<Page> {
  await before?.(work)
  const tab = work.context.waitForEvent('page')
  await work.page.getByRole('link', { name, exact: true }).click()
  return await tab
}
