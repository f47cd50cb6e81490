import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { type CalendarDate, calendarDate } from '#lib/calendar-date/index.ts'
import { uuidV7 } from '#lib/identifiers/index.ts'
import type { IssuerKind } from '../contract.ts'
import type { NewIssuer } from '../create-issuer.ts'

const listed = new URL('central-bodies.tsv', import.meta.url)
/** From when the list is taken to hold here: the day on which the two-tier local government began. */
const since: CalendarDate = calendarDate('2025-07-01')
const basis = 'QĐ 20/2020/QĐ-TTg, QĐ 09/2025/QĐ-TTg'

/**
 * The central bodies that have a code of their own, with names and codes of QĐ 20/2020/QĐ-TTg and QĐ 09/2025/QĐ-TTg. The
 * abbreviations are customary. A body has the same id in every installation.
 */
export function centralBodies(): readonly NewIssuer[] {
  const [, ...lines] = readFileSync(listed, 'utf8').trim().split('\n')
  return lines.map(line => {
    const [code, kind, name, shortName, abbreviation] = line.split('\t') as [string, IssuerKind, string, string, string]
    return {
      ...{ id: idOf(code), agencyId: null, kind, ordinal: 1, openedOn: since, identifiers: [code], basis },
      ...{ name, shortName, abbreviation, letterhead: [], placeName: 'Hà Nội' },
    }
  })
}

const idOf = (code: string): string =>
  uuidV7(Date.parse(`${since}T00:00:00+07:00`), createHash('sha256').update(`central-body/${code}`).digest())
