import { delegate } from '#modules/agencies/delegate.ts'
import { saveGroup } from '#modules/agencies/save-group.ts'
import { savePhrase } from '#modules/agencies/save-phrase.ts'
import { letSignByOrder } from '#modules/agencies/signing-orders.ts'
import type { DemonstrationPlan } from '../types.ts'
import type { Cast } from './cast.ts'

/** Who stands in for whom, who signs by order, whom one writes to, and what one often says. */
export async function loadCustoms(cast: Cast, plan: DemonstrationPlan, at: string): Promise<void> {
  for (const { id, fromSeatId, toSeatId, scope, maySign, writtenBasis, validFrom, validTo } of plan.delegations)
    await cast.act({ seatId: fromSeatId, at }, context =>
      delegate(context, {
        ...{ id, fromSeatId, toSeatId, scope, maySign, validFrom, validTo },
        ...(writtenBasis ? { writtenBasis } : {}),
      }),
    )
  for (const { agencyId, ...order } of plan.signingOrders)
    await cast.act({ seatId: cast.seatOfRole(agencyId, 'office-head')!.id, at }, context =>
      letSignByOrder(context, { ...order, typeCodes: [...order.typeCodes] }),
    )
  for (const group of plan.recipientGroups) {
    const seatId = group.ownerSeatId ?? cast.seatOfRole(group.agencyId, 'clerk')?.id
    if (!seatId) continue
    const { id, name, members } = group
    await cast.act({ seatId, at }, context =>
      saveGroup(context, { id, name, own: group.ownerSeatId !== null, members: [...members] }),
    )
  }
  for (const phrase of plan.phrases) {
    const seatId = phrase.seatId ?? cast.seatOfRole(phrase.agencyId, 'clerk')?.id
    if (!seatId) continue
    const { id, text } = phrase
    await cast.act({ seatId, at }, context => savePhrase(context, { id, text, own: phrase.seatId !== null }))
  }
}
