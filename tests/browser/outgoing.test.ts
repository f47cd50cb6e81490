import { randomUUID } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { todayInVietnam } from '#lib/vietnamese/index.ts'
import { newId } from '#platform/ui/data/ids.ts'
import { formatDay } from '#platform/ui/text/format.ts'
import { laptop, launchBrowser, patienceMs, phone } from './browser.ts'
import { type AtWork, camLo, type Person, personOf, province, sitDown } from './people.ts'

const round = Date.now() % 1_000_000
const subject = `Phân công trực phòng chống mưa lũ, đợt ${round}`
const outsider = `Hợp tác xã Đông Hòa ${round}`
const reason = 'Ban hành không đúng thẩm quyền'
const people = {
  specialist: personOf(camLo, 'specialist', 'KT'),
  unitHead: personOf(camLo, 'unit-head', 'KT'),
  officeHead: personOf(camLo, 'office-head'),
  chairman: personOf(camLo, 'leader'),
  clerk: personOf(camLo, 'clerk'),
  provinceClerk: personOf(province, 'clerk'),
}

let browser: Browser
let origin: string
let id: string
let notation: string
beforeAll(async () => {
  origin = await (await fetch(inject('browserStage'))).text()
  browser = await launchBrowser()
}, patienceMs)
afterAll(() => browser?.close())

const at = (person: Person, viewport: typeof laptop | typeof phone = laptop) =>
  sitDown(browser, person, { origin, viewport })
/** An act that another test presses on the screen, done here for its outcome alone. */
async function does(person: Person, act: string, body: object = {}, direction = 'outgoing', of = id): Promise<void> {
  const { context } = await at(person)
  const answer = await context.request.post(`${origin}/api/v1/documents/${direction}/${of}/${act}`, {
    headers: { 'x-seat': person.seatId, 'idempotency-key': randomUUID() },
    data: body,
  })
  expect(answer.status(), `${act}: ${await answer.text()}`).toBe(200)
  await context.close()
}
const letter = (text: string) => ({
  addressees: ['Ủy ban nhân dân tỉnh Quảng Trị'],
  blocks: [{ kind: 'paragraph', runs: [{ text }] }],
})
const recipientLine = ({ page }: AtWork, name: string) =>
  page.getByRole('region', { name: 'Nơi nhận' }).getByRole('listitem').filter({ hasText: name })
const heading = ({ page }: AtWork) => page.getByRole('heading', { level: 1, name: subject })

