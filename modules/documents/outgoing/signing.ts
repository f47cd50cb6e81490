import {
  findDocumentType,
  leadershipOf,
  proposeCapacities,
  type SigningCapacity,
  type SigningFacts,
  signingBlock,
} from '#lib/document-form/index.ts'
import { ProblemError } from '#lib/problem-details/index.ts'
import type { IssuerFacts, SeatFacts, SigningAuthorisation } from '#modules/agencies/contract.ts'
import type { Context } from '#platform/acts/context.ts'
import { authorities, documentErrors } from '../contract.ts'
import type { OutgoingRowStored } from './rows.ts'

/** Who signs, in which words, and what is printed above his name (ô 7a). */
export type Signing = {
  readonly capacity: SigningCapacity
  readonly authority: Authority
  readonly lines: readonly string[]
  /** The written authorisation by which he signs TUQ.; nothing for all others. */
  readonly authorisationId: string | null
}
export type Authority = NonNullable<SigningFacts['authority']>
export type PossibleSigner = {
  readonly seatId: string
  readonly name: string
  readonly title: string
  /** The usual one first. */
  readonly choices: readonly Signing[]
}

/** Everybody of the issuer's office who may sign a document of this type today, with the words in which he may, the usual first. */
export async function possibleSigners(
  context: Context,
  issuer: IssuerFacts,
  typeCode: string,
): Promise<PossibleSigner[]> {
  const law = await lawOf(context, issuer, typeCode)
  if (!law) return []
  const seats = law.seats.filter(seat => signingRoles.includes(seat.role))
  return seats.flatMap(seat => {
    const choices = authorities.flatMap(authority => {
      const facts = law.factsOf(seat, { authority })
      return facts ? proposeCapacities(facts).map(capacity => law.signingOf(seat, capacity, { authority })) : []
    })
    return choices.length > 0
      ? [{ seatId: seat.id, name: seat.fullName, title: seat.title, choices: eachOnce(choices) }]
      : []
  })
}
/** Where it makes no difference whose the document is, what is printed stands once. */
const eachOnce = (choices: readonly Signing[]): Signing[] =>
  choices.filter((one, at) => choices.findIndex(other => other.lines.join() === one.lines.join()) === at)
/** Whoever signs approves, and may have back what he signed. */
export const signingRoles: readonly SeatFacts['role'][] = ['leader', 'office-head', 'unit-head']

/**
 * How a signer signs a document of a type for an issuer today.
 *
 * @param wanted the words and the authorisation that were chosen; without words the usual ones of this signer are taken
 * Source: NĐ 30/2020 Điều 13.
 * @throws documents.SigningForbidden with the reason
 */
export async function getSigning(
  context: Context,
  issuer: IssuerFacts,
  seat: SeatFacts,
  wanted: Wanted & { readonly typeCode: string; readonly capacity?: SigningCapacity | undefined },
): Promise<Signing> {
  const law = await lawOf(context, issuer, wanted.typeCode)
  if (!law) throw forbidden(`${issuer.name} chưa có người đứng đầu trong hệ thống.`)
  const signer = standingIn(issuer, seat)
  const facts = law.factsOf(signer, wanted)
  if (!facts) throw forbidden(`${signer.fullName} không phải lãnh đạo của ${issuer.name}.`)
  return law.signingOf(signer, wanted.capacity ?? proposeCapacities(facts).at(0) ?? 'none', wanted)
}

/** The lines of a draft as they were printed, or would be today; of a post that ended meanwhile the reason why not. */
export async function linesOf(
  context: Context,
  draft: Pick<
    OutgoingRowStored,
    'type_code' | 'signing_lines' | 'signer_seat_id' | 'capacity' | 'authority' | 'delegation_id'
  >,
  issuer: IssuerFacts,
): Promise<{ readonly lines: readonly string[]; readonly problem: string | null }> {
  if (draft.signing_lines) return { lines: draft.signing_lines, problem: null }
  if (!draft.signer_seat_id) return { lines: [], problem: null }
  try {
    const [signer] = await context.ports.agencies.getSeats(context, [draft.signer_seat_id])
    const { type_code: typeCode, capacity, authority, delegation_id: authorisationId } = draft
    const wanted = { typeCode, capacity, authority, authorisationId }
    return { lines: (await getSigning(context, issuer, signer!, wanted)).lines, problem: null }
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    return { lines: [], problem: error.title }
  }
}

/** What was chosen besides the words: whose the document is, and the authorisation of who signs TUQ. */
type Wanted = { readonly authority?: Authority | undefined; readonly authorisationId?: string | null | undefined }

