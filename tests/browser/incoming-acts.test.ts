import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { addDays } from '#lib/calendar-date/index.ts'
import { formatDate, todayInVietnam } from '#lib/vietnamese/index.ts'
import { newId } from '#platform/ui/data/ids.ts'
import { patienceMs } from './browser.ts'
import { choose, openFrom, press, pressUnderOthers, said } from './hands.ts'
import { enterPaper, sendLetter } from './papers.ts'
import { type AtWork, camLo, personOf, provincePeople } from './people.ts'
import { peopleAtWork } from './people-at-work.ts'

/** No other document has these words, also where these tests ran before. */
const round = Date.now() % 1_000_000
const sent = `Lấy ý kiến về quy hoạch chợ nông thôn, đợt ${round}`
const handled = `Kế hoạch ngừng cấp điện để sửa đường dây, đợt ${round}`
const further = `Danh sách trạm biến áp phải thay, đợt ${round}`

const people = {
  ...provincePeople,
  clerk: personOf(camLo, 'clerk'),
  officeHead: personOf(camLo, 'office-head'),
  chairman: personOf(camLo, 'leader'),
  economy: personOf(camLo, 'unit-head', 'KT'),
  culture: personOf(camLo, 'unit-head', 'VHXH'),
}

const as = peopleAtWork('incoming-acts', people)

describe('what came from another office', { timeout: patienceMs }, () => {
  let sentId: string

  test('is counted in the clerk’s menu as soon as it is there, without a press', async () => {
    const { page, open, api } = await as('clerk')
    await open('documents/incoming?tab=to-register')
    const entry = page.getByRole('navigation').getByRole('link', { name: /^Văn bản đến/ })
    const counted = async () => Number(/\d+/.exec((await entry.textContent()) ?? '')?.[0] ?? 0)
    await page.getByRole('heading', { level: 1 }).waitFor()
    const { incomingForMe: before } = await api<{ incomingForMe: number }>('GET', '/documents/counts')
    await expect.poll(counted).toBe(before)
    sentId = await sendLetter(
      {
        drafter: await as('provinceSpecialist'),
        checkers: [await as('provinceUnitHead'), await as('provinceOfficeHead')],
        leader: await as('provinceChairman'),
        clerk: await as('provinceClerk'),
      },
      { subject: sent, to: 'Ủy ban nhân dân xã Cam Lộ' },
    )
    await expect.poll(counted, { timeout: 20_000 }).toBe(before + 1)
  })

  test('is set aside with a reason, and brought back', async () => {
    const clerk = await as('clerk')
    const { page } = clerk
    await openFrom(clerk, 'documents/incoming?tab=to-register', sent)
    await pressUnderOthers(page, 'Không vào sổ')
    await press(page, 'Không vào sổ')
    await page.getByText('Ghi một câu lý do.').first().waitFor()
    await page.getByLabel('Lý do không vào sổ').fill('Nghi trùng với văn bản hôm qua.')
    await press(page, 'Không vào sổ')
    await said(page, 'Đã để ngoài sổ.')

    await openFrom(clerk, 'documents/incoming?tab=not-registered', sent)
    await page.getByText('Lý do: Nghi trùng với văn bản hôm qua.').waitFor()
    await press(page, 'Đưa về chờ vào sổ')
    await said(page, 'Đã đưa về chờ vào sổ.')
  })

  test('that came over the counter and was brought back cannot be refused, and its row does not say so', async () => {
    const clerk = await as('clerk')
    const { page } = clerk
    const subject = `Báo biếu để nhầm, đợt ${round}`
    const { id } = await clerk.api<{ id: string }>('POST', '/documents/incoming/unregistered', {
      ...{ id: newId(), subject, issuerName: 'Bưu điện Cam Lộ', reason: 'Báo, tạp chí.', files: [] },
    })
    await clerk.api('POST', `/documents/incoming/${id}/bring-back`, {})
    await clerk.open('documents/incoming?tab=to-register')
    const row = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: subject }) })
    await row.getByText('vào sổ hoặc không vào sổ').waitFor()
  })

  test('waits on the day behind an act that stands in one line, however long its words are', async () => {
    const { page, open } = await as('officeHead')
    await open('today')
    await page
      .getByRole('link', { name: /^Đề xuất xử lý/ })
      .first()
      .waitFor()
    const heights = await page.evaluate<number[]>(
      `[...document.querySelectorAll('.row-act')].map(one => one.offsetHeight)`,
    )
    expect(Math.max(...heights)).toBeLessThan(45)
  })

  test('is refused with a reason, which its sender reads', async () => {
    const clerk = await as('clerk')
    const { page } = clerk
    await openFrom(clerk, 'documents/incoming?tab=to-register', sent)
    await pressUnderOthers(page, 'Từ chối tiếp nhận')
    await page.getByLabel('Lý do từ chối tiếp nhận').fill('Gửi nhầm: xã không có chợ thuộc quy hoạch này.')
    await press(page, 'Từ chối tiếp nhận')
    await said(page, 'Sẽ báo nơi gửi sau 10 giây.')

    const sender = await as('provinceClerk')
    await sender.open(`documents/outgoing/${sentId}`)
    const recipients = sender.page.getByRole('region', { name: 'Nơi nhận' })
    await recipients.getByText('Từ chối tiếp nhận').waitFor()
    await recipients.getByText('Gửi nhầm: xã không có chợ thuộc quy hoạch này.').waitFor()
  })
})

