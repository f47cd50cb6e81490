import type { z } from '#lib/schemas/index.ts'
import type { ActContext } from '#platform/acts/context.ts'
import type { DuplicateAnswer, DuplicateCheck } from '../contract.ts'
import { findDuplicate, presentDuplicate } from './refuse-duplicates.ts'

/** Whether the same document is there already, while the clerk still types. */
export async function lookForDuplicate(
  context: ActContext,
  query: z.output<typeof DuplicateCheck>,
): Promise<z.input<typeof DuplicateAnswer>> {
  const issuer = query.issuerId ? await context.ports.agencies.findIssuer(context, query.issuerId) : undefined
  const duplicate = await findDuplicate(context, {
    notation: query.notation,
    issuedOn: query.issuedOn ?? null,
    issuerId: query.issuerId ?? null,
    issuerName: issuer?.name ?? query.issuerName ?? '',
  })
  return { duplicate: duplicate ? presentDuplicate(duplicate) : null }
}
