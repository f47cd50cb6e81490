import type { ActContext } from '#platform/acts/context.ts'
import { platformErrors } from '#platform/acts/errors.ts'
import { logAccess } from '#platform/audit/access-log.ts'
import type { RenderLetter } from '#platform/workshop/tasks/render-letter.ts'
import { documentErrors } from '../contract.ts'
import { readCase } from './case.ts'
import { letterData } from './letter.ts'
import { findNotationTail, findSeriesFor } from './notation.ts'
import { findVersion } from './rows.ts'
import { linesOf } from './signing.ts'

/**
 * What the workshop renders of a draft that is written from the template, with blanks for number and date. What is not
 * settled yet (the series, the signer) stays empty: a preview refuses nothing.
 *
 * @throws platform.NotFound; documents.ContentMissing for an uploaded draft
 */
export async function previewOf(context: ActContext, id: string): Promise<RenderLetter['input']> {
  const { document, recipients, issuedOnly } = await readCase(context, id)
  // Who reads what was issued has its PDF.
  if (issuedOnly) throw platformErrors.NotFound()
  const version = await findVersion(context, id, document.version)
  if (!version?.content) throw documentErrors.ContentMissing()
  await logAccess(context, { documentId: id, kind: 'file' })
  const { agencies } = context.ports
  const [unit] = await agencies.getUnits(context, [document.drafting_unit_id])
  const issuer = (await agencies.findIssuer(context, document.issuer_id))!
  const series = await findSeriesFor(context, document, context.today)
  const parts = {
    ...{ document, letter: version.content, issuer, unit: unit!, recipients },
    signingLines: (await linesOf(context, document, issuer)).lines,
    notationTail: (series && (await findNotationTail(context, document, series, context.today))) ?? '',
  }
  const letter = letterData(parts, { kind: 'blank', year: Number(context.today.slice(0, 4)) })
  return { letter, createdAt: version.at.toISOString() }
}
