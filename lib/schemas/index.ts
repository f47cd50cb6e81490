import * as z from 'zod/mini'
import type { CalendarDate } from '#lib/calendar-date/index.ts'
import { isCalendarDate } from '#lib/calendar-date/index.ts'
import { isUuidV7 } from '#lib/identifiers/index.ts'
import { normaliseInput } from '#lib/vietnamese/index.ts'

/**
 * Building blocks of the modules' request and response schemas. They are written with zod/mini, so that the office app
 * may use the same ones for its forms without carrying all of zod.
 */

/** Gives a schema the name under which it stands in the OpenAPI document's components. */
export function named<Schema extends z.core.$ZodType>(name: string, schema: Schema): Schema {
  z.globalRegistry.add(schema, { id: name })
  return schema
}

/** Any id of the system. */
export const Id = z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/))

/** An id made by the client: a UUIDv7, so that the same entry sent twice is one. */
export const ClientId = z.string().check(
  z.refine(isUuidV7, { error: 'Mã phải là UUIDv7 chữ thường.' }),
  z.overwrite(value => value),
)

/** One line of text: NFC, Đ as U+0110, no control characters, inner spaces single; empty is refused. */
export const line = (longest: number) =>
  z.string().check(
    z.maxLength(longest * 8),
    z.overwrite(text => normaliseInput(text)),
    z.minLength(1),
    z.maxLength(longest),
  )

/** Text of several lines, normalised alike. */
export const text = (longest: number) =>
  z.string().check(
    z.maxLength(longest * 8),
    z.overwrite(value => normaliseInput(value, { multiLine: true })),
    z.minLength(1),
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
