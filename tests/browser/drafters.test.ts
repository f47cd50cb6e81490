import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { newId } from '#platform/ui/data/ids.ts'
import { barriersOn } from './barriers.ts'
import { laptop, launchBrowser, patienceMs, phone } from './browser.ts'
import { notices, press } from './hands.ts'
import { type AtWork, camLo, personOf, sitDown } from './people.ts'

const specialist = personOf(camLo, 'specialist', 'KT')
const unitHead = personOf(camLo, 'unit-head', 'KT')
const round = Date.now() % 1_000_000
const subject = (words: string) => `${words} vụ Đông Xuân, ${round}`
const begun = subject('Lịch lấy nước')
const first = subject('Lịch lấy nước đợt 1')
const second = subject('Lịch lấy nước đợt 2')

let browser: Browser
let origin: string
beforeAll(async () => {
  origin = await (await fetch(inject('browserStage'))).text()
  browser = await launchBrowser()
}, patienceMs)
afterAll(() => browser?.close())

const at = (person: typeof specialist, viewport: typeof laptop | typeof phone = laptop) =>
  sitDown(browser, person, { origin, viewport })

type Draft = { readonly subject: string; readonly revision: number; readonly version: number }
const draftOf = ({ api }: AtWork, id: string) => api<Draft>('GET', `/documents/outgoing/${id}`)
async function begin({ api }: AtWork): Promise<string> {
  const { id } = await api<{ id: string }>('POST', '/documents/outgoing', {
    ...{ id: newId(), typeCode: 'cong-van', subject: begun },
    letter: { addressees: [], blocks: [{ kind: 'paragraph', runs: [{ text: 'Lấy nước từ ngày 10.' }] }] },
  })
  return id
}
async function openForm({ page, open }: AtWork, id: string): Promise<void> {
  await open(`documents/outgoing/${id}/edit`)
  await page.getByLabel('Trích yếu').waitFor()
}
/** Who changed it and when, as it is told at the screen. */
const told = (page: Page) => page.getByText(`${unitHead.name} đã sửa dự thảo này (`)
const toldWhen = new RegExp(`${unitHead.name} đã sửa dự thảo này \\((hôm nay, )?\\d{1,2}:\\d{2}`, 'u')

describe('of two who write at one draft', { timeout: patienceMs }, () => {
  test('the second learns who has it, then who changed it and when, and may put his own in its place', async () => {
    const [one, other] = [await at(unitHead), await at(specialist)]
    const { page } = other
    const id = await begin(other)
    await openForm(one, id)
    await openForm(other, id)
    await page.getByText(`${unitHead.name} đang sửa dự thảo này từ`).waitFor()
    await page.getByLabel('Trích yếu').fill(second)
    await one.page.getByLabel('Trích yếu').fill(first)
    await press(one.page, 'Lưu thành bản mới')
    await notices(one.page).getByText('Đã lưu bản 2.').waitFor()

    // Nobody reloads his screen.
    await told(page).waitFor()
    expect(await told(page).textContent()).toMatch(toldWhen)
    expect(await page.getByText('đang sửa dự thảo này từ').count()).toBe(0)
    expect(await page.getByLabel('Trích yếu').inputValue()).toBe(second)
    await press(page, 'Đã xem, dùng nội dung ghi ở đây')
    await told(page).waitFor({ state: 'detached' })
    await press(page, 'Lưu thành bản mới')
    await notices(page).getByText('Đã lưu bản 3.').waitFor()
    expect(await draftOf(other, id)).toMatchObject({ subject: second, version: 3 })
    for (const { context } of [one, other]) await context.close()
  })

  test('the second whom the news did not reach is refused in one place, and may take what is there, and undo that', async () => {
    const [one, other] = [await at(unitHead), await at(specialist, phone)]
    const { page } = other
    const id = await begin(other)
    await one.api('POST', `/documents/outgoing/${id}/hold`, {})
    await page.route('**/api/v1/events?**', route => route.abort())
    await openForm(other, id)
    await one.api('PUT', `/documents/outgoing/${id}`, { revision: 1, subject: first })
    await page.getByLabel('Trích yếu').fill(second)
    await press(page, 'Lưu thành bản mới')
    const refusal = page.getByRole('alert').filter({ has: told(page) })
    await refusal.waitFor()
    expect(await refusal.textContent()).toMatch(toldWhen)
    expect(await refusal.textContent()).toContain('Chưa lưu.')
    const { height } = page.viewportSize()!
    expect((await refusal.boundingBox())!.y).toBeLessThan(height)
    // What is said once is not said again over the form.
    expect([await told(page).count(), await page.getByText('Dự thảo đã được sửa sau khi').count()]).toEqual([1, 0])
    expect(await barriersOn(page)).toEqual([])
    expect(await page.getByLabel('Trích yếu').inputValue()).toBe(second)

    await press(page, `Bỏ nội dung ghi ở đây, lấy bản của ${unitHead.name}`)
    await refusal.waitFor({ state: 'detached' })
    expect(await page.getByLabel('Trích yếu').inputValue()).toBe(first)
    await notices(page).getByRole('button', { name: 'Hoàn tác' }).click()
    expect(await page.getByLabel('Trích yếu').inputValue()).toBe(second)
    await told(page).waitFor()
    expect(await draftOf(other, id)).toMatchObject({ subject: first, revision: 2 })
    for (const { context } of [one, other]) await context.close()
  })
})
