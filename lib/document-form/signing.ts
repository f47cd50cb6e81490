import type { CalendarDate } from '#lib/calendar-date/index.ts'
import type { Standing } from '#lib/roles/index.ts'
import { type SigningRefusal, type SigningRefusalCode, signingRefusals } from './signing-refusals.ts'

/** The words before the signer's title: thay mặt, ký thay, thừa lệnh, thừa ủy quyền, quyền; 'none' is the head himself. */
export const signingCapacities = ['none', 'TM', 'KT', 'TL', 'TUQ', 'Q'] as const
export type SigningCapacity = (typeof signingCapacities)[number]

/** How an issuer is led, which decides the words (NĐ 30/2020 Điều 13 khoản 1, khoản 2). */
export type Leadership =
  | { readonly works: 'collective'; readonly collectiveName: string; readonly headTitle: string }
  | { readonly works: 'one-head'; readonly headTitle: string }

/** A written authorisation to sign (TUQ.), as the agency recorded it. */
export type SigningAuthorisation = {
  /** The standing of the one who gave it. */
  readonly givenBy: Standing
  /** Number and date of the paper; empty when there is none. */
  readonly writtenBasis: string
  readonly validFrom: CalendarDate
  readonly validTo: CalendarDate
}

export type SigningFacts = {
  readonly leadership: Leadership
  /**
   * Whose the document is: the collective's, or the head's own (a decision of the chairman of a People's Committee). It
   * matters only where the issuer works as a collective; there the collective is assumed.
   */
  readonly authority?: 'collective' | 'head'
  readonly signer: { readonly standing: Standing; readonly title: string; readonly unitHeadTitle?: string | null }
  readonly authorisation?: SigningAuthorisation | null
  /** Where the working or clerical regulation lets units sign this type by order (TL.); nothing when it does not. */
  readonly orderBasis?: string | null
  /** The day of signing. */
  readonly on: CalendarDate
}

export type SigningBlock =
  | { readonly lines: readonly string[]; readonly refusal?: never }
  | { readonly lines?: never; readonly refusal: SigningRefusal }

const collectives: Readonly<Record<string, { collectiveName: string; headTitle: string }>> = {
  government: { collectiveName: 'CHÍNH PHỦ', headTitle: 'THỦ TƯỚNG' },
  'people-committee': { collectiveName: 'ỦY BAN NHÂN DÂN', headTitle: 'CHỦ TỊCH' },
  'people-council': { collectiveName: 'HỘI ĐỒNG NHÂN DÂN', headTitle: 'CHỦ TỊCH' },
}

/**
 * How an issuer of a kind is led. The head's title is taken from the head's post; for the collectives it is known.
 *
 * @returns nothing for a one-head agency whose head's title is not given
 * @example leadershipOf('people-committee')   // works 'collective', 'ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'
 */
export function leadershipOf(issuerKind: string, headTitle?: string | null): Leadership | undefined {
  const collective = collectives[issuerKind]
  if (collective) return { works: 'collective', ...collective, headTitle: headTitle || collective.headTitle }
  return headTitle ? { works: 'one-head', headTitle } : undefined
}

/**
 * The printed lines of the signing block (ô 7a), or why this person may not sign so.
 *
 * @example
 * signingBlock({ leadership: leadershipOf('people-committee')!, signer: { standing: 'deputy', title: 'Phó Chủ tịch' }, on }, 'KT')
 * // { lines: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'] }
 */
export function signingBlock(facts: SigningFacts, capacity: SigningCapacity): SigningBlock {
  const code = refusalOf(facts, capacity)
  return code ? { refusal: { code, ...signingRefusals[code] } } : { lines: printed(linesOf(facts, capacity)) }
}

const bestFirst: readonly SigningCapacity[] = ['TM', 'Q', 'KT', 'TL', 'TUQ', 'none']

/** The capacities in which this person may sign, the usual one first; none when he may not sign at all. */
export function proposeCapacities(facts: SigningFacts): readonly SigningCapacity[] {
  const possible = bestFirst.filter(capacity => !refusalOf(facts, capacity))
  // A document of the head's own is signed without TM.
  return facts.authority === 'head' ? possible.filter(capacity => capacity !== 'TM') : possible
}

function refusalOf(facts: SigningFacts, capacity: SigningCapacity): SigningRefusalCode | undefined {
  const { standing } = facts.signer
  if (standing === 'staff') return 'no-authority'
  switch (capacity) {
    case 'none':
      if (standing === 'head') return undefined
      return standing === 'acting-head' ? 'acting-head-signs-q' : 'prefix-missing'
    case 'TM':
      if (facts.leadership.works !== 'collective' || facts.authority === 'head') return 'tm-needs-collective'
      if (standing === 'acting-head') return 'acting-head-signs-q'
      return standing === 'head' ? undefined : 'tm-is-of-the-head'
    case 'KT':
      return standing === 'deputy' || standing === 'deputy-in-charge' ? undefined : 'kt-is-of-a-deputy'
    case 'Q':
      return standing === 'acting-head' ? undefined : 'q-is-of-the-acting-head'
    case 'TL':
      return refusalOfOrder(facts)
    case 'TUQ':
      return refusalOfAuthorisation(facts)
  }
}

function refusalOfOrder({ signer, orderBasis }: SigningFacts): SigningRefusalCode | undefined {
  if (signer.standing !== 'unit-head' && signer.standing !== 'unit-deputy') return 'tl-is-of-a-unit'
  if (!orderBasis?.trim()) return 'tl-needs-regulation'
  return signer.standing === 'unit-deputy' && !signer.unitHeadTitle?.trim() ? 'unit-head-title-unknown' : undefined
}

function refusalOfAuthorisation({ signer, authorisation, on }: SigningFacts): SigningRefusalCode | undefined {
  if (signer.standing !== 'unit-head') return 'tuq-is-of-a-unit-head'
  if (!authorisation?.writtenBasis.trim()) return 'tuq-needs-writing'
  if (on < authorisation.validFrom || on > authorisation.validTo) return 'tuq-not-in-force'
  switch (authorisation.givenBy) {
    case 'head':
    case 'acting-head':
      return undefined
    case 'deputy':
    case 'deputy-in-charge':
      return 'tuq-is-given-by-the-head'
    // Whoever is below the agency's leaders signs by an authorisation himself, and cannot pass it on.
    default:
      return 'tuq-handed-on'
  }
}

function linesOf({ leadership, authority, signer }: SigningFacts, capacity: SigningCapacity): readonly string[] {
  const head = leadership.headTitle
  const onBehalf = leadership.works === 'collective' && authority !== 'head' ? [`TM. ${leadership.collectiveName}`] : []
  switch (capacity) {
    case 'none':
      return [signer.title]
    case 'TM':
      return [...onBehalf, signer.title]
    case 'KT':
      return [...onBehalf, `KT. ${head}`, signer.title]
    case 'Q':
      return [...onBehalf, `Q. ${head}`]
    case 'TL':
      return signer.standing === 'unit-deputy'
        ? [`TL. ${head}`, `KT. ${signer.unitHeadTitle}`, signer.title]
        : [`TL. ${head}`, signer.title]
    case 'TUQ':
      return [`TUQ. ${head}`, signer.title]
  }
}

const printed = (lines: readonly string[]): readonly string[] =>
  lines.map(line => line.normalize('NFC').trim().replace(/\s+/g, ' ').toLocaleUpperCase('vi'))
