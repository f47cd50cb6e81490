import type { z } from '#lib/schemas/index.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { documentErrors, type SignerList, type SignerQuery } from '../contract.ts'
import { possibleSigners, signingLines } from './signing.ts'

/**
 * Who may sign for one of the own issuers today, each with the words in which he may and the lines that are then printed:
 * what a drafter chooses from before there is a draft.
 *
 * Source: NĐ 30/2020 Điều 13.
 * @throws documents.SenderUnknown
 */
export async function listSigners(
  context: ActContext,
  { issuerId }: z.output<typeof SignerQuery>,
): Promise<z.input<typeof SignerList>> {
  const { agencies } = context.ports
  const own = await agencies.ownIssuers(context)
  const issuer = issuerId
    ? own.find(one => one.id === issuerId)
    : (own.find(one => one.id === context.actor.issuerId) ?? own[0])
  if (!issuer) throw documentErrors.SenderUnknown()
  const possible = await possibleSigners(context, issuer)
  const seats = await agencies.getSeats(
    context,
    possible.map(one => one.seatId),
  )
  const items: z.input<typeof SignerList>['items'] = []
  for (const { seatId, name, title, capacities } of possible) {
    const seat = seats.find(one => one.id === seatId)!
    const choices = []
    for (const capacity of capacities)
      choices.push({ capacity, lines: [...(await signingLines(context, issuer, seat, capacity))] })
    items.push({ seatId, name, title, choices })
  }
  return { items, next: null }
}
