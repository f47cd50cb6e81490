import { headRoles, type SeatRole } from '#lib/roles/index.ts'
import type { SeatActor, StandIn } from './actor.ts'

/** A seat in whose place somebody acts: his own, or one that he stands in for (xử lý thay). */
export type Hat = {
  readonly seatId: string
  readonly unitId: string
  readonly role: SeatRole
  readonly fullName: string
  readonly title: string
  /** Nothing for one's own seat. */
  readonly standIn: StandIn | undefined
}

/**
 * The hats under which an actor may act on subjects of a kind, his own first: a delegation covers all, or incoming or
 * outgoing documents alone.
 *
 * @example hatsOf(actor, 'incoming').find(hat => hat.role === 'clerk')
 */
export function hatsOf(actor: SeatActor, kind: StandIn['scope']): readonly Hat[] {
  const { seatId, unitId, role, fullName, title, standsInFor } = actor
  const others = standsInFor.filter(({ scope }) => scope === 'all' || scope === kind)
  return [
    { seatId, unitId, role, fullName, title, standIn: undefined },
    ...others.map(standIn => ({ ...standIn, standIn })),
  ]
}

/** Whether somebody stands first in the office, from his own seat: he may decide whatever waits for a leader. */
export const standsFirst = ({ role, standing }: Pick<SeatActor, 'role' | 'standing'>): boolean =>
  role === 'leader' && standing !== 'deputy'

/** Whether whoever wears the hat leads people to whom work can be given on. */
export const leadsPeople = ({ role }: Pick<Hat, 'role'>): boolean => headRoles.includes(role)

/** Whether whoever wears the hat acts for a unit: what is given to a unit is given to those who lead it. */
export const leadsUnit = (hat: Pick<Hat, 'role' | 'unitId'>, unitId: string): boolean =>
  hat.unitId === unitId && headRoles.includes(hat.role)

/** The units for which an actor acts, by any of his hats. */
export const unitsLedBy = (hats: readonly Hat[]): readonly string[] => [
  ...new Set(hats.filter(hat => headRoles.includes(hat.role)).map(hat => hat.unitId)),
]
