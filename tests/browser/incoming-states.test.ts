import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { launchBrowser, patienceMs } from './browser.ts'
import { choose, openFrom, press, said } from './hands.ts'
import { enterPaper } from './papers.ts'
import { type AtWork, camLo, personOf, sitDown } from './people.ts'

const people = {
  clerk: personOf(camLo, 'clerk'),
  chairman: personOf(camLo, 'leader'),
  economy: personOf(camLo, 'unit-head', 'KT'),
}
const round = Date.now() % 1_000_000
const direction = 'Phòng Kinh tế rà soát, báo cáo trước thứ Sáu.'

let browser: Browser
let origin: string
let clerk: AtWork
beforeAll(async () => {
  origin = await (await fetch(inject('browserStage'))).text()
  browser = await launchBrowser()
  clerk = await sitDown(browser, people.clerk, { origin })
}, patienceMs)
afterAll(() => browser?.close())

/** A paper that waits for the chairman. */
async function paperForChairman(subject: string): Promise<string> {
  return await enterPaper(clerk, { subject, leaderSeatId: people.chairman.seatId })
}
const unitOf = async ({ api }: AtWork, name: string): Promise<string> => {
  const { items } = await api<{ items: readonly { id: string; kind: string }[] }>(
    'GET',
    `/parties?q=${encodeURIComponent(name)}`,
  )
  return items.find(one => one.kind === 'unit')!.id
}

describe('when it does not go smoothly', { timeout: patienceMs }, () => {
  test('who was forestalled is told by whom and what is possible now, and his words are still there', async () => {
    const subject = `Hai người cùng chỉ đạo, đợt ${round}`
    const id = await paperForChairman(subject)
    const chairman = await sitDown(browser, people.chairman, { origin })
    const { page } = chairman
    await openFrom(chairman, 'documents/incoming?tab=mine', subject)
    await choose(page, 'Chủ trì', people.economy.unitName)
    await page.getByLabel('Nội dung chỉ đạo').fill(direction)
    // His screen does not hear of it in time: the act crosses with his.
    const pressed = Promise.withResolvers<void>()
    await page.route('**/api/v1/documents/incoming/**', async route => {
      if (route.request().method() === 'GET') await pressed.promise
      await route.continue()
    })
    await clerk.api('POST', `/documents/incoming/${id}/direct`, {
      onBehalfOf: people.chairman.seatId,
      targets: [{ role: 'lead', unitId: await unitOf(clerk, people.economy.unitName) }],
    })
    await press(page, 'Giao xử lý')
    const conflict = page.getByRole('alert').filter({ hasText: people.clerk.name })
    await conflict.waitFor()
    await expect.poll(() => isInSight(conflict)).toBe(true)
    pressed.resolve()
    expect(await page.getByLabel('Nội dung chỉ đạo').inputValue()).toBe(direction)
    await chairman.context.close()
  })

  test('a server that does not answer is said so, the list comes when it does, and the direction goes with the next press', async () => {
    const subject = `Máy chủ tạm dừng, đợt ${round}`
    await paperForChairman(subject)
    const chairman = await sitDown(browser, people.chairman, { origin })
    const { page } = chairman
    const stopped = (url: URL) => url.pathname.startsWith('/api/v1/documents/')
    await page.route(stopped, route => route.fulfill({ status: 503, headers: { 'retry-after': '1' }, body: '' }))
    await chairman.open('documents/incoming?tab=mine')
    const failed = page.getByRole('alert').filter({ hasText: 'Máy chủ chưa trả lời được.' })
    await failed.waitFor()
    await page.unroute(stopped)
    await failed.getByRole('button', { name: /Thử lại|Tải lại/ }).click()
    await page.getByRole('link', { name: subject }).first().click()

    await choose(page, 'Chủ trì', people.economy.unitName)
    await page.getByLabel('Nội dung chỉ đạo').fill(direction)
    await page.route(stopped, route => route.fulfill({ status: 503, headers: { 'retry-after': '1' }, body: '' }))
    await press(page, 'Giao xử lý')
    const refused = page.getByRole('alert').filter({ hasText: 'Máy chủ chưa trả lời được.' }).first()
    await refused.waitFor()
    await expect.poll(() => isInSight(refused)).toBe(true)
    expect(await page.getByLabel('Nội dung chỉ đạo').inputValue()).toBe(direction)
    await page.unroute(stopped)
    await press(page, 'Giao xử lý')
    await said(page, 'Đã giao xử lý.')
    await chairman.context.close()
  })

  test('without a network what was read stays to be read, and it is said so', async () => {
    const subject = `Mất mạng giữa chừng, đợt ${round}`
    await paperForChairman(subject)
    const chairman = await sitDown(browser, people.chairman, { origin })
    const { page } = chairman
    await openFrom(chairman, 'documents/incoming?tab=mine', subject)
    await page.getByLabel('Nội dung chỉ đạo').fill(direction)
    await chairman.context.setOffline(true)
    await page
      .getByText(/^Mất mạng/)
      .first()
      .waitFor()
    await page.getByRole('heading', { level: 1, name: subject }).waitFor()
    await chairman.context.setOffline(false)
    await page.getByText('Có mạng').waitFor()
    await page.reload()
    await page.getByLabel('Nội dung chỉ đạo').waitFor()
    expect(await page.getByLabel('Nội dung chỉ đạo').inputValue()).toBe(direction)
    await chairman.context.close()
  })

  test('a list in which nothing is says what would be there', async () => {
    const { page, open } = clerk
    await open('documents/incoming?tab=overdue&urgency=3&from=2020-01-01&to=2020-01-02')
    await page.getByText('Không có văn bản nào hợp với bộ lọc').waitFor()
    await page.getByRole('button', { name: 'Bỏ lọc' }).first().click()
    await expect.poll(() => page.url()).not.toContain('urgency')
  })
})

describe('by keyboard alone', { timeout: patienceMs }, () => {
  test('one goes from the list to the document, directs it, and is back at the next', async () => {
    const subject = `Chỉ đạo bằng bàn phím, đợt ${round}`
    await paperForChairman(subject)
    const chairman = await sitDown(browser, people.chairman, { origin })
    const { page } = chairman
    await chairman.open('documents/incoming?tab=mine')
    const row = page.getByRole('link', { name: subject }).first()
    await row.waitFor()
    await tabTo(page, row)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: subject }).waitFor()
    await tabTo(page, page.getByRole('combobox', { name: 'Chủ trì' }))
    await page.keyboard.type('kinh te')
    await page.getByRole('option', { name: people.economy.unitName }).first().waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await tabTo(page, page.getByLabel('Nội dung chỉ đạo'))
    await page.keyboard.type(direction)
    await page.keyboard.press('Control+Enter')
    await said(page, 'Đã giao xử lý.')
    await tabTo(page, page.getByRole('link', { name: 'Chờ tôi' }))
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Văn bản đến' }).waitFor()
    await chairman.context.close()
  })
})

/** Whether it can be read where the panel stands now: not scrolled out of it. */
async function isInSight(notice: Locator): Promise<boolean> {
  const box = await notice.boundingBox()
  const panel = await notice.page().locator('.reader-body').boundingBox()
  return box !== null && panel !== null && box.y >= panel.y - 1 && box.y < panel.y + panel.height
}

/** Goes on with Tab until it has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  const reached = target.and(page.locator(':focus'))
  for (let stop = 0; stop < 80; stop += 1) {
    await page.keyboard.press('Tab')
    if ((await reached.count()) > 0) return
  }
  throw new Error(`Tab never came to ${target}`)
}
