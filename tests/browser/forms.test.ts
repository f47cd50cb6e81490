import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { newId } from '#platform/ui/data/ids.ts'
import { barriersOn } from './barriers.ts'
import { launchBrowser, patienceMs } from './browser.ts'
import { type AtWork, camLo, personOf, personWithoutSeat, sitDown } from './people.ts'

let browser: Browser
let origin: string
beforeAll(async () => {
  origin = await (await fetch(inject('browserStage'))).text()
  browser = await launchBrowser()
}, patienceMs)
afterAll(() => browser?.close())

describe('a form over its list', { timeout: patienceMs }, () => {
  test('is opened, corrected and left with the keyboard alone, and the focus is always where one works', async () => {
    const { page, context } = await opened('agency-admin', 'administration/units')
    await tabTo(page, 'Thêm đơn vị')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: 'Thêm đơn vị' }).waitFor()
    await expect.poll(() => focused(page)).toBe('Tên đơn vị')

    // Enter saves; what is missing is said, by its name, to who does not see the red.
    await page.keyboard.press('Enter')
    await expect.poll(() => focused(page)).toContain('Còn 2 mục cần xem lại')
    await tabTo(page, 'Hãy ghi chữ viết tắt.')
    await page.keyboard.press('Enter')
    expect(await focused(page)).toBe('Chữ viết tắt')
    const field = page.getByLabel('Chữ viết tắt')
    expect(await field.getAttribute('aria-invalid')).toBe('true')
    const saidBy = (await field.getAttribute('aria-describedby'))!.split(' ').at(-1)!
    expect(await page.locator(`#${saidBy}`).textContent()).toBe('Hãy ghi chữ viết tắt.')

    // A further attempt brings the focus back to what is still missing.
    await page.keyboard.type('TTR')
    await page.keyboard.press('Enter')
    await expect.poll(() => focused(page)).toContain('Còn 1 mục cần xem lại')

    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await focused(page)).toBe('Thêm đơn vị')
    await page.keyboard.press('Enter')
    expect(await page.getByLabel('Chữ viết tắt').inputValue()).toBe('TTR')
    await context.close()
  })

  test('stays open when Esc closes a list in it, and Enter there chooses and does not save', async () => {
    const { page, context } = await opened('clerk', 'settings/delegations')
    await page.getByRole('button', { name: 'Ủy quyền', exact: true }).click()
    const form = page.getByRole('dialog', { name: 'Ủy quyền xử lý' })
    const picker = form.getByRole('combobox', { name: 'Người xử lý thay' })
    await picker.focus()
    await page.keyboard.type('tài')
    await form.getByRole('option').first().waitFor()
    await page.keyboard.press('Escape')
    await form.getByRole('option').first().waitFor({ state: 'detached' })
    expect(await form.isVisible()).toBe(true)

    await page.keyboard.type(' ')
    await page.keyboard.press('Backspace')
    await form.getByRole('option').first().waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect.poll(() => picker.inputValue()).toContain('Tài')
    await page.keyboard.press('Enter')
    expect(await form.getByRole('alert').count()).toBe(0)
    await context.close()
  })

  test('adds the day that is being written with Enter, and does not save the year', async () => {
    const { page, context } = await opened('installation-admin', 'installation/calendar')
    await page.getByRole('button', { name: /^Nhập lịch năm/ }).click()
    const form = page.getByRole('dialog', { name: /^Nhập lịch năm/ })
    const year = /\d{4}/.exec((await form.getByRole('heading').first().textContent())!)![0]
    await form.getByLabel('Ngày', { exact: true }).fill(`01/01/${year}`)
    await form.getByLabel('Tên ngày').fill('Tết Dương lịch')
    await page.keyboard.press('Enter')
    expect(await form.getByLabel('Danh sách ngày').inputValue()).toContain(`01/01/${year} – nghỉ – Tết Dương lịch`)
    expect(await form.getByRole('alert').count()).toBe(0)
    // The next one is written at once.
    await expect.poll(() => focused(page)).toBe('Ngày')
    await context.close()
  })

  test('that a menu opened gives the focus back to the menu', async () => {
    const { page, context } = await opened('agency-admin', 'administration/people')
    const menu = page.locator('summary').filter({ hasText: 'Việc khác' }).first()
    await menu.focus()
    await page.keyboard.press('Enter')
    await tabTo(page, 'Sửa họ tên, chức danh')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    await page.locator('summary:focus').filter({ hasText: 'Việc khác' }).waitFor()
    await context.close()
  })

  test('that is refused for what is there already says so beside its buttons and keeps what was written', async () => {
    const work = await opened('clerk', 'administration/registers')
    const { page } = work
    const { items } = await work.api<{ items: readonly { code: string; direction: string }[] }>('GET', '/registers')
    const taken = items.find(register => register.direction === 'outgoing')!.code
    await page.getByRole('button', { name: 'Lập sổ' }).click()
    const form = page.getByRole('dialog', { name: 'Lập sổ' })
    await form.getByLabel('Văn bản đi').check()
    await form.getByLabel('Tên sổ').fill('Sổ thứ hai')
    await form.getByLabel('Mã sổ').fill(taken)
    await form.getByLabel('Lấy số từ dãy').selectOption({ index: 1 })
    await form.getByLabel('Căn cứ').fill('Quy chế công tác văn thư')
    await form.getByRole('button', { name: 'Lưu' }).click()

    const refusal = form.getByRole('alert')
    await refusal.getByText(`Mã sổ “${taken}” đã dùng.`).waitFor()
    await refusal.getByText('Nội dung ông/bà vừa ghi vẫn còn.', { exact: false }).waitFor()
    const foot = (await form.getByRole('button', { name: 'Lưu' }).boundingBox())!
    expect(foot.y + foot.height).toBeLessThanOrEqual(page.viewportSize()!.height)
    expect((await refusal.boundingBox())!.y).toBeLessThan(foot.y)
    expect(await form.getByLabel('Tên sổ').inputValue()).toBe('Sổ thứ hai')

    await refusal.getByRole('button', { name: 'Xem bản mới nhất' }).click()
    await form.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Lập sổ' }).click()
    expect(await form.getByLabel('Tên sổ').inputValue()).toBe('Sổ thứ hai')
    await work.context.close()
  })
})