describe('a paper that was registered', { timeout: patienceMs }, () => {
  test('is sent up, given back with a reason, and sent up again', async () => {
    await enterPaper(await as('clerk'), { subject: handled })
    const officeHead = await as('officeHead')
    await openFrom(officeHead, 'documents/incoming?tab=mine', handled)
    await pressUnderOthers(officeHead.page, 'Trình lãnh đạo')
    await choose(officeHead.page, 'Trình ai', people.chairman.name)
    await press(officeHead.page, 'Trình lãnh đạo')
    await said(officeHead.page, 'Đã trình lãnh đạo.')

    const chairman = await as('chairman')
    await openFrom(chairman, 'today', handled)
    await press(chairman.page, 'Trả về')
    await press(chairman.page, 'Trả về')
    await chairman.page.getByText('Ghi một câu lý do.').first().waitFor()
    await chairman.page.getByLabel('Lý do').fill('Văn phòng ghi rõ các thôn bị ảnh hưởng.')
    await press(chairman.page, 'Trả về')
    await said(chairman.page, 'Đã trả về.')

    await openFrom(officeHead, 'today', handled)
    await officeHead.page.getByText('Văn phòng ghi rõ các thôn bị ảnh hưởng.').first().waitFor()
    await pressUnderOthers(officeHead.page, 'Trình lãnh đạo')
    await choose(officeHead.page, 'Trình ai', people.chairman.name)
    await officeHead.page.getByLabel('Lời nhắn').fill('Các thôn Tân Hòa, Phú Ngạn.')
    await press(officeHead.page, 'Trình lãnh đạo')
    await said(officeHead.page, 'Đã trình lãnh đạo.')
  })

  test('is directed, taken back before anybody opened it, and directed again', async () => {
    const { page } = await directs()
    await pressUnderOthers(page, 'Lấy lại')
    await said(page, 'Đã lấy lại.')
    const economy = await as('economy')
    await economy.open('documents/incoming?tab=mine')
    await economy.page.getByRole('heading', { level: 1 }).waitFor()
    await economy.page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' })
    expect(await economy.page.getByRole('link', { name: handled }).count()).toBe(0)
    await directs()
  })

  test('gets another lead, who reads why', async () => {
    const { page } = await as('chairman')
    await pressUnderOthers(page, 'Đổi chủ trì')
    await choose(page, 'Chủ trì mới', people.culture.unitName)
    await page.getByLabel('Lý do').fill('Việc này ảnh hưởng trường học.')
    await press(page, 'Đổi chủ trì')
    await said(page, 'Đã đổi chủ trì.')

    const culture = await as('culture')
    await openFrom(culture, 'today', handled)
    // The notice calls the document by its name.
    await culture.open('notices')
    const notice = culture.page.getByRole('listitem').filter({ hasText: handled }).first()
    await notice.getByText(/giao việc/).waitFor()
  })

  test('gets more time, asked for and granted', async () => {
    const culture = await as('culture')
    await openFrom(culture, 'today', handled)
    await pressUnderOthers(culture.page, 'Xin gia hạn')
    await culture.page.getByRole('textbox', { name: 'Xin đến ngày' }).fill(formatDate(later))
    await culture.page.getByLabel('Lý do').fill('Chờ các trường báo lịch thi.')
    await press(culture.page, 'Xin gia hạn')
    await said(culture.page, 'Đã xin gia hạn.')

    const chairman = await as('chairman')
    await openFrom(chairman, 'today', handled)
    await chairman.page.getByText('Chờ các trường báo lịch thi.').first().waitFor()
    await chairman.page.getByLabel(`Đồng ý đến ${formatDate(later)}`).check()
    await press(chairman.page, 'Trả lời gia hạn')
    await said(chairman.page, 'Đã trả lời gia hạn.')
  })

  test('is urged, remarked upon and finished, and its sheet says all of it', async () => {
    const chairman = await as('chairman')
    await press(chairman.page, 'Đôn đốc')
    await press(chairman.page, 'Đề nghị báo tiến độ trong hôm nay.')
    await press(chairman.page, 'Đôn đốc')
    await said(chairman.page, 'Đã đôn đốc.')

    const culture = await as('culture')
    await culture.open('today')
    await culture.page.getByText('Đề nghị báo tiến độ trong hôm nay.').first().waitFor()
    await openFrom(culture, 'today', handled)
    await press(culture.page, 'Ghi ý kiến')
    await culture.page.getByRole('textbox', { name: 'Ghi ý kiến' }).fill('Ba trường đã trả lời.')
    await press(culture.page, 'Gửi ý kiến')
    await culture.page.getByText('Ba trường đã trả lời.').waitFor()
    await culture.page.getByLabel('Kết quả xử lý').fill('Đã thông báo tới 3 trường và 2 thôn.')
    await press(culture.page, 'Hoàn thành')
    await said(culture.page, 'Đã báo kết quả.')

    const sheet = culture.page.getByRole('link', { name: 'Phiếu giải quyết' })
    const answer = await culture.context.request.get((await sheet.getAttribute('href'))!)
    const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: await answer.body(), encoding: 'utf8' })
    for (const words of ['PHIẾU GIẢI QUYẾT VĂN BẢN ĐẾN', 'Điện lực Cam Lộ', 'Thông báo tới các trường'])
      expect(text.replaceAll(/\s+/g, ' ')).toContain(words)
  })
})

