import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { root } from '#tests/architecture/source.ts'
import { samplePdf } from '#tests/office/sample-pdf.ts'
import { type Program, startProgram } from '#tests/start/program.ts'
import { barriersOn } from './barriers.ts'
import { laptop, launchBrowser, patienceMs } from './browser.ts'

const dataFolder = mkdtempSync(path.join(os.tmpdir(), 'xaso-empty-'))
const ownPassword = 'mot cau that dai de nho 2026'
const lastOnPaper = 1_286

let program: Program
let browser: Browser
/** Who sits at a machine of his own, and what was handed to him on a slip of paper. */
const pages = new Map<string, Page>()
const slips = new Map<string, { login: string; firstPassword: string }>()

beforeAll(async () => {
  program = await startProgram({ dataFolder })
  browser = await launchBrowser()
  await program.healthy(patienceMs)
}, patienceMs)
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return
  for (const [who, page] of pages)
    await page.screenshot({ path: path.join(root, 'test-results', `empty-installation-${who}.png`) })
})
afterAll(async () => {
  await browser?.close()
  program?.child.kill('SIGTERM')
  await program?.ended
  rmSync(dataFolder, { recursive: true, force: true })
})

describe('an empty installation', { timeout: patienceMs }, () => {
  test('prints a link that makes its first administrator', async () => {
    const page = await at('runner')
    await page.goto(await printedLink())
    await page.getByLabel('Họ và tên').fill('Nguyễn Thị Khởi')
    expect(await barriersOn(page)).toEqual([])
    await page.getByLabel('Tên đăng nhập').fill('khoi.nt')
    await page.getByLabel('Mật khẩu', { exact: true }).fill(ownPassword)
    await page.getByLabel('Ghi lại mật khẩu', { exact: true }).fill(ownPassword)
    await press(page, 'Lập tài khoản')
    await page.getByRole('link', { name: 'Đăng nhập' }).click()
    await signIn(page, 'khoi.nt', ownPassword)
    await heading(page, 'Cơ quan')
  })

  test('opens an office with both its issuers and the person who will administer it', async () => {
    const page = await at('runner')
    await press(page, 'Mở cơ quan')
    const form = page.getByRole('dialog', { name: 'Mở cơ quan' })
    await form.getByLabel('Tên đầy đủ').fill('Ủy ban nhân dân xã Bình Sơn')
    expect(await form.getByLabel('Tên ngắn').inputValue()).toBe('UBND xã Bình Sơn')
    await form.getByLabel('Mã định danh điện tử').fill('Z99.XASO.BINHSON')
    await form.getByLabel('Họ và tên').fill('Trần Văn Quản')
    await press(form, 'Mở cơ quan')
    await takeSlip(page, 'administrator')

    await page.getByRole('link', { name: 'Ủy ban nhân dân xã Bình Sơn' }).click()
    await press(page, 'Thêm nơi ban hành')
    await press(page.getByRole('dialog', { name: 'Thêm nơi ban hành' }), 'Lưu')
    await said(page, 'Đã thêm Hội đồng nhân dân xã Bình Sơn.')
    await page.getByText('chưa có mã định danh', { exact: false }).waitFor()
    expect(await barriersOn(page)).toEqual([])
  })

  test('its administrator begins with a password of his own, and adds units and people', async () => {
    const page = await firstSignIn('administrator')
    await heading(page, 'Quản trị')
    await page.getByText('Cơ quan chưa có lãnh đạo và văn thư.', { exact: false }).waitFor()
    await page.getByRole('link', { name: 'Đơn vị' }).click()
    for (const [name, abbreviation, kind] of [
      ['Lãnh đạo Ủy ban nhân dân', 'LĐ', 'leadership'],
      ['Phòng Kinh tế', 'KT', 'department'],
    ] as const) {
      await press(page, 'Thêm đơn vị')
      const form = page.getByRole('dialog', { name: 'Thêm đơn vị' })
      await form.getByLabel('Tên đơn vị').fill(name)
      await form.getByLabel('Chữ viết tắt').fill(abbreviation)
      await form.getByLabel('Loại đơn vị').selectOption(kind)
      await press(form, 'Lưu')
      await page.getByText(name).waitFor()
    }
    await page.getByRole('link', { name: 'Quản trị' }).last().click()
    await page.getByRole('link', { name: 'Người và vị trí' }).click()
    await seat(page, 'leader', { fullName: 'Hồ Văn Tịch', unit: 'Lãnh đạo Ủy ban nhân dân', title: 'Chủ tịch' })
    await seat(page, 'specialist', { fullName: 'Lê Văn Viên', unit: 'Phòng Kinh tế', title: 'Chuyên viên' })
    await seat(page, 'clerk', { fullName: 'Lê Thị Thư', unit: 'Văn phòng', title: 'Văn thư' })
  })

  test('its clerk begins the usual registers, and is asked for the last number of each on paper', async () => {
    const page = await firstSignIn('clerk')
    await heading(page, 'Việc hôm nay')
    await page.getByRole('link', { name: 'Vào sổ văn bản giấy' }).click()
    await page.getByText('Cơ quan chưa có sổ văn bản đến', { exact: false }).waitFor()
    await page.getByRole('link', { name: 'Lập dãy số và sổ' }).click()
    await press(page, 'Lập các sổ thông thường')
    const books = page.getByRole('dialog', { name: 'Lập các sổ thông thường' })
    await press(books, 'Lập sổ và bắt đầu')
    await books.getByText('Sổ đăng ký văn bản đến: hãy ghi số cuối cùng', { exact: false }).first().waitFor()
    for (const [register, last] of [
      ['Sổ đăng ký văn bản đến', lastOnPaper],
      ['Sổ đăng ký văn bản đi của Ủy ban nhân dân xã Bình Sơn', 402],
      ['Sổ đăng ký văn bản đi của Hội đồng nhân dân xã Bình Sơn', 0],
    ] as const)
      await books.getByLabel(`${register}: số cuối cùng đã dùng năm nay`).fill(String(last))
    await books.getByLabel('Căn cứ').fill('Quy chế công tác văn thư')
    await press(books, 'Lập sổ và bắt đầu')
    await said(page, 'Đã lập 3 sổ. Có thể vào sổ và cấp số.')
    await page.getByText(`số cuối ${lastOnPaper}`, { exact: false }).first().waitFor()
    await page.getByText('lấy số từ “Số đến”', { exact: false }).waitFor()
  })

  test('the first document gets the number that follows the last on paper', async () => {
    const page = await at('clerk')
    await page.getByRole('link', { name: 'Văn bản đến' }).click()
    await page.getByRole('link', { name: 'Vào sổ văn bản giấy' }).click()
    const file = { name: 'van-ban.pdf', mimeType: 'application/pdf', buffer: Buffer.from(await samplePdf()) }
    await page.locator('input[type="file"]').first().setInputFiles(file)
    await page.getByText('Máy đã đọc trang 1.', { exact: false }).waitFor()
    const confirm = page.getByRole('button', { name: /^Đúng: / })
    for (let open = await confirm.count(); open > 0; open--) await confirm.first().click()
    await press(page, 'Vào sổ và trình lãnh đạo')
    await said(page, `Đã vào sổ, số đến ${lastOnPaper + 1}`)
  })
})

