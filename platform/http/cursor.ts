import { isUuid } from '#lib/identifiers/index.ts'
import { platformErrors } from '../acts/errors.ts'

/** A place in a list that is ordered by time, newest first, then by id. */
export type ListPlace = { readonly at: Date; readonly id: string }

/** The cursor of the page that follows the given last row: opaque to clients, no secret. */
export const cursorAfter = (at: Date, id: string): string =>
  Buffer.from(`${at.toISOString()} ${id}`).toString('base64url')

/** Years of four digits alone: Date knows others, which PostgreSQL does not. */
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/

/** Reads a cursor back. @throws platform.NotReadable for anything that no list gave out */
export function readCursor(cursor: string | undefined): ListPlace | undefined {
  if (cursor === undefined) return undefined
  const [time, id] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ')
  const at = new Date(instant.test(time ?? '') ? time! : Number.NaN)
  if (Number.isNaN(at.getTime()) || !isUuid(id ?? '')) throw platformErrors.NotReadable()
  return { at, id: id! }
}

/** The cursor of a list whose rows stay for good, in whatever order: the row that came last. */
export const cursorAtRow = (id: string): string => Buffer.from(`row ${id}`).toString('base64url')

/** Reads it back. @throws platform.NotReadable for anything that no list gave out */
export function readRowCursor(cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined
  const id = /^row (\S+)$/.exec(Buffer.from(cursor, 'base64url').toString('utf8'))?.[1]
  if (!isUuid(id ?? '')) throw platformErrors.NotReadable()
  return id
}

const furthestPlace = 2_000

/** The cursor of a list that is ordered by fitness, not by time: how many rows came before. For short lists only. */
export const cursorAtPlace = (place: number): string => Buffer.from(`place ${place}`).toString('base64url')

/** Reads it back. @throws platform.NotReadable for anything that no list gave out */
export function readPlaceCursor(cursor: string | undefined): number {
  if (cursor === undefined) return 0
  const place = /^place (\d{1,5})$/.exec(Buffer.from(cursor, 'base64url').toString('utf8'))?.[1]
  if (place === undefined || Number(place) > furthestPlace) throw platformErrors.NotReadable()
  return Number(place)
}

/** The cursor of a register, which is ordered by number, the highest first. */
export const cursorAtNumber = (number: number): string => Buffer.from(`number ${number}`).toString('base64url')

/** Reads it back. @throws platform.NotReadable for anything that no list gave out */
export function readNumberCursor(cursor: string | undefined): number | undefined {
  if (cursor === undefined) return undefined
  const number = /^number (\d{1,9})$/.exec(Buffer.from(cursor, 'base64url').toString('utf8'))?.[1]
  if (number === undefined) throw platformErrors.NotReadable()
  return Number(number)
}
