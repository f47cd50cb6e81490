import {
  findDocumentType,
  leadershipOf,
  proposeCapacities,
  type SigningCapacity,
  type SigningFacts,
  signingBlock,
} from '#lib/document-form/index.ts'
import type { IssuerFacts, SeatFacts } from '#modules/agencies/contract.ts'
import type { Context } from '#platform/acts/context.ts'
import { documentErrors } from '../contract.ts'

export type PossibleSigner = {
  readonly seatId: string
  readonly name: string
  readonly title: string
  readonly capacities: readonly SigningCapacity[]
}

/** What the law asks about a signature: of which body, by whom, with what authorisation, today. */
async function factsOf(context: Context, issuer: IssuerFacts, signer: SeatFacts): Promise<SigningFacts | undefined> {
  const { agencies } = context.ports
  const standings = ['head', 'acting-head', 'deputy-in-charge'] as const
  // One after the other: a transaction has one connection.
  const heads: SeatFacts[] = []
  for (const standing of standings) heads.push(...(await agencies.seatsWhere(context, { standing })))
  const head = heads.find(one => one.issuerId === issuer.id)
  const leadership = leadershipOf(issuer.kind, head?.title)
  if (!leadership) return undefined
  const [authorisation] = await agencies.signingAuthorisations(context, signer.id)
  const giver = authorisation && (await agencies.findSeat(context, authorisation.fromSeatId))
  return {
    leadership,
    signer: { standing: signer.standing, title: signer.title },
    authorisation: authorisation && giver ? { ...authorisation, givenBy: giver.standing } : null,
    orderBasis: issuer.orderBasis,
    on: context.today,
  }
}

/** Everybody of the issuer's office who may sign its documents today, with the words in which he may, the usual first. */
export async function possibleSigners(context: Context, issuer: IssuerFacts): Promise<PossibleSigner[]> {
  const { agencies } = context.ports
  const roles = ['leader', 'office-head', 'unit-head'] as const
  const seats: SeatFacts[] = []
  for (const role of roles) seats.push(...(await agencies.seatsWhere(context, { role })))
  const signers: PossibleSigner[] = []
  for (const seat of seats) {
    const facts = await factsOf(context, issuer, seat)
    const capacities = facts ? proposeCapacities(facts) : []
    if (capacities.length > 0) signers.push({ seatId: seat.id, name: seat.fullName, title: seat.title, capacities })
  }
  return signers
}

/**
 * The printed lines of the signing block (ô 7a) of a signer in a capacity.
 * Source: NĐ 30/2020 Điều 13.
 * @throws documents.SigningForbidden with the reason
 */
export async function signingLines(
  context: Context,
  issuer: IssuerFacts,
  signer: SeatFacts,
  capacity: SigningCapacity,
): Promise<readonly string[]> {
  const facts = await factsOf(context, issuer, signer)
  if (!facts) throw documentErrors.SigningForbidden({ reason: `${issuer.name} chưa có người đứng đầu trong hệ thống.` })
  const block = signingBlock(facts, capacity)
  if (block.refusal) throw documentErrors.SigningForbidden({ reason: block.refusal.reason })
  return block.lines
}

/** A type that an agency issues itself. @throws documents.TypeUnknown */
export function issuedType(typeCode: string) {
  const type = findDocumentType(typeCode)
  if (!type?.administrative) throw documentErrors.TypeUnknown({ type: typeCode })
  return type
}
