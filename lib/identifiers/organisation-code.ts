/**
 * Electronic identifiers of organisations (mã định danh điện tử): QĐ 20/2020/QĐ-TTg as changed by QĐ 09/2025/QĐ-TTg, and
 * the older form of QCVN 102:2016, which partners still send and which is kept as an alias.
 *
 * Only the form is judged here. Which body holds a code is data that the province loads; a code is never made up.
 */

/** Bodies by the first letter of their level-1 code (QĐ 20/2020 Phụ lục I); Z is the scheme of Điều 6. */
export const organisationGroups = {
  A: 'party',
  B: 'president-office',
  C: 'national-assembly',
  D: 'supreme-court',
  E: 'supreme-procuracy',
  F: 'state-audit',
  G: 'government',
  H: 'provincial-people-committee',
  I: 'socio-political-organisation',
  J: 'central-association',
  K: 'provincial-people-council',
  Z: 'other',
} as const
export type OrganisationGroup = (typeof organisationGroups)[keyof typeof organisationGroups]

export type OrganisationCode = {
  readonly scheme: 'qd20'
  readonly code: string
  /** Mã cấp 1: one letter and two digits, 'H50'. */
  readonly levelOne: string
  readonly group: OrganisationGroup
  /** The parts between the dots, level 1 first: one for each level. */
  readonly levels: readonly string[]
  /** Of the demonstration's own range, which is given to nobody. */
  readonly testRange: boolean
}

export type LegacyOrganisationCode = {
  readonly scheme: 'qcvn102'
  readonly code: string
  /** The levels from the top, that is from right to left, without the empty ones: ['H50', '03', '12']. */
  readonly levels: readonly string[]
}

/** The longest code: 35 characters (QĐ 20/2020 Điều 4). */
export const organisationCodeLength = 35

const byRule = /^[A-Z]\d{2}(?:\.[A-Z0-9]+)*$/
const legacyForm = /^(\d{3})\.(\d{2})\.(\d{2})\.([A-Z]\d{2})$/
const testRoot = 'Z99.XASO'

/**
 * Reads a code of QĐ 20/2020: upper-case A–Z, digits and dots, level 1 a letter and two digits, each further level after
 * a dot. Nothing when the text is none, also when its letter stands for no group.
 *
 * @example parseOrganisationCode('H50.12.3')   // levelOne 'H50', group 'provincial-people-committee', levels of three
 */
export function parseOrganisationCode(text: string): OrganisationCode | undefined {
  if (text.length > organisationCodeLength || !byRule.test(text)) return undefined
  const levels = text.split('.')
  const levelOne = levels[0]!
  if (levelOne.endsWith('00')) return undefined
  const group = Object.entries(organisationGroups).find(([letter]) => letter === levelOne[0])?.[1]
  return group && { scheme: 'qd20', code: text, levelOne, group, levels, testRange: isTestRange(text) }
}

/**
 * Reads the old form of QCVN 102:2016, `V1V2V3.Z1Z2.Y1Y2.MX1X2`, which counts its levels from right to left; a level of
 * zeros is empty. `000.00.00.H50` is the province itself.
 */
export function parseLegacyOrganisationCode(text: string): LegacyOrganisationCode | undefined {
  const parts = legacyForm.exec(text)?.slice(1).reverse()
  if (!parts) return undefined
  const depth = parts.findLastIndex(part => !/^0+$/.test(part)) + 1
  return { scheme: 'qcvn102', code: text, levels: parts.slice(0, depth) }
}

/**
 * Whether the code lies in the range `Z99.XASO.…` that the demonstration province uses. Z01–Z99 is the scheme for bodies
 * that no list names (QĐ 20/2020 Điều 6); no authority gives codes below `Z99.XASO`, so that a demonstration can never be
 * taken for a real body. Codes of this range never leave an installation.
 */
export const isTestRange = (code: string): boolean => code === testRoot || code.startsWith(`${testRoot}.`)
