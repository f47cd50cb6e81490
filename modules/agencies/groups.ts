import { sql } from 'kysely'
import type { z } from '#lib/schemas/index.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { platformErrors } from '#platform/acts/errors.ts'
import { cursorAtPlace, readPlaceCursor } from '#platform/http/cursor.ts'
import type { RecipientGroup, RecipientGroupQuery } from './contract.ts'
import { issuersOn } from './issuers.ts'

export type GroupRow = { id: string; name: string; owner_seat_id: string | null; request_hash: Buffer }
type ShownGroup = z.infer<typeof RecipientGroup>

/** A group that the acting seat may use: its own, or the office's; with `lock` nobody else changes it meanwhile. */
export async function findOwnOrOfficeGroup(
  context: ActContext,
  id: string,
  { lock = false } = {},
): Promise<GroupRow | undefined> {
  const query = select(context).where('id', '=', id)
  return (lock ? query.forUpdate() : query).executeTakeFirst()
}

/** The groups that the acting seat may use, its own first, with the names of their members as of today. */
export async function listGroups(
  context: ActContext,
  { limit = 20, cursor }: z.output<typeof RecipientGroupQuery>,
): Promise<{ items: ShownGroup[]; next: string | null }> {
  const place = readPlaceCursor(cursor)
  const rows = await select(context)
    .orderBy(sql`owner_seat_id is null`)
    .orderBy(sql`name collate "vi-x-icu"`)
    .orderBy('id')
    .limit(limit + 1)
    .offset(place)
    .execute()
  return {
    items: await withMembers(context, rows.slice(0, limit)),
    next: rows.length > limit ? cursorAtPlace(place + limit) : null,
  }
}

/** One group with its members. @throws platform.NotFound */
export async function getShownGroup(context: ActContext, id: string): Promise<ShownGroup> {
  const group = await findOwnOrOfficeGroup(context, id)
  if (!group) throw platformErrors.NotFound()
  return (await withMembers(context, [group])).at(0)!
}

function select({ tx, agency, actor }: ActContext) {
  return tx
    .selectFrom('recipient_groups')
    .select(['id', 'name', 'owner_seat_id', 'request_hash'])
    .where('agency_id', '=', agency)
    .where(({ or, eb }) => or([eb('owner_seat_id', 'is', null), eb('owner_seat_id', '=', actor.seatId)]))
}

async function withMembers(context: ActContext, groups: readonly GroupRow[]): Promise<ShownGroup[]> {
  if (groups.length === 0) return []
  const { tx, agency } = context
  const members = await tx
    .selectFrom('recipient_group_members as members')
    .leftJoin('units', join =>
      join.onRef('units.agency_id', '=', 'members.agency_id').onRef('units.id', '=', 'members.unit_id'),
    )
    .leftJoin('seats', join =>
      join.onRef('seats.agency_id', '=', 'members.agency_id').onRef('seats.id', '=', 'members.seat_id'),
    )
    .select(['group_id', 'members.issuer_id', 'members.unit_id', 'members.seat_id'])
    .select(['units.name as unit_name', 'seats.full_name as seat_name'])
    .where('members.agency_id', '=', agency)
    .where(
      'group_id',
      'in',
      groups.map(group => group.id),
    )
    .orderBy('group_id')
    .orderBy('members.ordinal')
    .execute()
  const issuers = await issuersOn(
    context,
    members.flatMap(member => member.issuer_id ?? []),
    context.today,
  )
  const issuerOf = new Map(issuers.map(issuer => [issuer.id, issuer]))
  const byGroup = Map.groupBy(members, member => member.group_id)
  return groups.map(group => ({
    id: group.id,
    name: group.name,
    own: group.owner_seat_id !== null,
    members: (byGroup.get(group.id) ?? []).map(member => {
      const issuer = member.issuer_id ? issuerOf.get(member.issuer_id) : undefined
      return {
        issuerId: member.issuer_id,
        unitId: member.unit_id,
        seatId: member.seat_id,
        agencyId: issuer?.inside ? issuer.agencyId : null,
        name: issuer?.shortName ?? member.unit_name ?? member.seat_name ?? '',
      }
    }),
  }))
}
