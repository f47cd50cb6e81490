import { createHash } from 'node:crypto'
import { platformErrors } from './errors.ts'

/**
 * SHA-256 of what a client asked to create, kept with the row: the same id sent again with the same content is answered
 * from the row, with other content it is refused. The order of fields does not matter.
 */
export const requestHash = (input: object): Buffer => createHash('sha256').update(canonical(input)).digest()

/**
 * Lets a repeated create pass and refuses another one under the same id; the route adds what is stored, so that both can be
 * compared.
 *
 * @throws platform.SentDifferently
 */
export function refuseOtherContent(row: { readonly request_hash: Buffer }, sent: Buffer): void {
  if (!row.request_hash.equals(sent)) throw platformErrors.SentDifferently()
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([left], [right]) => (left < right ? -1 : 1))
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`).join()}}`
}
