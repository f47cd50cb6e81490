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
  const seats = new Map(
    (
      await agencies.getSeats(
        context,
        possible.map(one => one.seatId),
      )
    ).map(seat => [seat.id, seat]),
  )
  const items = possible.map(async ({ seatId, name, title, capacities }) => ({
    seatId,
    name,
    title,
    choices: await Promise.all(
      capacities.map(async capacity => ({
        capacity,
        lines: [...(await signingLines(context, issuer, seats.get(seatId)!, capacity))],
      })),
    ),
  }))
  return { items: await Promise.all(items), next: null }
}