const forbidden = (reason: string) => documentErrors.SigningForbidden({ reason })

/** What the law asks about signatures of one body under one type of document, read once for all its signers. */
async function lawOf(context: Context, issuer: IssuerFacts, typeCode: string) {
  const { agencies } = context.ports
  const seats = (await agencies.seatsWhere(context, {})).map(seat => standingIn(issuer, seat))
  const authorisations = await agencies.signingAuthorisations(context)
  const orders = (await agencies.signingOrders(context, issuer.id)).filter(one => one.typeCodes.includes(typeCode))
  const leadership = leadershipOf(issuer.kind, headTitleOf(seats.filter(seat => seat.issuerId === issuer.id)))
  if (!leadership) return undefined

  const authorisationOf = (signer: SeatFacts, id?: string | null) =>
    authorisations.find(one => one.toSeatId === signer.id && (!id || one.id === id))
  const factsOf = (
    signer: SeatFacts,
    { authority = 'collective', authorisationId }: Wanted,
  ): SigningFacts | undefined =>
    (leads(signer) || isUnit(issuer)) && signer.issuerId !== issuer.id
      ? undefined
      : {
          ...{ leadership, authority, on: context.today },
          orderBasis: orders.find(one => one.unitId === null || one.unitId === signer.unitId)?.writtenBasis ?? null,
          signer: { standing: signer.standing, title: signer.title, unitHeadTitle: titleOfUnitHead(seats, signer) },
          authorisation: given(seats, authorisationOf(signer, authorisationId)),
        }

  /** @throws documents.SigningForbidden */
  function signingOf(signer: SeatFacts, capacity: SigningCapacity, wanted: Wanted): Signing {
    const block = signingBlock(factsOf(signer, wanted)!, capacity)
    if (block.refusal) throw forbidden(block.refusal.reason)
    const authorisation = capacity === 'TUQ' ? authorisationOf(signer, wanted.authorisationId) : undefined
    const { authority = 'collective' } = wanted
    return { capacity, authority, lines: block.lines, authorisationId: authorisation?.id ?? null }
  }
  return { seats, factsOf, signingOf }
}

/**
 * A unit with a seal of its own is a body too (the office of a People's Committee, a service centre): in its documents the
 * unit's head is the head of the body, and whoever is of another unit has no part in it.
 */
function standingIn(issuer: IssuerFacts, seat: SeatFacts): SeatFacts {
  const standing = isUnit(issuer) && seat.issuerId === issuer.id ? headsOfBody[seat.standing] : undefined
  return standing ? { ...seat, standing } : seat
}
export const isUnit = ({ kind }: IssuerFacts): boolean => kind === 'office' || kind === 'service-centre'
const headsOfBody: Partial<Record<SeatFacts['standing'], SeatFacts['standing']>> = {
  'unit-head': 'head',
  'unit-deputy': 'deputy',
}

/** Whoever leads a body leads that one alone: under one roof the committee's chairman does not sign for the council. */
const leads = ({ standing }: SeatFacts): boolean => leaderStandings.includes(standing)
const leaderStandings: readonly SeatFacts['standing'][] = ['head', 'deputy', 'deputy-in-charge', 'acting-head']

/** The head's title also while the post is vacant: an acting head and a deputy in charge bear it in theirs. */
export function headTitleOf(seats: readonly Pick<SeatFacts, 'standing' | 'title'>[]): string | undefined {
  const titled = (standing: SeatFacts['standing']) => seats.find(seat => seat.standing === standing)?.title.trim()
  return (
    titled('head') ??
    titled('acting-head')?.replace(/^(?:quyền|q\.)\s+/iu, '') ??
    titled('deputy-in-charge')?.replace(/^phó\s+/iu, '')
  )
}

const titleOfUnitHead = (seats: readonly SeatFacts[], { unitId }: SeatFacts): string | null =>
  seats.find(seat => seat.unitId === unitId && seat.standing === 'unit-head')?.title ?? null

function given(
  seats: readonly SeatFacts[],
  authorisation: SigningAuthorisation | undefined,
): NonNullable<SigningFacts['authorisation']> | null {
  const giver = authorisation && seats.find(seat => seat.id === authorisation.fromSeatId)
  return giver ? { ...authorisation, givenBy: giver.standing } : null
}

/** A type that an agency issues itself. @throws documents.TypeUnknown */
export function issuedType(typeCode: string) {
  const type = findDocumentType(typeCode)
  if (!type?.administrative) throw documentErrors.TypeUnknown({ type: typeCode })
  return type
}
