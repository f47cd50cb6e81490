import type { z } from '#lib/schemas/index.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { hatsOf } from '#platform/acts/hats.ts'
import type { DocumentCounts } from './contract.ts'
import { countCap } from './counts.ts'
import { countIncoming } from './incoming/counts.ts'
import { countOutgoing } from './outgoing/counts.ts'

/** The numbers beside the words of the menu and on the tabs, each capped. */
export async function countDocuments(context: ActContext): Promise<z.input<typeof DocumentCounts>> {
  const incoming = await countIncoming(context)
  const { unreadInternal, waitingForMe, ...outgoing } = await countOutgoing(context)
  const registers = hatsOf(context.actor, 'incoming').some(hat => hat.role === 'clerk')
  const toRegister = registers ? (incoming['to-register'] ?? 0) : 0
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
