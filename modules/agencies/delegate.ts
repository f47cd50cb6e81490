import { roleNames } from '#lib/roles/index.ts'
import type { Context } from '#platform/acts/context.ts'
import { platformErrors } from '#platform/acts/errors.ts'
import { refuseOtherContent, requestHash } from '#platform/acts/same-request.ts'
import { agencyErrors, type Delegate } from './contract.ts'
import { findDelegation } from './delegations.ts'
import { handlesDocuments, mayAuthoriseSigning, mayDelegateFor } from './policy.ts'
import { findHeldSeat, type SeatRow } from './queries.ts'

/**
 * Lets another seat of the office stand in for one (ủy quyền xử lý): from the first to the last day it sees what lies
 * before that seat and acts for it, shown as such. Signing needs a written authorisation of the head (TUQ.), and what was
 * delegated is never delegated further.
 *
 * Source: NĐ 30/2020 Điều 13.3.
 * @returns the delegation's id
 * @throws agencies.SeatUnknown, DelegatesToHimself, DelegationUnfit, SigningNeedsWriting, SigningOnlyFromHead, DatesCross,
 *   DelegationIsOver
 */
export async function delegate(context: Context, input: Delegate): Promise<string> {
  const { tx, agency, actor } = context
  const fromSeatId = input.fromSeatId ?? (actor.kind === 'seat' ? actor.seatId : undefined)
  if (!fromSeatId) throw agencyErrors.SeatUnknown()
  if (!mayDelegateFor(actor, fromSeatId)) throw platformErrors.NotAllowed({ roles: roleNames['agency-admin'] })
  const hash = requestHash({ ...input, fromSeatId })
  const before = await findDelegation(context, input.id)
  if (before) return answerAgain(before, hash)

  const { from, to } = await fittingSeats(context, input, fromSeatId)
  const created = await tx
    .insertInto('delegations')
    .values({
      agency_id: agency,
      id: input.id,
      from_seat_id: from.id,
      to_seat_id: to.id,
      scope: input.scope,
      may_sign: input.maySign,
      written_basis: input.writtenBasis ?? null,
      valid_from: input.validFrom,
      valid_to: input.validTo,
      request_hash: hash,
    })
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!created) return answerAgain((await findDelegation(context, input.id))!, hash)
  await context.audit({
    act: 'agencies.delegate',
    subject: { type: 'delegation', id: input.id },
    onBehalfOf: actor.kind === 'seat' && actor.seatId !== from.id ? from.id : undefined,
    after: { ...input, fromSeatId },
  })
  await tellBoth(context, input, from, to)
  return input.id
}

function answerAgain(row: { id: string; request_hash: Buffer }, hash: Buffer): string {
  refuseOtherContent(row, hash)
  return row.id
}

async function fittingSeats(context: Context, input: Delegate, fromSeatId: string) {
  if (input.toSeatId === fromSeatId) throw agencyErrors.DelegatesToHimself()
  if (input.validTo < input.validFrom) throw agencyErrors.DatesCross()
  if (input.validTo < context.today) throw agencyErrors.DelegationIsOver()
  const from = await findHeldSeat(context, fromSeatId)
  const to = await findHeldSeat(context, input.toSeatId)
  if (!from || !to) throw agencyErrors.SeatUnknown()
  if (from.person_id === to.person_id) throw agencyErrors.DelegatesToHimself()
  for (const { role, title } of [from, to]) if (!handlesDocuments(role)) throw agencyErrors.DelegationUnfit({ title })
  if (input.maySign && !input.writtenBasis) throw agencyErrors.SigningNeedsWriting()
  if (input.maySign && !mayAuthoriseSigning(from.standing, to.standing)) throw agencyErrors.SigningOnlyFromHead()
  return { from, to }
}

async function tellBoth(context: Context, input: Delegate, from: SeatRow, to: SeatRow) {
  context.rightsChanged({ personId: to.person_id, seatId: to.id })
  const { actor } = context
  const notice = {
    kind: 'agencies.delegated',
    subject: { type: 'delegation', id: input.id },
    detail: { from: from.full_name, to: to.full_name, validFrom: input.validFrom, validTo: input.validTo },
    onceKey: `delegation/${input.id}`,
  }
  const told = [from, to].filter(seat => actor.kind === 'system' || seat.id !== actor.seatId)
  for (const seat of told) await context.notify({ ...notice, seatId: seat.id })
}
