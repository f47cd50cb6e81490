import type { z } from '#lib/schemas/index.ts'
import type { ActContext } from '#platform/acts/context.ts'
import type { SignerList, SignerQuery } from '../contract.ts'
import { getOwnIssuer } from './issuer.ts'
import { possibleSigners } from './signing.ts'

/**
 * Who may sign a type of document (a letter, where none is named) for one of the own issuers today, each with the words in which he may and the lines that are then printed:
 * what a drafter chooses from before there is a draft.
 *
 * Source: NĐ 30/2020 Điều 13.
 * @throws documents.SenderUnknown
 */
export async function listSigners(
  context: ActContext,
  { issuerId, typeCode = 'cong-van' }: z.output<typeof SignerQuery>,
): Promise<z.input<typeof SignerList>> {
  const signers = await possibleSigners(context, await getOwnIssuer(context, issuerId), typeCode)
  const items = signers.map(({ seatId, name, title, choices }) => ({
    ...{ seatId, name, title },
    choices: choices.map(({ capacity, authority, lines }) => ({ capacity, authority, lines: [...lines] })),
  }))
  return { items, next: null }
}
