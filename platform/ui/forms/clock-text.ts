/**
 * Times of day as people type them: 14:00, 14h30, 9g05, 14.30, 1430 (on a phone's pad of digits), 14h.
 *
 * @example parseClockText('9h05')   // '09:05'
 * @returns nothing for what is no time of day
 */
export function parseClockText(text: string): string | undefined {
  const found = /^(\d{1,2})\s*[:.gh]\s*(\d{2})$|^(\d{2})(\d{2})$|^(\d{1,2})\s*[gh]$/iu.exec(text.trim())
  if (!found) return undefined
  const hours = (found[1] ?? found[3] ?? found[5] ?? '').padStart(2, '0')
  const minutes = found[2] ?? found[4] ?? '00'
  return hours <= '23' && minutes <= '59' ? `${hours}:${minutes}` : undefined
}

/** A day and a time of day in Việt Nam, which keeps +07:00 the whole year, as an instant. @throws for what is none */
export const instantAt = (day: string, time: string): string =>
  new Date(`${day}T${parseClockText(time)}:00+07:00`).toISOString()
