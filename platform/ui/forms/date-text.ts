/**
 * Dates as people type them. Returns `'yyyy-mm-dd'`, or why not: the text is no date (`unreadable`), or names a day that
 * does not exist (`missing`, 31/11).
 *
 * Read are 25/11/2026, 25-11-26, 25.11.2026, 25 11 2026, 25112026, 25/11 (the year of `today`), and 2026-11-25.
 *
 * @example parseDateText('5/9/26', '2026-11-25')   // { day: '2026-09-05' }
 */
export type DateReading = { readonly day: string } | { readonly fault: 'unreadable' | 'missing' }

export function parseDateText(text: string, today: string): DateReading {
  const trimmed = text.trim()
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(trimmed)
  if (iso) return existing(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const digits = /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(trimmed)
  const parts = digits ?? /^(\d{1,2})[\s./-]+(\d{1,2})(?:[\s./-]+(\d{4}|\d{2}))?$/.exec(trimmed)
  if (!parts) return { fault: 'unreadable' }
  const year = parts[3] === undefined ? Number(today.slice(0, 4)) : wholeYear(parts[3])
  return existing(year, Number(parts[2]), Number(parts[1]))
}

/** Two digits are of this century; papers of the last one are written in full. */
const wholeYear = (text: string): number => (text.length === 2 ? 2000 + Number(text) : Number(text))

function existing(year: number, month: number, date: number): DateReading {
  const instant = new Date(Date.UTC(year, month - 1, date))
  const real = instant.getUTCFullYear() === year && instant.getUTCMonth() === month - 1 && instant.getUTCDate() === date
  return real && year >= 1900 ? { day: instant.toISOString().slice(0, 10) } : { fault: 'missing' }
}