describe('several at once', { timeout: patienceMs }, () => {
  test('are passed on from the list in one go, and each says what became of it', async () => {
    const clerk = await as('clerk')
    const { page } = clerk
    await enterPaper(clerk, { subject: further })
    await clerk.open(`documents/incoming?tab=all&issuer=${encodeURIComponent('Điện lực Cam Lộ')}`)
    for (const subject of [handled, further]) await page.getByRole('checkbox', { name: subject }).check()
    await page.getByText('Đã chọn 2 văn bản').waitFor()
    await press(page, 'Chuyển tiếp')
    const dialog = page.getByRole('dialog', { name: 'Chuyển tiếp 2 văn bản' })
    await choose(page, 'Chuyển cho ai để biết', people.economy.name)
    await dialog.getByLabel('Lời nhắn').fill('Để biết lịch.')
    await dialog.getByRole('button', { name: 'Chuyển tiếp' }).click()
    await dialog.getByText('Xong cả 2 văn bản.').waitFor()
    await dialog.getByRole('button', { name: 'Đóng' }).click()

    const economy = await as('economy')
    await economy.open('documents/incoming?tab=for-information')
    for (const subject of [handled, further]) await economy.page.getByRole('link', { name: subject }).waitFor()
  })

  test('are marked as read by whoever got them only to know of them, without opening each', async () => {
    const economy = await as('economy')
    const { page } = economy
    await economy.open('documents/incoming?tab=for-information')
    const row = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: further }) })
    await row.getByText('Chưa đọc').waitFor()
    // One mark for one thing.
    expect(await row.getByText('Mới').count()).toBe(0)
    await economy.open('today')
    await page.getByText(/văn bản gửi để biết, chưa đọc\./).waitFor()
    await press(page, 'Đánh dấu đã đọc')
    const dialog = page.getByRole('dialog', { name: /^Đánh dấu đã đọc/ })
    await dialog.getByRole('checkbox', { name: further }).waitFor()
    await dialog.getByRole('button', { name: 'Đánh dấu đã đọc' }).click()
    await dialog.getByText(/^Xong cả \d+ văn bản\.$/).waitFor()
    await dialog.getByRole('button', { name: 'Đóng' }).click()
    await economy.open('documents/incoming?tab=for-information')
    await row.getByText('Đã đọc').waitFor()
  })
})

const soon = addDays(todayInVietnam(new Date()), 7)
const later = addDays(soon, 7)

/** The chairman gives the paper to the unit of economy, to be done within a week. */
async function directs(): Promise<AtWork> {
  const chairman = await as('chairman')
  const { page } = chairman
  await openFrom(chairman, 'today', handled)
  await choose(page, 'Chủ trì', people.economy.unitName)
  await page.getByRole('textbox', { name: 'Hạn' }).first().fill(formatDate(soon))
  await page.getByLabel('Nội dung chỉ đạo').fill('Thông báo tới các trường và các thôn.')
  await press(page, 'Giao xử lý')
  await said(page, 'Đã giao xử lý.')
  return chairman
}
