import { type RawBuilder, sql } from 'kysely'

/** What of a register is read: a period, and of it all numbers or some, in this order. */
export type RegisterPart = {
  readonly period: string
  /** The screen shows the newest first, paper the oldest. */
  readonly order: 'highest first' | 'lowest first'
  readonly most: number
  /** Only numbers below this one: a list goes on. */
  readonly below?: number | undefined
  readonly from?: number | undefined
  readonly to?: number | undefined
}

/** The condition and the order of a part, on the columns that hold number and suffix. */
export function partOf(
  { order, most, below, from, to }: RegisterPart,
  columns: { readonly number: string; readonly suffix: string },
): { numbers: RawBuilder<boolean>; inOrder: RawBuilder<unknown> } {
  const number = sql.ref(columns.number)
  const direction = order === 'highest first' ? sql`desc` : sql`asc`
  return {
    numbers: sql<boolean>`(${number} is not null ${below === undefined ? sql`` : sql`and ${number} < ${below}`}
      ${from === undefined ? sql`` : sql`and ${number} >= ${from}`} ${to === undefined ? sql`` : sql`and ${number} <= ${to}`})`,
    inOrder: sql`order by ${number} ${direction}, ${sql.ref(columns.suffix)} ${direction} limit ${most}`,
  }
}
