import { parseTypedDate } from '#lib/vietnamese/index.ts'

/** The day that was meant, or why not: the text is no date (`unreadable`), or names a day that does not exist (`missing`). */
export type DateReading = { readonly day: string } | { readonly fault: 'unreadable' | 'missing' }

/**
 * Dates as people type them: 25/11/2026, 25-11-26, 25.11.2026, 25 11 2026, 25112026, 25/11 (the year of `today`), and
 * 2026-11-25 as other programs write it.
 *
 * @example parseDateText('5/9/26', '2026-11-25')   // { day: '2026-09-05' }
 */
export function parseDateText(text: string, today: string): DateReading {
  const full = completed(text.trim(), today)
  const day = parseTypedDate(full)
  if (day && day >= '1900') return { day }
  return {
    fault: /^\d{1,2}[/. -]\d{1,2}[/. -](\d{4}|\d{2})$|^\d{4}(\d{4}|\d{2})$/.test(full) ? 'missing' : 'unreadable',
  }
}

function completed(text: string, today: string): string {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  if (iso) return `${iso[3]}/${iso[2]}/${iso[1]}`
  return /^\d{1,2}[/. -]\d{1,2}$/.test(text) ? `${text}/${today.slice(0, 4)}` : text
}