/** The page of somebody who has not been here before is a browser of its own. */
async function at(who: string): Promise<Page> {
  const known = pages.get(who)
  if (known) return known
  const context = await browser.newContext({ viewport: laptop, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' })
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  pages.set(who, page)
  return page
}

async function printedLink(): Promise<string> {
  await expect.poll(program.said, { timeout: patienceMs }).toMatch(/first-administrator#\S+\s/)
  return /\S+\/first-administrator#\S+/.exec(program.said())![0]
}

async function signIn(page: Page, login: string, password: string): Promise<void> {
  await page.getByLabel('Tên đăng nhập').fill(login)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password)
  await press(page, 'Đăng nhập')
}

/** Signs in with what is on the slip, which opens nothing but the change of it. */
async function firstSignIn(who: string): Promise<Page> {
  const page = await at(who)
  const { login, firstPassword } = slips.get(who)!
  await page.goto(program.origin)
  await signIn(page, login, firstPassword)
  await heading(page, 'Đổi mật khẩu trước khi làm việc')
  await page.getByLabel('Mật khẩu đang dùng').fill(firstPassword)
  await page.getByLabel('Mật khẩu mới', { exact: true }).fill(ownPassword)
  await page.getByLabel('Ghi lại mật khẩu mới').fill(ownPassword)
  await press(page, 'Đổi mật khẩu')
  return page
}

/** Copies login and first password, which are shown once, and closes. */
async function takeSlip(page: Page, who: string): Promise<void> {
  const slip = page.getByRole('alertdialog', { name: /^Mật khẩu đầu tiên của / })
  await slip.waitFor()
  const [login, firstPassword] = await slip.getByRole('definition').allTextContents()
  slips.set(who, { login: login!, firstPassword: firstPassword! })
  await press(slip, 'Đã ghi lại, đóng')
}

type Post = { fullName: string; unit: string; title: string }

async function seat(page: Page, role: string, { fullName, unit, title }: Post): Promise<void> {
  await press(page, 'Thêm người')
  const form = page.getByRole('dialog', { name: 'Thêm người' })
  await form.getByLabel('Họ và tên').fill(fullName)
  await form.getByLabel('Đơn vị').selectOption({ label: unit })
  await form.getByLabel('Chức danh').fill(title)
  await form.getByLabel('Vai trò trong hệ thống').selectOption(role)
  await press(form, 'Lưu')
  await takeSlip(page, role)
}

const press = (where: Page | Locator, name: string) => where.getByRole('button', { name, exact: true }).click()
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor()
const said = (page: Page, words: string) =>
  page.getByRole('region', { name: 'Thông báo' }).getByText(words).first().waitFor()
