import { findDocumentType, recipientLines, urgencies } from '#lib/document-form/index.ts'
import { formatDate, todayInVietnam, vietnamTime } from '#lib/vietnamese/index.ts'
import type { IssuerFacts, UnitFacts } from '#modules/agencies/contract.ts'
import type { LetterData, Numbering } from '#platform/workshop/tasks/letter.ts'
import type { Letter } from '../contract.ts'
import { letterheadOf } from '../letterhead.ts'
import type { OutgoingRowStored, RecipientRow } from './rows.ts'

type Parts = {
  readonly document: OutgoingRowStored
  readonly letter: Letter
  readonly issuer: IssuerFacts
  readonly unit: UnitFacts
  readonly recipients: readonly Pick<RecipientRow, 'name' | 'purpose'>[]
  readonly signingLines: readonly string[]
  readonly notationTail: string
}

/** The letter that a template renders: what was written, in the layout that NĐ 30/2020 Phụ lục III gives its type. */
export function letterData(
  { document, letter, issuer, unit, recipients, signingLines, notationTail }: Parts,
  numbering: Numbering,
): LetterData {
  const type = findDocumentType(document.type_code)!
  const isLetter = type.code === 'cong-van'
  const urgency = urgencies.find(one => one.code === document.urgency)?.mark
  const invitation =
    document.meeting_at && type.code === 'giay-moi' ? invitationOf(document, letter, issuer) : undefined
  return {
    layout: invitation ? 'invitation' : isLetter ? 'official-letter' : 'named-type',
    letterhead: letterheadOf(issuer),
    numbering,
    afterNumber: notationTail,
    place: issuer.placeName,
    ...(isLetter ? {} : { typeName: type.name.toLocaleUpperCase('vi') }),
    subject: document.subject,
    addressees: letter.addressees,
    blocks: letter.blocks.map(plainBlock),
    ...(invitation ? { invitation } : {}),
    recipients: [...recipientLines(recipients, letter.addressees), `Lưu: VT, ${unit.abbreviation}`],
    signing: { lines: signingLines, name: document.signer_name ?? '' },
    ...(urgency ? { urgency } : {}),
  }
}

function invitationOf(
  document: OutgoingRowStored,
  letter: Letter,
  issuer: IssuerFacts,
): NonNullable<LetterData['invitation']> {
  const at = document.meeting_at!
  return {
    host: issuer.name,
    guests: letter.addressees,
    event: document.subject,
    chair: document.meeting_chair ?? '',
    time: `${vietnamTime(at).replace(':', ' giờ ')}, ngày ${formatDate(todayInVietnam(at))}`,
    place: document.meeting_place ?? '',
  }
}

/** Optional fields of the contract's blocks may be undefined; the template's may only be absent. */
function plainBlock(block: Letter['blocks'][number]): LetterData['blocks'][number] {
  return JSON.parse(JSON.stringify(block)) as LetterData['blocks'][number]
}

/** What a letter says, for search and for comparing versions. */
export function letterText(subject: string, letter: Letter): string {
  const blocks = letter.blocks.map(block => {
    if (block.kind === 'heading') return block.text
    if (block.kind === 'table') return [block.header, ...block.rows].map(cells => cells.join(' | ')).join('\n')
    const text = block.runs.map(run => run.text).join('')
    return block.kind === 'item' ? `${block.mark} ${text}` : text
  })
  return [subject, letter.addressees.length > 0 ? `Kính gửi: ${letter.addressees.join('; ')}` : '', ...blocks]
    .filter(Boolean)
    .join('\n')
}
