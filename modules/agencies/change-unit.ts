import { sql } from 'kysely'
import type { z } from '#lib/schemas/index.ts'
import { formatDate } from '#lib/vietnamese/index.ts'
import type { Context } from '#platform/acts/context.ts'
import { agencyErrors, type ChangeUnit } from './contract.ts'
import { wouldStandBelowItself } from './policy.ts'
import { getUnit, oneAfterAnother } from './queries.ts'
import { requireAdministrator } from './refusals.ts'
import { getOpenParent } from './save-unit.ts'
import { goesOnFrom } from './validity.ts'
import { foldedWords } from './words.ts'

type Input = z.output<typeof ChangeUnit> & { readonly id: string }

/**
 * Renames, moves or closes a unit, or opens one again that was closed by mistake. What was written under the old name keeps it: documents carry names as text.
 *
 * @throws agencies.UnitHasSeats, UnitHasUnits, UnitMovesBelowItself, ParentClosed, DatesCross; platform.NotFound
 */
export async function changeUnit(context: Context, input: Input): Promise<string> {
  const { tx, agency } = context
  requireAdministrator(context)
  await oneAfterAnother(context)
  const before = await getUnit(context, input.id)
  if (input.parentId) await refuseCircle(context, input.id, input.parentId)
  if (input.validTo) await refuseOccupied(context, before, input.validTo)
  const reopened = input.validTo === null && before.valid_to !== null
  const parentId = input.parentId === undefined ? before.parent_id : input.parentId
  if (reopened && parentId) await refuseClosedParent(context, parentId)
  const after = {
    parent_id: input.parentId === undefined ? before.parent_id : input.parentId,
    name: input.name ?? before.name,
    abbreviation: input.abbreviation ?? before.abbreviation,
    kind: input.kind ?? before.kind,
    ordinal: input.ordinal ?? before.ordinal,
    valid_to: input.validTo === undefined ? before.valid_to : input.validTo,
  }
  await tx
    .updateTable('units')
    .set({ ...after, folded: foldedWords(after.name, after.abbreviation) })
    .where('agency_id', '=', agency)
    .where('id', '=', input.id)
    .execute()
  const { parent_id, name, abbreviation, kind, ordinal, valid_to } = before
  await context.audit({
    act: 'agencies.change-unit',
    subject: { type: 'unit', id: input.id },
    before: { parent_id, name, abbreviation, kind, ordinal, valid_to },
    after,
  })
  return input.id
}

async function refuseClosedParent(context: Context, parentId: string) {
  const parent = await getUnit(context, parentId)
  if (parent.valid_to !== null && parent.valid_to <= context.today)
    throw agencyErrors.ParentClosed({ unit: parent.name, date: formatDate(parent.valid_to) })
}

async function refuseCircle(context: Context, unitId: string, parentId: string) {
  await getOpenParent(context, parentId, context.today)
  const units = await context.tx
    .selectFrom('units')
    .select(['id', 'parent_id'])
    .where('agency_id', '=', context.agency)
    .execute()
  if (wouldStandBelowItself(units, unitId, parentId)) throw agencyErrors.UnitMovesBelowItself()
}

async function refuseOccupied(
  { tx, agency }: Context,
  unit: { id: string; name: string; valid_from: string },
  on: string,
) {
  if (on < unit.valid_from) throw agencyErrors.DatesCross()
  const count = sql<number>`count(*)`.as('count')
  const seats = await tx
    .selectFrom('seats')
    .select(count)
    .where('agency_id', '=', agency)
    .where('unit_id', '=', unit.id)
    .where(goesOnFrom('seats', on))
    .executeTakeFirstOrThrow()
  if (seats.count > 0) throw agencyErrors.UnitHasSeats({ unit: unit.name, count: seats.count })
  const units = await tx
    .selectFrom('units')
    .select(count)
    .where('agency_id', '=', agency)
    .where('parent_id', '=', unit.id)
    .where(goesOnFrom('units', on))
    .executeTakeFirstOrThrow()
  if (units.count > 0) throw agencyErrors.UnitHasUnits({ unit: unit.name, count: units.count })
}
