import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { launchBrowser, patienceMs } from './browser.ts'
import { enterPaper } from './papers.ts'
import { camLo, type Person, personOf, sitDown } from './people.ts'
import { visit } from './visit.ts'

/** What a cheap phone shows below the browser's bar. */
const viewport = { width: 360, height: 740 }
const chairman = personOf(camLo, 'leader')
const clerk = personOf(camLo, 'clerk')
type Seen = readonly [name: string, person: Person, address: () => string, parts: readonly string[]]
const seen: readonly Seen[] = [
  ['the day', chairman, () => 'today', []],
  ['the list', chairman, () => 'documents/incoming', []],
  ['the reader and its direction', chairman, () => `documents/incoming/${paper}`, ['Ý kiến', 'Tiến trình']],
  ['entering a paper', clerk, () => 'documents/incoming/new', ['Vào sổ']],
]

let browser: Browser
let origin: string
let paper: string
beforeAll(async () => {
  origin = await (await fetch(inject('browserStage'))).text()
  browser = await launchBrowser()
  const desk = await sitDown(browser, clerk, { origin })
  paper = await enterPaper(desk, { subject: 'Lịch tiêm phòng đàn gia súc', leaderSeatId: chairman.seatId })
  await desk.context.close()
}, patienceMs)
afterAll(() => browser?.close())

describe('on a phone of 360 × 740', { timeout: patienceMs }, () => {
  test.for(seen)(
    '%s needs no scrolling sideways, and what is pressed is as large as a thumb',
    async ([, person, address, parts]) => {
      const work = await sitDown(browser, person, { origin, viewport })
      const { page } = work
      expect(await visit(work, address())).toEqual([])
      expect(await tooWideOrSmall(page)).toEqual([])
      for (const part of parts) {
        await page.getByRole('button', { name: part, exact: true }).click()
        await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' })
        expect(await tooWideOrSmall(page), part).toEqual([])
      }
      await work.context.close()
    },
  )

  test.for([
    ['documents/incoming', 0.5],
    ['documents/outgoing', 0.5],
    ['search?q=bao%20cao', 0.6],
  ] as const)('%s begins in the upper part of the screen: its head does not push it below', async ([address, part]) => {
    const work = await sitDown(browser, clerk, { origin, viewport })
    expect(await visit(work, address)).toEqual([])
    const first = await work.page.locator('.rows > li').first().boundingBox()
    expect(first!.y).toBeLessThan(viewport.height * part)
    await work.context.close()
  })

  test('the open tab is in sight, beside what narrows the list, and a tick moves no row', async () => {
    const work = await sitDown(browser, clerk, { origin, viewport })
    const { page } = work
    await visit(work, 'documents/incoming?tab=all')
    const tab = (await page.locator('.tabs [aria-current]').boundingBox())!
    const filter = (await page.getByRole('button', { name: 'Lọc' }).boundingBox())!
    expect(tab.x).toBeGreaterThanOrEqual(0)
    expect(tab.x + tab.width).toBeLessThanOrEqual(filter.x)
    expect(filter.y).toBeLessThan(tab.y + tab.height)
    const row = page.locator('.rows > li').nth(1)
    const before = (await row.boundingBox())!.y
    await row.getByRole('checkbox').check()
    await page.getByText('Đã chọn 1 văn bản').waitFor()
    expect((await row.boundingBox())!.y).toBeCloseTo(before, 0)
    const acts = (await page.getByRole('button', { name: 'Chuyển tiếp' }).boundingBox())!
    expect(acts.y + acts.height).toBeLessThanOrEqual(viewport.height)
    await work.context.close()
  })

  test('the act stays under the thumb, however far one has read', async () => {
    const work = await sitDown(browser, chairman, { origin, viewport })
    const { page } = work
    await visit(work, `documents/incoming/${paper}`)
    const act = page.getByRole('button', { name: 'Giao xử lý', exact: true })
    for (const part of ['Văn bản', 'Ý kiến', 'Tiến trình']) {
      await page.getByRole('button', { name: part, exact: true }).click()
      await page.mouse.wheel(0, 5000)
      const box = await act.boundingBox()
      expect(box && box.y + box.height, part).toBeLessThanOrEqual(viewport.height)
    }
    await work.context.close()
  })
})

/** Buttons and fields lower than 44 pixels, and how far the page is wider than the screen; links within text may be small. */
async function tooWideOrSmall(page: Page): Promise<readonly string[]> {
  return (await page.evaluate(`(() => {
    const found = []
    const wider = document.documentElement.scrollWidth - innerWidth
    if (wider > 0) found.push('wider by ' + wider)
    for (const element of document.querySelectorAll('button, .button, select, textarea, summary, .input, .picker-box, label:has(input)')) {
      const { width, height } = element.getBoundingClientRect()
      const inPicker = element.closest('.picker-box, .date-field') && element.matches('.icon-button')
      if (width > 0 && height > 0 && height < 43.5 && !inPicker && getComputedStyle(element, '::after').position !== 'absolute')
        found.push((element.getAttribute('aria-label') ?? element.textContent.trim()) + ': ' + Math.round(height))
    }
    return found
  })()`)) as readonly string[]
}
