import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { launchBrowser, patienceMs } from './browser.ts'

let browser: Browser
let origin: string
beforeAll(async () => {
  origin = await (await fetch(inject('browserStage'))).text()
  browser = await launchBrowser()
}, patienceMs)
afterAll(() => browser?.close())

test.each([true, false])(
  'a page says when its connection is not encrypted, and only then (safe: %s)',
  async safe => {
    const page = await browser.newPage()
    await page.addInitScript(isSafe => Object.defineProperty(window, 'isSecureContext', { value: isSafe }), safe)
    await page.goto(origin)
    await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor()
    expect(await page.getByText('Kết nối chưa được mã hóa').count()).toBe(safe ? 0 : 1)
    await page.close()
  },
  patienceMs,
)
