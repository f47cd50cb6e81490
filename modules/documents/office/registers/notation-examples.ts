import { composeNotation } from '#lib/document-form/index.ts'
import { dayOf } from '#platform/ui/text/format.ts'

/**
 * How a report, and a letter of a unit, would be written by a template; nothing when it fits neither.
 *
 * @example notationExamples(administrativeNotation, 'UBND')   // '05/BC-UBND, 05/UBND-VP'
 */
export function notationExamples(template: string, issuerAbbreviation: string): string {
  const common = { template, number: 5, year: Number(dayOf(new Date()).slice(0, 4)), issuerAbbreviation }
  const report = composeNotation({ ...common, typeAbbreviation: 'BC' })
  const letter = composeNotation({ ...common, draftingUnitAbbreviation: 'VP' })
  return [...new Set([report, letter])].filter(Boolean).join(', ')
}
