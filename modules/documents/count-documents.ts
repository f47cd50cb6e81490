import type { z } from '#lib/schemas/index.ts'
import type { ActContext } from '#platform/acts/context.ts'
import type { DocumentCounts } from './contract.ts'
import { countCap } from './counts.ts'
import { countIncoming } from './incoming/counts.ts'
import { countOutgoing } from './outgoing/counts.ts'

/** The numbers beside the words of the menu and on the tabs, each capped. */
export async function countDocuments(context: ActContext): Promise<z.input<typeof DocumentCounts>> {
  const incoming = await countIncoming(context)
  const { unreadInternal, waitingForMe, ...outgoing } = await countOutgoing(context)
  const toRegister = context.actor.role === 'clerk' ? (incoming['to-register'] ?? 0) : 0
  const incomingForMe = Math.min(countCap, (incoming.mine ?? 0) + toRegister)
  return {
    incoming,
    outgoing,
    incomingForMe,
    waitingForMe: Math.min(countCap, incomingForMe + waitingForMe),
    overdue: incoming.overdue ?? 0,
    unreadInternal,
  }
}
