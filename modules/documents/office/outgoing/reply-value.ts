import { findDocumentType } from '#lib/document-form/index.ts'
import type { Addressee } from '#modules/agencies/contract.ts'
import type { IncomingDocument } from '#modules/documents/contract.ts'
import { formatDay } from '#platform/ui/text/format.ts'
import { draftMessages } from './draft-messages.vi.ts'
import { type DraftValue, newDraftValue } from './draft-value.ts'
import { textBlock } from './letter-blocks.ts'
import { ofAddressee, outsider } from './recipient-draft.ts'

const words = draftMessages.replyBegins
type Answered = Pick<
  IncomingDocument,
  'subject' | 'notation' | 'issuedOn' | 'issuerId' | 'issuerName' | 'typeCode' | 'restricted'
>

/**
 * How a reply begins: to whom, about what, and the words that name what is answered, so that nothing the system knows is
 * typed. All of it may be changed.
 *
 * @param issuer who sent it, as the directory has him; nobody for a citizen or a body that it does not know
 */
export function replyValueOf(answered: Answered, issuer: Addressee | undefined): DraftValue {
  const { notation, issuedOn, issuerName, typeCode, subject, restricted } = answered
  const typeName = (typeCode && findDocumentType(typeCode)?.name) || words.anyType
  const named = [
    typeName,
    notation && words.number(notation),
    issuedOn && words.day(formatDay(issuedOn)),
    issuerName && words.of(issuerName),
  ]
  return {
    ...newDraftValue(),
    restricted,
    subject: words.subject(
      [typeName.toLocaleLowerCase('vi'), notation && words.number(notation)].filter(Boolean).join(' '),
    ),
    addressees: issuerName,
    recipients: issuer
      ? [ofAddressee(issuer)]
      : issuerName
        ? [{ ...outsider({ name: issuerName, address: '', carrier: 'paper' }), purpose: 'act' }]
        : [],
    blocks: [textBlock({ text: words.opening(named.filter(Boolean).join(' '), subject) })],
  }
}
