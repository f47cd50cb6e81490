import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { laptop, launchBrowser, patienceMs } from './browser.ts'
import { uploadDraft } from './papers.ts'
import { camLo, personOf, sitDown } from './people.ts'

let browser: Browser
let origin: string
beforeAll(async () => {
  origin = await (await fetch(inject('browserStage'))).text()
  browser = await launchBrowser()
}, patienceMs)
afterAll(() => browser?.close())

test('the place of the number is dragged, moved by keys and measured on the page, and stays where it was saved', async () => {
  const work = await sitDown(browser, personOf(camLo, 'specialist', 'KT'), { origin, viewport: laptop })
  const { page } = work
  const id = await uploadDraft(work)
  await work.open(`documents/outgoing/${id}`)
  await page.getByRole('link', { name: 'Chỗ ghi số, ngày' }).click()
  const box = page.getByRole('button', { name: /^128\. Số văn bản/ })
  const fields = page.getByRole('group', { name: 'Số văn bản' })
  const left = fields.getByLabel('Cách mép trái (mm)')
  const millimetres = async () => Number((await left.inputValue()).replace(',', '.'))
  const openPage = () => page.getByRole('button', { name: 'Mở trang 1 để kéo hai khung' }).click()
  await openPage()
  await box.waitFor()
  const proposed = await millimetres()

  const { x, y } = (await box.boundingBox())!
  await page.mouse.move(x + 5, y + 5)
  await page.mouse.down()
  await page.mouse.move(x + 85, y + 105, { steps: 4 })
  await page.mouse.up()
  const dragged = await millimetres()
  expect(dragged).toBeGreaterThan(proposed + 10)
  await box.press('Shift+ArrowLeft')
  await box.press('ArrowRight')
  expect(await millimetres()).toBeCloseTo(dragged - 4, 0)
  await left.fill('500')
  await fields.getByText('Hãy ghi số từ', { exact: false }).waitFor()
  await left.fill('61,5')

  await page.getByRole('button', { name: 'Lưu chỗ ghi' }).click()
  await page.getByText('Đã lưu chỗ ghi số và ngày.').waitFor()
  await work.open(`documents/outgoing/${id}/number-place`)
  await openPage()
  await box.waitFor()
  expect(await millimetres()).toBe(61.5)
  await page.getByRole('button', { name: 'Về chỗ đề nghị' }).click()
  expect(await millimetres()).toBe(proposed)
})
