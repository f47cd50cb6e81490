import { randomBytes } from 'node:crypto'
import type { Browser, CDPSession } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { launchBrowser, patienceMs, phone } from './browser.ts'
import { type AtWork, camLo, personOf, sitDown } from './people.ts'

/** A village's line, and none. */
const thin = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 }
const cut = { offline: true, latency: 0, downloadThroughput: 0, uploadThroughput: 0 }
const subject = () => `Đề nghị sửa cầu tràn thôn Tân Hòa, lần ${Date.now()}`

let browser: Browser
let origin: string
beforeAll(async () => {
  origin = await (await fetch(inject('browserStage'))).text()
  browser = await launchBrowser()
}, patienceMs)
afterAll(() => browser?.close())

describe('over a line of 50 kB a second that drops', { timeout: patienceMs }, () => {
  test('a list shows grey rows, then what is awaited and for how long, then itself', async () => {
    const work = await onTheLine('clerk')
    await work.page.route(/\/documents\/incoming\?/, async route => {
      await new Promise(resolve => setTimeout(resolve, 4_000))
      await route.continue()
    })
    await work.open('documents/incoming')
    await work.page.locator('.skeleton').waitFor()
    await work.page.getByText(/^Đang tải danh sách, \d+ giây…/).waitFor()
    await work.page.locator('.rows > li').first().waitFor()
    expect(await work.page.locator('[aria-busy="true"]').count()).toBe(0)
    await work.context.close()
  })

  test('a press shows at once that it is sent, and pressing again sends nothing more', async () => {
    const work = await onTheLine('specialist')
    const { page } = work
    const own = await writeLetter(work)
    const sent: string[] = []
    page.on('request', request => {
      if (request.method() === 'POST' && request.url().endsWith('/documents/outgoing')) sent.push(request.url())
    })
    const save = page.getByRole('button', { name: 'Lưu dự thảo' })
    await save.click({ clickCount: 3, delay: 40 })
    expect(await save.getAttribute('aria-busy')).toBe('true')
    await page.getByText('Đang gửi…').waitFor()
    await saved(work)
    expect(sent).toHaveLength(1)
    expect(await draftsOf(work, own)).toBe(1)
    await work.context.close()
  })

  test('what is cut off in the middle is kept on the screen and goes on by itself, once, when the line is back', async () => {
    const work = await onTheLine('specialist')
    const { page } = work
    const own = await writeLetter(work)
    const line = await work.context.newCDPSession(page)
    // The server has done it, and nobody here has heard so.
    await page.route(
      /\/documents\/outgoing$/,
      async route => {
        await route.fetch()
        await shape(line, cut)
        await route.abort('connectionreset')
      },
      { times: 1 },
    )
    await page.getByRole('button', { name: 'Lưu dự thảo' }).click()
    await page.getByText(/^Mất mạng từ .* Vẫn xem và ghi được\. 1 việc chờ gửi\.$/).waitFor()
    expect(await page.getByLabel('Trích yếu').inputValue()).toBe(own)
    await shape(line, thin)
    await saved(work)
    expect(await draftsOf(work, own)).toBe(1)
    await work.context.close()
  })

  test('a scan shows how far it is, can be paused, goes on and can be left out', async () => {
    const work = await onTheLine('clerk', phone)
    const { page } = work
    await work.open('documents/incoming/new')
    await page.locator('input[type=file]').setInputFiles({
      name: 'ban-quet.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(1_500_000)]),
    })
    const progress = page.getByRole('progressbar', { name: 'Đang tải lên ban-quet.pdf' })
    await progress.waitFor()
    await expect.poll(async () => Number(await progress.getAttribute('value'))).toBeGreaterThan(0)
    await page.getByText(/^Đã tải lên .*%\. Còn khoảng /).waitFor()
    await page.getByRole('button', { name: 'Tạm dừng' }).click()
    await page.getByText('Đã dừng.', { exact: false }).waitFor()
    await page.getByRole('button', { name: 'Tải tiếp' }).click()
    await progress.waitFor()
    const stopped = page.waitForEvent('requestfailed', request => request.url().endsWith('/api/v1/files'))
    await page.getByRole('button', { name: 'Bỏ tệp ban-quet.pdf' }).click()
    await stopped
    await page.getByText('ban-quet.pdf').waitFor({ state: 'detached' })
    await work.context.close()
  })
})

/** Somebody whose app is there already and whose line has become thin. */
async function onTheLine(role: 'clerk' | 'specialist', viewport?: typeof phone): Promise<AtWork> {
  const work = await sitDown(browser, personOf(camLo, role), { origin, ...(viewport && { viewport }) })
  for (const path of ['documents/outgoing/new', 'documents/incoming/new', 'today']) {
    await work.open(path)
    await work.page.getByRole('heading', { level: 1 }).first().waitFor()
  }
  await shape(await work.context.newCDPSession(work.page), thin)
  return work
}

async function shape(line: CDPSession, conditions: typeof thin): Promise<void> {
  await line.send('Network.enable')
  await line.send('Network.emulateNetworkConditions', conditions)
}

async function writeLetter({ page, open }: AtWork): Promise<string> {
  const own = subject()
  await open('documents/outgoing/new')
  await page.getByLabel('Trích yếu').fill(own)
  await page.getByLabel('Đoạn văn 1').fill('Đề nghị Sở xem xét, hỗ trợ 200 triệu đồng.')
  await page.getByLabel('Người ký').getByRole('option').nth(0).waitFor({ state: 'attached' })
  return own
}

const saved = ({ page }: AtWork) =>
  page.getByRole('region', { name: 'Thông báo' }).getByText('Đã lưu dự thảo').first().waitFor()

async function draftsOf({ api }: AtWork, subject: string): Promise<number> {
  type Drafts = { readonly items: readonly { readonly subject: string }[] }
  const { items } = await api<Drafts>('GET', '/documents/outgoing?tab=drafts&limit=50')
  return items.filter(row => row.subject === subject).length
}
