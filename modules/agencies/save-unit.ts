import type { z } from '#lib/schemas/index.ts'
import type { Context } from '#platform/acts/context.ts'
import { platformErrors } from '#platform/acts/errors.ts'
import { refuseOtherContent, requestHash } from '#platform/acts/same-request.ts'
import type { SaveUnit } from './contract.ts'
import { findUnit, getUnit } from './queries.ts'
import { requireAdministrator } from './refusals.ts'
import { foldedWords } from './words.ts'

const lastPlace = 500

/**
 * Adds a unit to the agency's tree.
 * @returns the unit's id, also when the same request had made it before
 */
export async function saveUnit(context: Context, input: z.output<typeof SaveUnit>): Promise<string> {
  const { tx, agency } = context
  requireAdministrator(context)
  const hash = requestHash(input)
  const parentId = input.parentId ?? null
  if (!(await findUnit(context, input.id)) && parentId) await getOpenParent(context, parentId, input.validFrom)
  const created = await tx
    .insertInto('units')
    .values({
      agency_id: agency,
      id: input.id,
      parent_id: parentId,
      name: input.name,
      abbreviation: input.abbreviation,
      kind: input.kind,
      ordinal: input.ordinal ?? lastPlace,
      folded: foldedWords(input.name, input.abbreviation),
      valid_from: input.validFrom,
      request_hash: hash,
    })
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!created) {
    refuseOtherContent(await getUnit(context, input.id), hash)
    return input.id
  }
  await context.audit({ act: 'agencies.save-unit', subject: { type: 'unit', id: input.id }, after: input })
  return input.id
}

/** @throws platform.NotFound for a unit that is not of this agency, or is closed by then */
export async function getOpenParent(context: Context, unitId: string, on: string) {
  const parent = await getUnit(context, unitId)
  if (parent.valid_to !== null && parent.valid_to <= on) throw platformErrors.NotFound()
  return parent
}
