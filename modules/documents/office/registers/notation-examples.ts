import { composeNotation, findDocumentType } from '#lib/document-form/index.ts'
import { dayOf } from '#platform/ui/text/format.ts'

const report = 'bao-cao'
const letter = 'cong-van'

/**
 * How documents of a series would be written by its template: the first of its types, else a report and a letter of a
 * unit. Nothing when the template does not fit them.
 *
 * @example notationExamples(administrativeNotation, 'UBND')   // '05/BC-UBND, 05/UBND-VP'
 */
export function notationExamples(
  template: string,
  issuerAbbreviation: string,
  typeCodes: readonly string[] = [],
): string {
  const common = { template, number: 5, year: Number(dayOf(new Date()).slice(0, 4)), issuerAbbreviation }
  const examples = (typeCodes.length > 0 ? typeCodes.slice(0, 2) : [report, letter]).map(code => {
    const typeAbbreviation = findDocumentType(code)?.abbreviation
    return composeNotation({
      ...common,
      ...(typeAbbreviation ? { typeAbbreviation } : { draftingUnitAbbreviation: 'VP' }),
    })
  })
  return [...new Set(examples)].filter(Boolean).join(', ')
}
