import type { z } from '#lib/schemas/index.ts'
import type { ActContext, Context } from '#platform/acts/context.ts'
import { platformErrors } from '#platform/acts/errors.ts'
import { refuseOtherContent, requestHash } from '#platform/acts/same-request.ts'
import { agencyErrors, type ChangeGroup, type SaveGroup } from './contract.ts'
import { findOwnOrOfficeGroup, type GroupRow } from './groups.ts'
import { agenciesPort } from './port.ts'
import { requireOwnOrKeeper } from './refusals.ts'

type Members = ChangeGroup['members']

/** Saves a group of recipients (nhóm nơi nhận), the acting seat's own or the office's. @returns its id */
export async function saveGroup(context: ActContext, input: z.output<typeof SaveGroup>): Promise<string> {
  const { tx, agency, actor, now } = context
  const hash = requestHash(input)
  const before = await findOwnOrOfficeGroup(context, input.id)
  if (before) return answerAgain(before, hash)
  requireOwnOrKeeper(context, input.own)
  await checkMembers(context, input.members)
  const created = await tx
    .insertInto('recipient_groups')
    .values({
      agency_id: agency,
      id: input.id,
      owner_seat_id: input.own ? actor.seatId : null,
      name: input.name,
      created_at: now,
      request_hash: hash,
    })
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!created) {
    // Made meanwhile by the same request; or the id is of another seat's group, of which nothing is told.
    const there = await findOwnOrOfficeGroup(context, input.id)
    if (!there) throw platformErrors.SentDifferently()
    return answerAgain(there, hash)
  }
  await insertMembers(context, input.id, input.members)
  await context.audit({ act: 'agencies.save-group', subject: { type: 'recipient-group', id: input.id }, after: input })
  return input.id
}

/** Puts another name and other members into a group; its dispatched documents keep the recipients that they had. */
export async function changeGroup(context: ActContext, input: ChangeGroup & { readonly id: string }): Promise<string> {
  const { tx, agency, actor } = context
  const { id, name, own, members } = input
  const group = await findOwnOrOfficeGroup(context, id, { lock: true })
  if (!group) throw platformErrors.NotFound()
  requireOwnOrKeeper(context, own && group.owner_seat_id !== null)
  await checkMembers(context, members)
  await tx
    .updateTable('recipient_groups')
    .set({ name, owner_seat_id: own ? actor.seatId : null })
    .where('agency_id', '=', agency)
    .where('id', '=', id)
    .execute()
  await deleteMembers(context, id)
  await insertMembers(context, id, members)
  await context.audit({
    act: 'agencies.change-group',
    subject: { type: 'recipient-group', id },
    before: { name: group.name, own: group.owner_seat_id !== null },
    after: { name, own, members },
  })
  return id
}

/** Removes a group. */
export async function deleteGroup(context: ActContext, id: string): Promise<string> {
  const { tx, agency } = context
  const group = await findOwnOrOfficeGroup(context, id, { lock: true })
  if (!group) throw platformErrors.NotFound()
  requireOwnOrKeeper(context, group.owner_seat_id !== null)
  await deleteMembers(context, id)
  await tx.deleteFrom('recipient_groups').where('agency_id', '=', agency).where('id', '=', id).execute()
  await context.audit({
    act: 'agencies.delete-group',
    subject: { type: 'recipient-group', id },
    before: { name: group.name },
  })
  return id
}

function answerAgain(group: GroupRow, hash: Buffer): string {
  refuseOtherContent(group, hash)
  return group.id
}

async function checkMembers(context: Context, members: Members) {
  if (members.length === 0) throw agencyErrors.GroupEmpty()
  const ids = {
    issuers: members.flatMap(member => ('issuerId' in member ? member.issuerId : [])),
    units: members.flatMap(member => ('unitId' in member ? member.unitId : [])),
    seats: members.flatMap(member => ('seatId' in member ? member.seatId : [])),
  }
  if ((await agenciesPort.findIssuers(context, ids.issuers)).length < new Set(ids.issuers).size)
    throw platformErrors.NotFound()
  await agenciesPort.getOpenUnits(context, ids.units)
  await agenciesPort.getSeats(context, ids.seats)
}

async function insertMembers({ tx, agency }: Context, groupId: string, members: Members) {
  const rows = members.map((member, index) => ({
    agency_id: agency,
    group_id: groupId,
    ordinal: index + 1,
    issuer_id: 'issuerId' in member ? member.issuerId : null,
    unit_id: 'unitId' in member ? member.unitId : null,
    seat_id: 'seatId' in member ? member.seatId : null,
  }))
  await tx.insertInto('recipient_group_members').values(rows).execute()
}

const deleteMembers = ({ tx, agency }: Context, groupId: string) =>
  tx.deleteFrom('recipient_group_members').where('agency_id', '=', agency).where('group_id', '=', groupId).execute()
