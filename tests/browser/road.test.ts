import type { Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { patienceMs } from './browser.ts'
import { choose, notices, openFrom, press, said } from './hands.ts'
import { type AtWork, camLo, type Person, personOf, provincePeople, signIn } from './people.ts'
import { peopleAtWork } from './people-at-work.ts'

/** No other document has these words, also where the road was walked before. */
const round = Date.now() % 1_000_000
const asked = `Rà soát số hộ có nhà tạm sau mưa lũ, đợt ${round}`
const answered = `Báo kết quả rà soát số hộ có nhà tạm, đợt ${round}`

const people = {
  ...provincePeople,
  clerk: personOf(camLo, 'clerk'),
  officeHead: personOf(camLo, 'office-head'),
  chairman: personOf(camLo, 'leader'),
  unitHead: personOf(camLo, 'unit-head', 'KT'),
  specialist: personOf(camLo, 'specialist', 'KT'),
}
type Who = keyof typeof people

/** Everybody keeps his browser open over the whole way, as in an office. */
const as = peopleAtWork('road', people, signIn)

describe('a document on its way', { timeout: patienceMs }, () => {
  test('a specialist of the province writes it, and it is checked, approved, numbered and sent to the commune', async () => {
    await draft(await as('provinceSpecialist'), {
      subject: asked,
      recipient: { typed: 'ubnd xa cam lo', name: /xã Cam Lộ/ },
      text: 'Đề nghị Ủy ban nhân dân xã rà soát, báo cáo số hộ có nhà tạm trước ngày 30 tháng này.',
      signer: people.provinceChairman,
    })
    await checkAndApprove('provinceUnitHead', 'provinceOfficeHead', 'provinceChairman', asked)
    await numberAndDispatch('provinceClerk', asked)
  })

  test('the commune’s clerk registers it, the head of office proposes, the chairman confirms with one press', async () => {
    const clerk = await as('clerk')
    await openFrom(clerk, 'documents/incoming?tab=to-register', asked)
    await clerk.page.getByRole('button', { name: /^Vào sổ và chuyển/ }).click()
    await said(clerk.page, /Đã vào sổ, số đến \d+/)

    const officeHead = await as('officeHead')
    await openFrom(officeHead, 'today', asked)
    await choose(officeHead.page, 'Trình lãnh đạo', people.chairman.name)
    await choose(officeHead.page, 'Chủ trì', people.unitHead.unitName)
    await officeHead.page.getByLabel('Nội dung chỉ đạo').fill('Giao Phòng Kinh tế rà soát, tham mưu văn bản trả lời.')
    await press(officeHead.page, 'Đề xuất xử lý')
    await said(officeHead.page, 'Đã đề xuất lên lãnh đạo.')

    const chairman = await as('chairman')
    await openFrom(chairman, 'today', asked)
    await press(chairman.page, 'Đồng ý đề xuất')
    await said(chairman.page, 'Đã đồng ý đề xuất và giao xử lý.')
  })

  test('the head of the unit gives it to a specialist, who answers it in writing', async () => {
    const unitHead = await as('unitHead')
    await openFrom(unitHead, 'today', asked)
    await choose(unitHead.page, 'Chủ trì', people.specialist.name)
    await press(unitHead.page, 'Phân công')
    await said(unitHead.page, 'Đã phân công.')

    const specialist = await as('specialist')
    await openFrom(specialist, 'today', asked)
    await specialist.page.getByRole('link', { name: 'Soạn trả lời' }).click()
    await specialist.page.getByRole('link', { name: /^Trả lời số đến \d+/ }).waitFor()
    await draft(
      specialist,
      {
        subject: answered,
        text: 'Qua rà soát, toàn xã còn 27 hộ có nhà tạm; 12 hộ cần hỗ trợ trước Tết.',
        signer: people.chairman,
      },
      'opened',
    )
    await specialist.page.getByText('Trả lời văn bản đến').click()
    await specialist.page.getByRole('link', { name: asked }).waitFor()
  })

  test('content and form are checked apart, the chairman approves, the clerk numbers and sends the answer', async () => {
    await checkAndApprove('unitHead', 'officeHead', 'chairman', answered)
    await numberAndDispatch('clerk', answered)
  })

  test('the specialist and the head of his unit report that it is done', async () => {
    for (const who of ['specialist', 'unitHead'] as const) {
      const work = await as(who)
      await openFrom(work, 'today', asked)
      await work.page.getByLabel('Kết quả xử lý').fill('Đã trả lời Ủy ban nhân dân tỉnh.')
      await press(work.page, 'Hoàn thành')
      await said(work.page, 'Đã báo kết quả.')
    }
  })

  test('the answer is in the province’s inbox, and the province sees what became of its own document', async () => {
    const clerk = await as('provinceClerk')
    await openFrom(clerk, 'documents/incoming?tab=to-register', answered)
    await clerk.page.getByRole('button', { name: /^Vào sổ và/ }).waitFor()

    const specialist = await as('provinceSpecialist')
    await openFrom(specialist, 'documents/outgoing?tab=dispatched', asked)
    const recipients = specialist.page.getByRole('region', { name: 'Nơi nhận' })
    await recipients.getByText('Hoàn thành').waitFor()
    expect(await recipients.getByText(/xã Cam Lộ/).count()).toBeGreaterThan(0)
  })
})

type Draft = {
  subject: string
  /** Of an answer nobody is chosen: it goes to whoever asked. */
  recipient?: { typed: string; name: RegExp }
  text: string
  signer: Person
}

/** Writes a letter from the template and sends it up. */
async function draft(work: AtWork, { subject, recipient, text, signer }: Draft, form?: 'opened'): Promise<void> {
  const { page } = work
  if (!form) {
    await work.open('documents/outgoing')
    await page.getByRole('link', { name: 'Soạn văn bản' }).click()
  }
  await page.getByLabel('Trích yếu').fill(subject)
  const signers = page.getByLabel('Người ký')
  await signers.getByRole('option', { name: signer.name }).waitFor({ state: 'attached' })
  await signers.selectOption({ label: (await signers.getByRole('option', { name: signer.name }).textContent()) ?? '' })
  if (recipient) {
    await choose(page, 'Nơi nhận', recipient.name, recipient.typed)
    await press(page, 'Lấy theo nơi nhận')
  }
  await page.getByLabel('Đoạn văn 1').fill(text)
  await press(page, 'Lưu dự thảo')
  await said(page, /Đã lưu dự thảo/)
  await press(page, 'Trình duyệt')
  await page.getByRole('region', { name: 'Trình duyệt' }).waitFor()
  await press(page, 'Trình duyệt')
  await said(page, 'Đã trình dự thảo.')
}

async function checkAndApprove(unitHead: Who, officeHead: Who, leader: Who, subject: string): Promise<void> {
  for (const [who, button, words] of [
    [unitHead, 'Đúng nội dung', 'Đã ghi ý kiến đồng ý.'],
    [officeHead, 'Đúng thể thức', 'Đã ghi ý kiến đồng ý.'],
    [leader, 'Duyệt', 'Đã duyệt. Văn bản chưa ký số.'],
  ] as const) {
    const work = await as(who)
    await openFrom(work, 'today', subject)
    await press(work.page, button)
    await said(work.page, words)
  }
}

/** The two questions that are asked because nothing takes them back: the number, and the dispatch. */
async function numberAndDispatch(clerk: Who, subject: string): Promise<void> {
  const work = await as(clerk)
  const { page } = work
  await openFrom(work, 'today', subject)
  await press(page, 'Cấp số')
  const number = page.getByRole('alertdialog', { name: /^Cấp số .+, ngày \d\d\/\d\d\/\d{4}\?$/ })
  await number.getByText('Số đã cấp không xóa và không dùng lại được.', { exact: false }).waitFor()
  await insist(page, number.getByRole('button', { name: /^Cấp số \d+$/ }), /Đã cấp số \d+/)
  await press(page, 'Phát hành')
  const dispatch = page.getByRole('alertdialog', { name: /^Phát hành .+ tới 1 nơi nhận\?$/ })
  await insist(page, dispatch.getByRole('button', { name: 'Phát hành' }), 'Đã phát hành.')
}

/** Presses, and does as he is told where the file is still being made: waits and presses again. */
async function insist(page: Page, button: Locator, words: string | RegExp): Promise<void> {
  const notYet = page.getByRole('alertdialog').getByText('Đợi vài giây')
  const done = notices(page).getByText(words).first()
  for (;;) {
    await button.click()
    await done.or(notYet).first().waitFor()
    if (!(await notYet.isVisible())) return
  }
}
