import type { z } from '#lib/schemas/index.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { documentErrors, type SendUp } from '../contract.ts'
import { takeUp } from './case.ts'
import { withLeader } from './first-place.ts'
import { recordAct } from './record-act.ts'
import { announceIncoming, standAt } from './settle.ts'
import { tellHolderOfUrgent } from './tell-holder.ts'

/** Submits a document to a leader for his direction, to the first one when none is named (NĐ 30/2020 Điều 23.1). */
export async function sendUp(context: ActContext, input: z.output<typeof SendUp> & { id: string }): Promise<string> {
  const theCase = await takeUp(context, input.id, 'send-up')
  const leaderSeatId =
    input.leaderSeatId ?? (await context.ports.agencies.seatsWhere(context, { role: 'leader' })).at(0)?.id
  if (!leaderSeatId) throw documentErrors.LeaderNeeded()
  const place = await withLeader(context, leaderSeatId)
  await standAt(context, theCase.document, place)
  await tellHolderOfUrgent(context, theCase.document, place)
  await recordAct(context, theCase, { after: place.state, text: input.text, detail: { to: place.name } })
  await announceIncoming(context, theCase.document)
  return input.id
}
