/**
 * Identifiers: of organisations (QĐ 20/2020), of documents, and the UUIDv7 that every row bears.
 */
export {
  composeDocumentIdentifier,
  type DocumentIdentifierParts,
  type DocumentIdentifierTemplate,
  documentIdentifierTemplates,
  parseDocumentIdentifier,
} from './document-identifier.ts'
export {
  isTestRange,
  type LegacyOrganisationCode,
  type OrganisationCode,
  type OrganisationGroup,
  organisationCodeLength,
  organisationGroups,
  parseLegacyOrganisationCode,
  parseOrganisationCode,
} from './organisation-code.ts'
export { instantOf, isUuid, isUuidV7, uuidForm, uuidV7 } from './uuid.ts'
