import { type RawBuilder, sql } from 'kysely'
import type { CalendarDate } from '#lib/calendar-date/index.ts'

/** Something that holds from a day until the day before another; without an end it goes on. */
export type Period = { readonly valid_from: string; readonly valid_to: string | null }

/** Whether a period covers the day: its first day does, the day that ends it does not. */
export const inForce = (period: Period, on: string): boolean =>
  period.valid_from <= on && (period.valid_to === null || on < period.valid_to)

/**
 * The one of several dated facts that stands for a day: the one in force, else the last that was, else the first of all.
 * What was written under an old name must find a name, also before the first and after the last that is known.
 */
export function standingOn<Fact extends Period>(facts: readonly Fact[], on: string): Fact | undefined {
  const byStart = facts.toSorted((left, right) => (left.valid_from < right.valid_from ? -1 : 1))
  return byStart.findLast(fact => inForce(fact, on)) ?? byStart.findLast(fact => fact.valid_from <= on) ?? byStart.at(0)
}

/** The same as a condition of SQL on `<table>.valid_from` and `<table>.valid_to`. */
export const heldOn = (table: string, on: CalendarDate): RawBuilder<boolean> =>
  sql<boolean>`(${sql.ref(`${table}.valid_from`)} <= ${on} and (${sql.ref(`${table}.valid_to`)} is null or ${sql.ref(`${table}.valid_to`)} > ${on}))`

/**
 * Whether something holds on the day or on one after it, as a condition of SQL. What was ended before it began never holds:
 * its period is empty.
 */
export const goesOnFrom = (table: string, on: string): RawBuilder<boolean> =>
  sql<boolean>`(${sql.ref(`${table}.valid_to`)} is null or ${sql.ref(`${table}.valid_to`)} > greatest(${on}::date, ${sql.ref(`${table}.valid_from`)}))`
