import type { SeatRole, Standing } from '#lib/roles/index.ts'

/** A person acting from one of his seats: the seat gives agency, unit, role and rights of this request. */
export type SeatActor = {
  readonly kind: 'seat'
  readonly personId: string
  readonly fullName: string
  readonly seatId: string
  readonly agencyId: string
  readonly unitId: string
  readonly unitName: string
  readonly issuerId: string
  readonly role: SeatRole
  readonly standing: Standing
  /** As printed under a signature: 'CHỦ TỊCH', 'Chuyên viên'. */
  readonly title: string
  /** Seats this one stands in for today (ủy quyền xử lý), with what the delegation covers. */
  readonly standsInFor: readonly StandIn[]
}

export type StandIn = {
  readonly delegationId: string
  readonly seatId: string
  readonly fullName: string
  readonly title: string
  readonly role: SeatRole
  readonly unitId: string
  readonly scope: 'all' | 'incoming' | 'outgoing'
}

/** The platform itself: delivering a message, loading the demonstration province. */
export type SystemActor = {
  readonly kind: 'system'
  /** The part of the platform that acts: 'exchange', 'installation'. */
  readonly name: string
  /** At whose command, where somebody without a seat in the agency gave it: who administers the installation. */
  readonly personId?: string
}

export type Actor = SeatActor | SystemActor

export const seatKey = (seatId: string): string => `seat:${seatId}`
export const unitKey = (unitId: string): string => `unit:${unitId}`
