import { Readable } from 'node:stream'
import { calendarDate } from '#lib/calendar-date/index.ts'
import type { z } from '#lib/schemas/index.ts'
import type { RegisterIncoming, SaveRegister } from '#modules/documents/contract.ts'
import { createRegister } from '#modules/documents/registers/save-register.ts'
import { createSeries, stateLastNumber } from '#modules/documents/registers/save-series.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { type Office, type OfficeSeat, testId } from './make-office.ts'

export type Books = { readonly registerId: string; readonly seriesId: string }

/**
 * Gives an office its register of arrivals with a series of its own, begun after `lastNumber` on paper.
 *
 * @example const books = await makeBooks(office, { routes: [{ typeCodes: [], route: 'office-head' }] })
 */
export async function makeBooks(
  office: Office,
  facts: Partial<z.output<typeof SaveRegister>> & { lastNumber?: number; issuerId?: string; at?: Date } = {},
): Promise<Books> {
  const { lastNumber = 0, issuerId = office.issuer.id, at, ...register } = facts
  const [registerId, seriesId] = [testId(), testId()]
  const code = register.code ?? `den-${registerId.slice(-6)}`
  await office.act(
    'clerk',
    async context => {
      const basis = 'Quy chế công tác văn thư'
      const direction = register.direction ?? 'incoming'
      await createSeries(context, {
        ...{ id: seriesId, issuerId, direction, name: `Văn bản đến ${code}`, typeCodes: [], periodKind: 'year' },
        ...{ notationTemplate: '{number}', basis },
      })
      await stateLastNumber(context, { id: seriesId, lastNumber })
      await createRegister(context, {
        ...{ id: registerId, direction, code, name: 'Sổ đăng ký văn bản đến', seriesId, isDefault: true },
        ...{ restricted: false, termDays: null, basis, routes: [], ...register },
      })
    },
    at ? { at } : {},
  )
  return { registerId, seriesId }
}

/** A file that a seat has sent and that passed the checks, with the text that was read in it. */
export async function upload(office: Office, seat: OfficeSeat, text = 'Nội dung văn bản', pages = 2): Promise<string> {
  const id = testId()
  const file = await office.machinery.store.receive(Readable.from([Buffer.from(`${id}\n${text}`)]))
  await office.machinery.store.keep(file)
  await office.act(seat, ({ tx, agency, actor, now }) =>
    insertUpload({ tx, agency, actor, now }, { id, file, text, pages }),
  )
  return id
}

async function insertUpload(
  { tx, agency, actor, now }: Pick<ActContext, 'tx' | 'agency' | 'actor' | 'now'>,
  { id, file, text, pages }: { id: string; file: { hash: Buffer; size: number }; text: string; pages: number },
) {
  const common = { hash: file.hash, size: file.size, media_type: 'application/pdf' }
  await tx
    .insertInto('stored_files')
    .values(common)
    .onConflict(conflict => conflict.doNothing())
    .execute()
  await tx
    .insertInto('uploads')
    .values({
      ...{ agency_id: agency, id, seat_id: actor.seatId, name: 'van-ban.pdf', pages, body_text: text, created_at: now },
      ...common,
    })
    .execute()
}

/** What a clerk enters of a paper, with its scan. */
export async function paper(
  office: Office,
  facts: Partial<RegisterIncoming> & { text?: string } = {},
  seat: OfficeSeat = 'clerk',
): Promise<RegisterIncoming> {
  const { text, ...entered } = facts
  const id = testId()
  return {
    ...{ id, typeCode: 'cong-van', notation: `${id.slice(-5)}/UBND-NNMT`, issuedOn: calendarDate('2026-01-05') },
    ...{ issuerName: 'Ủy ban nhân dân tỉnh Quảng Trị', subject: 'Đẩy nhanh tiến độ làm sạch dữ liệu đất đai' },
    files: [{ uploadId: await upload(office, seat, text), role: 'main' }],
    ...entered,
  }
}
