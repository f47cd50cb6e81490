import type { z } from '#lib/schemas/index.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { together } from '#platform/database/together.ts'
import type { Today } from './contract.ts'
import { arrivedToday } from './incoming/arrived-today.ts'
import { incomingWaiting } from './incoming/today.ts'
import { invitationsOf } from './invitations.ts'
import { outgoingWaiting } from './outgoing/today.ts'
import { recentActs } from './recent-acts.ts'
import { groupDay } from './today-groups.ts'
import { workLeft } from './work-left.ts'

/** The start page of a seat: what waits for it and for those it stands in for, today's invitations, what it just did. */
export async function loadToday(context: ActContext): Promise<z.input<typeof Today>> {
  const { incoming, outgoing, ...beside } = await together({
    incoming: incomingWaiting(context),
    outgoing: outgoingWaiting(context),
    left: workLeft(context),
    invitations: invitationsOf(context),
    arrivedToday: arrivedToday(context),
    recent: recentActs(context),
  })
  return { date: context.today, ...groupDay([...incoming, ...outgoing]), ...beside }
}
