/**
 * The form of administrative documents: NĐ 30/2020/NĐ-CP as dated data and rules. What a form says is proposed, never
 * taken for granted; what the decree forbids is refused with its clause.
 */
export { type FoundDeadline, findDeadlines } from './deadlines.ts'
export {
  type CopyKind,
  copyKinds,
  type DocumentType,
  documentTypes,
  findDocumentType,
  type Layout,
  receivedOnlyTypes,
  typeOfAbbreviation,
} from './document-types.ts'
export { fieldLimits, fieldLimitsBasis, type Urgency, urgencies } from './fields.ts'
export { type Invitation, readInvitation } from './invitation.ts'
export { type Letterhead, type Proposal, readLetterhead } from './letterhead.ts'
export type { TextLine } from './letterhead-lines.ts'
export {
  administrativeNotation,
  composeNotation,
  notationKey,
  type ParsedNotation,
  parseNotation,
  sortKeyOfNotation,
  writeNumber,
} from './notation.ts'
export { recipientLines } from './recipient-lines.ts'
export { detectSecrecyMark, type SecrecyLevel, secrecyMarks } from './secrecy.ts'
export {
  type Leadership,
  leadershipOf,
  proposeCapacities,
  type SigningAuthorisation,
  type SigningBlock,
  type SigningCapacity,
  type SigningFacts,
  signingBlock,
  signingCapacities,
} from './signing.ts'
export { type SigningRefusal, type SigningRefusalCode, signingRefusals } from './signing-refusals.ts'