describe('an outgoing document', { timeout: patienceMs }, () => {
  test('of which two versions are there shows what was taken out and what was put in', async () => {
    const work = await at(people.specialist)
    type Found = { items: readonly { issuerId: string; name: string }[] }
    const { items } = await work.api<Found>('GET', `/agencies?q=${encodeURIComponent('UBND tỉnh Quảng Trị')}`)
    const above = items.find(one => one.name === 'Ủy ban nhân dân tỉnh Quảng Trị')!
    const recipients = [
      { kind: 'agency', issuerId: above.issuerId, carrier: 'system', purpose: 'report' },
      { kind: 'seat', seatId: people.officeHead.seatId, carrier: 'system', purpose: 'act' },
      { kind: 'outside', name: outsider, carrier: 'paper', purpose: 'inform' },
    ].map(one => ({ id: newId(), ...one }))
    const made = await work.api<{ id: string }>('POST', '/documents/outgoing', {
      ...{ id: newId(), typeCode: 'cong-van', subject, signerSeatId: people.chairman.seatId, recipients },
      letter: letter('Đề nghị trực đủ quân số trước ngày 10.'),
    })
    id = made.id
    await work.open(`documents/outgoing/${id}/edit`)
    await work.page.getByLabel('Đoạn văn 1').fill('Đề nghị trực đủ quân số trước ngày 15.')
    await work.page.getByRole('button', { name: 'Lưu thành bản mới' }).click()
    await heading(work).waitFor()
    await work.page.getByRole('button', { name: 'So với bản 1' }).click()
    await work.page.getByRole('heading', { name: 'Bản 2 so với bản 1' }).waitFor()
    const [taken, put] = [work.page.locator('del'), work.page.locator('ins')]
    await put.first().waitFor()
    expect([await taken.allInnerTexts(), await put.allInnerTexts()].map(texts => texts.join(' '))).toEqual([
      ...[expect.stringContaining('10'), expect.stringContaining('15')],
    ])
    await work.page.getByRole('button', { name: 'Thôi so sánh' }).click()
    await put.first().waitFor({ state: 'detached' })
  })

  test('is numbered and dispatched on a phone too, whichever part of it is in sight', async () => {
    await does(people.specialist, 'submit', { revision: 2 })
    await does(people.unitHead, 'review', { revision: 2, result: 'agreed' })
    await does(people.officeHead, 'review', { revision: 2, result: 'agreed' })
    await does(people.chairman, 'approve', { revision: 2 })
    const clerk = await at(people.clerk, phone)
    await clerk.open(`documents/outgoing/${id}`)
    await heading(clerk).waitFor()
    for (const [act, done] of [
      ['Cấp số', /Đã cấp số/],
      ['Phát hành', 'Đã phát hành.'],
    ] as const) {
      // The part with the document is what a phone shows first.
      await clerk.page.getByRole('button', { name: 'Văn bản', exact: true, pressed: true }).waitFor()
      await clerk.page.getByRole('button', { name: act, exact: true }).click()
      const question = clerk.page.getByRole('alertdialog')
      const said = clerk.page.getByRole('region', { name: 'Thông báo' }).getByText(done).first()
      const notYet = question.getByText('Đợi vài giây')
      do {
        await question.getByRole('button', { name: new RegExp(`^${act}`) }).click()
        await said.or(notYet).first().waitFor()
      } while (await notYet.isVisible())
    }
    notation = (await clerk.api<{ notation: string }>('GET', `/documents/outgoing/${id}`)).notation
  })

  test('shows its clerk who inside has read it, also over a slow line, and lets the paper be ticked off with its day', async () => {
    const clerk = await at(people.clerk)
    // Her stream of events opens only after it was read: what she then sees, nobody told her.
    let letThrough = () => {}
    const late = new Promise<void>(resolve => {
      letThrough = resolve
    })
    await clerk.page.route('**/api/v1/events?**', async route => {
      await late
      await route.continue()
    })
    await clerk.open(`documents/outgoing/${id}`)
    const [inside, paper] = [recipientLine(clerk, people.officeHead.name), recipientLine(clerk, outsider)]
    await inside.getByText('Đã gửi').waitFor()
    await paper.getByText('Gửi bản giấy').waitFor()

    const reader = await at(people.officeHead)
    await reader.open('documents/outgoing?tab=internal')
    await reader.page.getByRole('link', { name: subject }).click()
    await heading(reader).waitFor()
    type Read = { recipients: readonly { state: string }[] }
    const isRead = async () =>
      (await reader.api<Read>('GET', `/documents/outgoing/${id}`)).recipients.some(one => one.state === 'read')
    await expect.poll(isRead, { timeout: 60_000 }).toBe(true)
    letThrough()
    // Nobody reloads the clerk's screen.
    await inside.getByText('Đã đọc').waitFor()

    await paper.getByRole('button', { name: `Đã giao bản giấy cho ${outsider}` }).click()
    await paper.getByText('Đã giao bản giấy', { exact: true }).waitFor()
    await paper.getByText(formatDay(todayInVietnam(new Date()))).waitFor()
    expect(await paper.getByRole('button').count()).toBe(0)
  })

  test('that is recalled is struck out on both sides, and its paper is asked for until it is back', async () => {
    const receiver = await at(people.provinceClerk)
    type Arrived = { items: readonly { id: string; subject: string }[] }
    let arrived: Arrived['items'][number] | undefined
    while (!arrived)
      arrived = (await receiver.api<Arrived>('GET', '/documents/incoming?tab=to-register')).items.find(
        one => one.subject === subject,
      )
    await does(people.provinceClerk, 'register', {}, 'incoming', arrived.id)

    const chairman = await at(people.chairman)
    await chairman.open(`documents/outgoing/${id}`)
    await chairman.page.getByText('Việc khác').click()
    await chairman.page.getByRole('button', { name: 'Thu hồi' }).click()
    const question = chairman.page.getByRole('alertdialog', { name: `Thu hồi ${notation}?` })
    // Who is in authority himself is the one who decides, unless he says who did.
    const decides = question.getByLabel('Người quyết định thu hồi')
    expect(await decides.locator('option:checked').textContent()).toContain(chairman.person.name)
    await question.getByRole('button', { name: 'Thu hồi' }).click()
    await question.getByText('Hãy ghi lý do.').waitFor()
    await question.getByLabel('Lý do').fill(reason)
    await question.getByRole('button', { name: 'Thu hồi' }).click()
    await chairman.page.locator('s', { hasText: notation }).waitFor()

    const clerk = await at(people.clerk)
    await clerk.open(`documents/outgoing/${id}`)
    await clerk.page.getByText(reason, { exact: false }).first().waitFor()
    await clerk.page.getByText(`Người quyết định thu hồi: ${chairman.person.name}`, { exact: false }).waitFor()
    const paper = recipientLine(clerk, outsider)
    await paper.getByRole('button', { name: `Đã thu lại bản giấy của ${outsider}` }).click()
    await paper.getByText('Đã thu hồi').waitFor()
    await recipientLine(clerk, 'tỉnh Quảng Trị').getByText('Đã thu hồi').waitFor()
    await clerk.open('documents/outgoing?tab=recalled')
    await clerk.page
      .locator('li, tr, article')
      .filter({ hasText: subject })
      .locator('s', { hasText: notation })
      .first()
      .waitFor()

    await receiver.open(`documents/incoming/${arrived.id}`)
    await receiver.page.locator('s', { hasText: notation }).waitFor()
    await receiver.page.locator('s', { hasText: /số đến \d+/i }).waitFor()
  })
})