describe('a finder', { timeout: patienceMs }, () => {
  test('of recipients begins with those to whom one wrote last, which the keyboard alone takes', async () => {
    const work = await opened('specialist', 'documents/outgoing/new')
    const { page } = work
    const names = ['Hợp tác xã Đông Hòa', 'Ông Lê Văn Mười'].map(name => `${name} ${Date.now() % 1_000_000}`)
    await work.api('POST', '/documents/outgoing', {
      ...{ id: newId(), typeCode: 'cong-van', subject: 'Mời dự tổng kết vụ Đông Xuân' },
      letter: { addressees: [], blocks: [{ kind: 'paragraph', runs: [{ text: 'Trân trọng kính mời.' }] }] },
      recipients: names.map(name => ({ id: newId(), kind: 'outside', name, carrier: 'mail', purpose: 'act' })),
    })
    // The panel scrolls, not the page with the letter under it.
    expect(await page.evaluate('document.documentElement.scrollHeight - innerHeight')).toBe(0)
    await page.getByRole('combobox', { name: 'Nơi nhận' }).focus()
    await page.keyboard.press('ArrowDown')
    const lately = page.getByRole('group', { name: 'Gần đây' })
    await lately.getByRole('option').first().waitFor()
    expect((await lately.getByRole('option').allInnerTexts()).slice(0, 2)).toEqual(
      names.map(name => expect.stringContaining(name)),
    )
    expect(await barriersOn(page)).toEqual([])

    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    expect(await page.getByLabel(`Cách gửi ${names[1]}`).inputValue()).toBe('mail')
    // What is typed finds in the whole directory, without headings.
    await page.keyboard.type('so noi vu')
    await page.getByRole('option', { name: 'Sở Nội vụ' }).first().waitFor()
    expect(await lately.count()).toBe(0)
    await work.context.close()
  })
})

type Role = 'agency-admin' | 'clerk' | 'specialist' | 'installation-admin'

async function opened(role: Role, path: string): Promise<AtWork> {
  const person = role === 'installation-admin' ? personWithoutSeat() : personOf(camLo, role)
  const work = await sitDown(browser, person, { origin })
  await work.open(path)
  await work.page.getByRole('heading', { level: 1 }).waitFor()
  await work.page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' })
  return work
}

/** What has the focus, by its label or by its words. */
const focused = (page: Page): Promise<string> =>
  page.evaluate<string>(`(() => {
    const { activeElement } = document
    return activeElement.labels?.[0]?.textContent.trim() ?? activeElement.textContent.trim()
  })()`)

/** Presses Tab until the thing with these words has the focus, as one does who sees only that. */
async function tabTo(page: Page, words: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if ((await focused(page)) === words) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`“${words}” is not reached with Tab; the focus is on “${await focused(page)}”`)
}
