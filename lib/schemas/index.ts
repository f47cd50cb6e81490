import * as z from 'zod/mini'
import type { CalendarDate } from '#lib/calendar-date/index.ts'
import { isCalendarDate } from '#lib/calendar-date/index.ts'
import { isUuidV7, uuidForm } from '#lib/identifiers/index.ts'
import { composed, faultOf, normaliseInput, type TextFault } from '#lib/vietnamese/index.ts'

/**
 * Building blocks of the modules' request and response schemas. They are written with zod/mini, so that the office app
 * may use the same ones for its forms without carrying all of zod.
 */

/** Gives a schema the name under which it stands in the OpenAPI document's components; every object within one has its own. */
export function named<Schema extends z.core.$ZodType>(name: string, schema: Schema): Schema {
  z.globalRegistry.add(schema, { id: name })
  return schema
}

/** Any id of the system. */
export const Id = z.string().check(z.regex(uuidForm))

/** An id made by the client: a UUIDv7, so that the same entry sent twice is one. */
export const ClientId = z.string().check(
  z.refine(isUuidV7, { error: 'Mã phải là UUIDv7 chữ thường.' }),
  z.overwrite(value => value),
)

/** Said to whoever sent it: what is wrong, and what to do. */
const textFaults: Readonly<Record<TextFault, string>> = {
  control: 'Có ký tự điều khiển không nhìn thấy được. Xóa đoạn vừa dán rồi dán lại chữ thuần (Ctrl+Shift+V).',
  'foreign-d': 'Chữ “Ð” (U+00D0) không phải chữ Đ tiếng Việt (U+0110). Gõ lại chữ Đ bằng bộ gõ tiếng Việt.',
  markup: 'Không ghi mã trang web như <script>. Bỏ phần nằm trong dấu < > rồi gửi lại.',
}
const without = (...faults: readonly TextFault[]) =>
  faults.map(fault => z.refine<string>(text => faultOf(text) !== fault, { error: textFaults[fault], abort: true }))

/**
 * One line of text: NFC, inner spaces single; empty is refused, and so is what is no text of an office. The office app
 * puts in order what is typed and pasted before it sends it, so only other programs are ever told so.
 */
export const line = (longest: number) =>
  z.string().check(
    z.maxLength(longest * 8),
    ...without('control', 'foreign-d', 'markup'),
    z.overwrite(text => normaliseInput(text)),
    z.minLength(1),
    z.maxLength(longest),
  )

/** Text of several lines, held to the same. */
export const text = (longest: number) =>
  z.string().check(
    z.maxLength(longest * 8),
    ...without('control', 'foreign-d', 'markup'),
    z.overwrite(value => normaliseInput(value, { multiLine: true })),
    z.minLength(1),
    z.maxLength(longest),
  )

/**
 * A piece of a text that stands beside others: its spaces stay, and it may be empty. It may quote anything, for it is only
 * ever typeset as text.
 */
export const piece = (longest: number) =>
  z.string().check(
    z.maxLength(longest * 8),
    ...without('control', 'foreign-d'),
    z.overwrite(text => composed(text)),
    z.maxLength(longest),
  )

/** A calendar date 'yyyy-mm-dd' that exists. */
export const Day = z.pipe(
  z.string().check(z.refine(isCalendarDate, { error: 'Ngày phải có dạng năm-tháng-ngày và có thật.' })),
  z.custom<CalendarDate>(),
)

/** An instant, ISO 8601 in UTC. */
export const Instant = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/))

/** A page of a list: never counted whole, `next` is the cursor of the following page. */
export const page = <Row extends z.core.$ZodType>(name: string, row: Row) =>
  named(name, z.object({ items: z.array(row), next: z.nullable(z.string()) }))

/** `?limit=&cursor=` of every list. */
export const PageQuery = {
  limit: z.optional(z.coerce.number().check(z.int(), z.gte(1), z.lte(100))),
  cursor: z.optional(z.string().check(z.maxLength(200))),
}
export { z }
