import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { launchBrowser, patienceMs } from './browser.ts'
import { type AtWork, camLo, personOf, sitDown } from './people.ts'

let browser: Browser
let origin: string
beforeAll(async () => {
  origin = await (await fetch(inject('browserStage'))).text()
  browser = await launchBrowser()
}, patienceMs)
afterAll(() => browser?.close())

const subject = 'Đề nghị hỗ trợ giống cây trồng sau mưa lũ'
const paragraph = 'Đề nghị Sở hỗ trợ 12 tấn lúa giống trước ngày 30.'

describe('what was typed is never lost', { timeout: patienceMs }, () => {
  test('a half-filled form is there again when the page is loaded anew', async () => {
    const work = await sitDown(browser, personOf(camLo, 'clerk'), { origin })
    const { page } = work
    await work.open('documents/incoming/new')
    await page.getByLabel('Trích yếu').fill(subject)
    await page.reload()
    await page.getByLabel('Trích yếu').waitFor()
    expect(await page.getByLabel('Trích yếu').inputValue()).toBe(subject)
    await work.context.close()
  })

  test('a server that is away for the moment leaves the text in the form, says so, and has it at the next attempt', async () => {
    const work = await sitDown(browser, personOf(camLo, 'specialist'), { origin })
    const { page } = work
    await writeLetter(work)
    const away = (url: URL) => url.pathname === '/api/v1/documents/outgoing'
    await page.route(away, route => route.fulfill({ status: 503, headers: { 'retry-after': '1' }, body: '' }))
    await page.getByRole('button', { name: 'Lưu dự thảo' }).click()
    const refusal = page.getByRole('alert').filter({ hasText: 'Máy chủ chưa trả lời được.' })
    await refusal.waitFor()
    expect(await page.getByLabel('Trích yếu').inputValue()).toBe(subject)
    expect(await page.getByLabel('Đoạn văn 1').textContent()).toContain(paragraph)
    await page.unroute(away)
    await refusal.getByRole('button', { name: 'Gửi lại' }).click()
    await page.getByRole('region', { name: 'Thông báo' }).getByText('Đã lưu dự thảo').waitFor()
    await work.context.close()
  })

  test('a line that is cut while it is sent takes the letter neither away nor twice', async () => {
    const work = await sitDown(browser, personOf(camLo, 'specialist'), { origin })
    const { page } = work
    await writeLetter(work)
    const own = `${subject}, ${Date.now()}`
    await page.getByLabel('Trích yếu').fill(own)
    await work.context.setOffline(true)
    await page.getByRole('button', { name: 'Lưu dự thảo' }).click()
    await page.getByText('Mất mạng').first().waitFor()
    expect(await page.getByLabel('Trích yếu').inputValue()).toBe(own)
    await work.context.setOffline(false)
    // It goes by itself, or the person is asked to send it again.
    const saved = page.getByRole('region', { name: 'Thông báo' }).getByText('Đã lưu dự thảo')
    const again = page.getByRole('button', { name: 'Gửi lại' })
    await saved.or(again).first().waitFor()
    if (await again.isVisible()) await again.click()
    await saved.waitFor()
    const { items } = await work.api<{ items: readonly { subject: string }[] }>(
      'GET',
      '/documents/outgoing?tab=drafts&limit=50',
    )
    expect(items.filter(row => row.subject === own)).toHaveLength(1)
    await work.context.close()
  })
})

async function writeLetter({ page, open }: AtWork): Promise<void> {
  await open('documents/outgoing/new')
  await page.getByLabel('Trích yếu').fill(subject)
  await page.getByLabel('Đoạn văn 1').fill(paragraph)
  await page.getByLabel('Người ký').getByRole('option').nth(0).waitFor({ state: 'attached' })
}
