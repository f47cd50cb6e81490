import { readFileSync } from 'node:fs'
import type { Transaction } from '../database/transaction.ts'
import { forgetWorkingCalendar } from './calendar.ts'

const noticed = new URL('../../lib/working-calendar/days-2023-2027.tsv', import.meta.url)

/** Loads the days off and worked Saturdays of the yearly notices that came with the program; what is there stays. */
export async function loadCalendar(tx: Transaction): Promise<void> {
  const known = await tx.selectFrom('calendar_years').select('year').execute()
  const [, ...lines] = readFileSync(noticed, 'utf8').trim().split('\n')
  const days = lines.map(line => {
    const [date, kind, name, basis] = line.split('\t') as [string, string, string, string]
    return { date, kind, name, basis }
  })
  const years = new Map(days.map(day => [Number(day.date.slice(0, 4)), day.basis]))
  const missing = [...years].filter(([year]) => !known.some(row => row.year === year))
  if (missing.length === 0) return
  await tx
    .insertInto('calendar_days')
    .values(days.filter(day => missing.some(([year]) => day.date.startsWith(`${year}-`))))
    .onConflict(conflict => conflict.doNothing())
    .execute()
  await tx
    .insertInto('calendar_years')
    .values(missing.map(([year, basis]) => ({ year, basis })))
    .onConflict(conflict => conflict.doNothing())
    .execute()
  forgetWorkingCalendar()
}
