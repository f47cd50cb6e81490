import type { IssuerFacts } from '#modules/agencies/contract.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { documentErrors } from '../contract.ts'

/** An issuer of the own office: the one named, else that of the acting seat, else the office's own. @throws documents.SenderUnknown */
export async function getOwnIssuer(context: ActContext, issuerId?: string | undefined): Promise<IssuerFacts> {
  const own = await context.ports.agencies.ownIssuers(context)
  const found = issuerId
    ? own.find(one => one.id === issuerId)
    : (own.find(one => one.id === context.actor.issuerId) ?? own.at(0))
  if (!found) throw documentErrors.SenderUnknown()
  return found
}
