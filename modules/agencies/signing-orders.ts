import { sql } from 'kysely'
import { findDocumentType } from '#lib/document-form/index.ts'
import { formatDate } from '#lib/vietnamese/index.ts'
import type { Context } from '#platform/acts/context.ts'
import { platformErrors } from '#platform/acts/errors.ts'
import { refuseOtherContent, requestHash } from '#platform/acts/same-request.ts'
import { agencyErrors, type LetSignByOrder, type SigningOrderFacts } from './contract.ts'
import { ownIssuersOn } from './issuers.ts'
import { findUnit } from './queries.ts'
import { requireArranger } from './refusals.ts'
import { heldOn, inForce } from './validity.ts'

export type SigningOrderRow = NonNullable<Awaited<ReturnType<typeof findSigningOrder>>>

/**
 * Enters what the working or clerical regulation lays down: the head of a unit (or of every unit) signs these types of an
 * issuer's documents by order of its head. The software proposes TL. only by such a rule, and refuses it without one.
 *
 * Source: NĐ 30/2020 Điều 13.4.
 * @throws agencies.IssuerUnknown, UnitUnknown, TypeUnknown, DatesCross; platform.SentDifferently
 */
export async function letSignByOrder(context: Context, input: LetSignByOrder): Promise<string> {
  const { tx, agency } = context
  requireArranger(context)
  const hash = requestHash(input)
  const before = await findSigningOrder(context, input.id)
  if (before) {
    refuseOtherContent(before, hash)
    return before.id
  }
  const { issuerId, unitId = null, writtenBasis, validFrom, validTo = null } = input
  if (validTo !== null && validTo < validFrom) throw agencyErrors.DatesCross()
  if (!(await ownIssuersOn(context, context.today)).some(one => one.id === issuerId)) throw agencyErrors.IssuerUnknown()
  const unit = unitId ? await findUnit(context, unitId) : undefined
  if (unitId && !(unit && inForce(unit, context.today))) throw agencyErrors.UnitUnknown()
  const typeCodes = [...new Set(input.typeCodes)]
  const unknown = typeCodes.find(code => !findDocumentType(code)?.administrative)
  if (unknown) throw agencyErrors.TypeUnknown({ type: unknown })
  await tx
    .insertInto('signing_orders')
    .values({
      ...{ agency_id: agency, id: input.id, issuer_id: issuerId, unit_id: unitId, written_basis: writtenBasis },
      ...{ type_codes: JSON.stringify(typeCodes), valid_from: validFrom, valid_to: validTo, request_hash: hash },
    })
    .execute()
  await context.audit({
    act: 'agencies.let-sign-by-order',
    subject: { type: 'signing-order', id: input.id },
    after: { ...input, typeCodes },
  })
  return input.id
}

/**
 * Ends a rule on a day; what was signed by it stays signed. @throws agencies.DatesCross, SigningOrderEnded
 */
export async function endSigningOrder(context: Context, input: { id: string; validTo: string }): Promise<string> {
  const { tx, agency, today } = context
  requireArranger(context)
  const order = await findSigningOrder(context, input.id)
  if (!order) throw platformErrors.NotFound()
  if (order.valid_to !== null && order.valid_to <= today)
    throw agencyErrors.SigningOrderEnded({ date: formatDate(order.valid_to) })
  if (input.validTo < order.valid_from) throw agencyErrors.DatesCross()
  if (input.validTo < today) throw agencyErrors.OrderEndsBeforeToday()
  if (order.valid_to !== null && input.validTo > order.valid_to)
    throw agencyErrors.OrderEndsLater({ date: formatDate(order.valid_to) })
  await tx
    .updateTable('signing_orders')
    .set({ valid_to: input.validTo })
    .where('agency_id', '=', agency)
    .where('id', '=', input.id)
    .execute()
  await context.audit({
    act: 'agencies.end-signing-order',
    subject: { type: 'signing-order', id: input.id },
    before: { validTo: order.valid_to },
    after: { validTo: input.validTo },
  })
  return input.id
}

export const findSigningOrder = (context: Context, id: string) =>
  select(context).where('o.id', '=', id).executeTakeFirst()

/** All of the office: what holds or will hold first, the newest of each first. */
export const listSigningOrders = (context: Context): Promise<SigningOrderRow[]> =>
  select(context)
    .orderBy(sql`o.valid_to is null or o.valid_to > ${context.today}`, 'desc')
    .orderBy('o.valid_from', 'desc')
    .orderBy('o.id', 'desc')
    .execute()

/** The rules of an issuer that hold today. */
export async function signingOrdersOf(context: Context, issuerId: string): Promise<readonly SigningOrderFacts[]> {
  const rows = await select(context).where('o.issuer_id', '=', issuerId).where(heldOn('o', context.today)).execute()
  return rows.map(row => ({
    unitId: row.unit_id,
    typeCodes: row.type_codes as string[],
    writtenBasis: row.written_basis,
  }))
}

function select({ tx, agency }: Context) {
  return tx
    .selectFrom('signing_orders as o')
    .leftJoin('units as u', join => join.onRef('u.agency_id', '=', 'o.agency_id').onRef('u.id', '=', 'o.unit_id'))
    .selectAll('o')
    .select('u.name as unit_name')
    .where('o.agency_id', '=', agency)
}
