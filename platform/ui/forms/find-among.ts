import { matchesSearch } from './search-text.ts'
import type { FindOptions, Option } from './use-options.ts'

/** A finder over options that are already here (the units of one's own agency, the kinds of documents). */
export function findAmong<Found extends Option>(options: readonly Found[]): FindOptions<Found> {
  return async query =>
    options.filter(option => matchesSearch(`${option.name} ${option.note ?? ''}`, query)).slice(0, 50)
}
