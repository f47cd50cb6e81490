import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { launchBrowser, patienceMs, phone } from './browser.ts'
import { type AtWork, camLo, personOf, sitDown } from './people.ts'

let browser: Browser
let origin: string
/** The same page as a file with text, and as a photo of it. */
let folder: string
let withText: string
let photo: string

beforeAll(async () => {
  origin = await (await fetch(inject('browserStage'))).text()
  browser = await launchBrowser()
  folder = mkdtempSync(path.join(os.tmpdir(), 'xaso-scan-'))
  withText = path.join(folder, 'trang.pdf')
  photo = path.join(folder, 'trang.jpg')
  const clerk = await sitDown(browser, personOf(camLo, 'clerk'), { origin })
  writeFileSync(withText, await anyPaper(clerk))
  execFileSync('pdftoppm', ['-r', '110', '-jpeg', '-singlefile', withText, photo.replace('.jpg', '')])
  await clerk.context.close()
}, patienceMs)
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('entering a paper from its scan', { timeout: patienceMs }, () => {
  test('offers no tools for a page before there is one', async () => {
    const { page, context } = await atTheForm()
    await page.getByRole('button', { name: 'Chọn tệp' }).waitFor()
    expect(await page.getByRole('button', { name: /^(Nhỏ|To|In)$/ }).count()).toBe(0)
    await page.locator('input[type=file]').setInputFiles(withText)
    for (const tool of ['Nhỏ', 'To', 'In']) await page.getByRole('button', { name: tool, exact: true }).waitFor()
    await context.close()
  })

  test('shows the page itself with a numbered place for each value that was read, and goes to it from the field', async () => {
    const { page, context } = await atTheForm()
    await page.locator('input[type=file]').setInputFiles(withText)
    await page.getByRole('img', { name: 'Trang 1 / 1' }).waitFor()
    const place = page.getByRole('button', { name: /^Chỗ \d: Trích yếu$/ })
    await place.waitFor()
    // What was read is asked of the picture; large, the place of the signer lies below what is seen.
    for (let step = 0; step < 3; step += 1) await page.getByRole('button', { name: 'To', exact: true }).click()
    const signed = page.getByRole('button', { name: /^Chỗ \d: Người ký$/ })
    expect(await isInSight(page, signed)).toBe(false)
    await page.getByRole('textbox', { name: 'Người ký' }).focus()
    await expect.poll(() => isInSight(page, signed)).toBe(true)
    expect(await signed.getAttribute('data-highlighted')).toBe('true')
    // And back from the place to its field.
    await page.getByRole('textbox', { name: 'Trích yếu' }).focus()
    await place.click()
    expect(await page.evaluate('document.activeElement.id')).toBe('field-subject')
    await page.getByRole('button', { name: 'Đúng: Trích yếu' }).click()
    expect(await place.getAttribute('data-confirmed')).toBe('true')
    await context.close()
  })

  test('enlarges the part of a photo where the form puts what is typed', async () => {
    const { page, context } = await atTheForm()
    await page.locator('input[type=file]').setInputFiles(photo)
    const picture = page.getByRole('img', { name: 'trang.jpg' })
    await picture.waitFor()
    const widthBefore = (await picture.boundingBox())!.width
    const leftOf = async () => (await picture.boundingBox())!.x
    await page.getByRole('textbox', { name: 'Số, ký hiệu' }).focus()
    await expect.poll(async () => (await picture.boundingBox())!.width).toBeGreaterThan(widthBefore * 1.4)
    const atNumber = await leftOf()
    await page.getByRole('textbox', { name: 'Ngày văn bản' }).focus()
    await expect.poll(leftOf).toBeLessThan(atNumber - 100)
    const topAtHead = (await picture.boundingBox())!.y
    await page.getByRole('textbox', { name: 'Người ký' }).focus()
    await expect.poll(async () => (await picture.boundingBox())!.y).toBeLessThan(topAtHead - 100)
    await context.close()
  })

  test('goes on a phone from the number at a field to its place on the page', async () => {
    const { page, context } = await atTheForm(phone)
    await page.locator('input[type=file]').setInputFiles(withText)
    await page.getByRole('button', { name: /^Chỗ \d: Trích yếu$/ }).waitFor()
    await page.getByRole('button', { name: 'Vào sổ', exact: true }).click()
    const number = page.getByRole('button', { name: /^Xem chỗ \d trên văn bản: Trích yếu$/ })
    await number.click()
    const place = page.getByRole('button', { name: /^Chỗ \d: Trích yếu$/ })
    await expect.poll(() => isInSight(page, place)).toBe(true)
    expect(await number.isVisible()).toBe(false)
    await context.close()
  })
})

async function atTheForm(viewport?: typeof phone): Promise<AtWork> {
  const work = await sitDown(browser, personOf(camLo, 'clerk'), { origin, ...(viewport && { viewport }) })
  await work.open('documents/incoming/new')
  return work
}

/** The file of a document of one page that came through the system. */
async function anyPaper({ api, context, person }: AtWork): Promise<Buffer> {
  const { items } = await api<{ items: readonly { id: string }[] }>('GET', '/documents/incoming?limit=50')
  // The newest ones may be letters that other tests sent: those of the demonstration are laid out as the decree has it.
  for (const { id } of items.toReversed()) {
    type Shown = { files: readonly { url: string; role: string; pages: number; mediaType: string }[] }
    const { files } = await api<Shown>('GET', `/documents/incoming/${id}`)
    const file = files.find(one => one.role === 'main' && one.pages === 1 && one.mediaType === 'application/pdf')
    if (!file) continue
    const answer = await context.request.get(`${origin}${file.url}`, { headers: { 'x-seat': person.seatId } })
    return await answer.body()
  }
  throw new Error('the demonstration has no document of one page')
}

async function isInSight(page: Page, place: Locator): Promise<boolean> {
  const box = await place.boundingBox()
  const desk = await page.locator('.reader-desk .reader-scroll').boundingBox()
  const height = page.viewportSize()!.height
  if (!box || !desk) return false
  return box.y >= Math.max(desk.y, 0) - 1 && box.y + box.height <= Math.min(desk.y + desk.height, height) + 1
}
