import { type CalendarDate, calendarDateOf } from '#lib/calendar-date/index.ts'
import { fold } from '#lib/vietnamese/index.ts'
import { documentTypes, receivedOnlyTypes, typeOfAbbreviation } from './document-types.ts'
import { type Urgency, urgencies } from './fields.ts'
import { isRule, isUpperCase, type Piece, piecesOf, type TextLine } from './letterhead-lines.ts'
import { type ParsedNotation, parseNotation } from './notation.ts'
import { readSigner } from './signer-lines.ts'

/** A value as it was read, with the lines it was read from, so that it can be shown beside them and judged. */
export type Proposal<Value> = { readonly value: Value; readonly lines: readonly TextLine[] }

export type Letterhead = {
  readonly notation?: Proposal<ParsedNotation>
  readonly issuedOn?: Proposal<CalendarDate>
  readonly placeName?: Proposal<string>
  readonly issuerName?: Proposal<string>
  /** The direct superior body above the issuer. */
  readonly superiorName?: Proposal<string>
  readonly typeCode?: Proposal<string>
  readonly subject?: Proposal<string>
  readonly urgency?: Proposal<Urgency>
  readonly signerTitle?: Proposal<string>
  readonly signerName?: Proposal<string>
}

/**
 * Reads what the form of NĐ 30/2020 puts in fixed places (Phụ lục I, phần I, IV): proposals for the clerk, never facts.
 * What cannot be read is absent. The head is read from page 1, the signer from the last page among the lines.
 *
 * @example
 * readLetterhead(lines).notation   // { value: { number: '4127', notation: 'UBND-NNMT', … }, lines: [the line of 'Số:'] }
 */
export function readLetterhead(lines: readonly TextLine[]): Letterhead {
  const head = piecesOf(lines, 1)
  const lastPage = Math.max(1, ...lines.map(line => line.page ?? 1))
  const notation = readNotation(head)
  const type = readType(head, notation?.value)
  return withoutAbsent({
    notation,
    ...readDate(head),
    ...readIssuer(head),
    typeCode: type && { value: type.code, lines: [type.piece.line] },
    subject: readSubject(head, type),
    urgency: readUrgency(head),
    ...readSigner(piecesOf(lines, lastPage)),
  })
}

function readNotation(head: readonly Piece[]): Proposal<ParsedNotation> | undefined {
  for (const { text, line } of head) {
    // Only the first words can be the number: further on, 'số' is somebody else's.
    const written = /^số\s*[:.]?\s*(.+)$/iu.exec(text)?.[1]
    const value = written && parseNotation(written.replace(/(?<=\/.*)\s+(?:V\/v|Về việc)\b.*$/iu, ''))
    if (value) return { value, lines: [line] }
  }
  return undefined
}

const dateLine =
  /^(?<place>\p{Lu}[^,;:]{1,60}),\s*ngày\s+(?<day>\d{1,2})\s+tháng\s+(?<month>\d{1,2})\s+năm\s+(?<year>\d{4})/u

function readDate(head: readonly Piece[]): Pick<Letterhead, 'issuedOn' | 'placeName'> {
  for (const { text, line } of head) {
    const found = dateLine.exec(text)?.groups
    const value = found && calendarDateOf(Number(found.year), Number(found.month), Number(found.day))
    if (value) return { issuedOn: { value, lines: [line] }, placeName: { value: found.place!, lines: [line] } }
  }
  return {}
}

const nameOpening =
  /^(?:ỦY BAN(?! KIỂM)|UỶ BAN|UBND|HỘI ĐỒNG|HĐND|CHÍNH PHỦ|THỦ TƯỚNG|QUỐC HỘI|CHỦ TỊCH|SỞ|BỘ|BAN|PHÒNG|VĂN PHÒNG|TRUNG TÂM|CHI CỤC|CỤC|TỔNG CỤC|VỤ|VIỆN|TRƯỜNG|CÔNG AN|CÔNG TY|ĐẢNG ỦY|ĐẢNG BỘ|TỈNH ỦY|THÀNH ỦY|MẶT TRẬN|ĐOÀN|HỘI|LIÊN ĐOÀN|NGÂN HÀNG|KHO BẠC|BẢO HIỂM|TÒA ÁN|THANH TRA|HẠT|TRẠM|ĐỘI|TỔ|THUẾ|BCH|BQL)(?= |$)/u

/** A word of two syllables that the end of the line parted: 'SỞ NÔNG NGHIỆP VÀ MÔI / TRƯỜNG', 'VĂN HÓA - XÃ / HỘI'. */
const goesOn = (above: string, below: string): boolean =>
  /(?:MÔI|THỊ) TRƯỜNG$|XÃ HỘI$/u.test(`${above.split(' ').at(-1)} ${below.split(' ')[0]}`)

/** The names in the upper left, a superior above the issuer; a name may run over several lines. */
function readIssuer(head: readonly Piece[]): Pick<Letterhead, 'issuerName' | 'superiorName'> {
  const end = head.findIndex(({ text }) => /^số\s*[:.]?\s*[\d/….\s]/iu.test(text))
  if (end < 0) return {}
  const bottom = head[end]!.line.y
  const motto = head.find(({ text }) => /^(?:CỘNG H|ĐẢNG CỘNG SẢN)/u.test(text))
  const left = head.filter(
    ({ text, line, middle }) =>
      line.y <= bottom &&
      isUpperCase(text) &&
      !/^(?:CỘNG H|ĐẢNG CỘNG SẢN VIỆT NAM)/u.test(text) &&
      urgencyOf(text) === undefined &&
      (!motto || middle < motto.middle - 1),
  )
  const names: { text: string; lines: TextLine[] }[] = []
  for (const { text, line } of left) {
    const last = names.at(-1)
    if (last && (!nameOpening.test(text) || goesOn(last.text, text))) {
      last.text += ` ${text}`
      last.lines.push(line)
    } else names.push({ text, lines: [line] })
  }
  const proposals = names.map(({ text, lines }) => ({ value: text.replace(/[*\s]+$/u, ''), lines }))
  const [issuerName, superiorName] = [proposals.at(-1), proposals.at(-2)]
  return { ...(issuerName ? { issuerName } : {}), ...(superiorName ? { superiorName } : {}) }
}

type FoundType = { readonly code: string; readonly piece: Piece; readonly from: 'name' | 'abstract' | 'notation' }

function readType(head: readonly Piece[], notation: ParsedNotation | undefined): FoundType | undefined {
  const types = [...documentTypes, ...receivedOnlyTypes]
  for (const piece of head) {
    if (/^V\/v\b/iu.test(piece.text)) return { code: 'cong-van', piece, from: 'abstract' }
    const type = isUpperCase(piece.text) && types.find(({ name }) => fold(name) === fold(piece.text))
    if (type) return { code: type.code, piece, from: 'name' }
  }
  if (!notation) return undefined
  const piece = head.find(({ text }) => parseNotation(text)?.written === notation.written)
  const code = typeOfAbbreviation(notation.notation.split(/[-/]/)[0]!)?.code ?? 'cong-van'
  return piece && { code, piece, from: 'notation' }
}

const endOfSubject = /^(?:căn cứ|kính gửi|thực hiện|chương |điều |phần |theo đề nghị|\(?kèm theo|thẩm quyền)/iu
const longestSubject = 8

/** After 'V/v' in the left column, or under the name of the type, until the text leaves its block. */
function readSubject(head: readonly Piece[], type: FoundType | undefined): Proposal<string> | undefined {
  if (!type || type.from === 'notation') return undefined
  const inBlock = type.from === 'abstract' ? [type.piece] : []
  let last = type.piece
  for (const piece of head.slice(head.indexOf(type.piece) + 1)) {
    if (piece.line.y - last.line.y > 2.2 * last.line.height || inBlock.length === longestSubject) break
    if (type.from === 'abstract' && Math.abs(piece.middle - type.piece.middle) > type.piece.line.width) continue
    if (isRule(piece.text) || endOfSubject.test(piece.text) || (isUpperCase(piece.text) && inBlock.length > 0)) break
    inBlock.push(piece)
    last = piece
  }
  const value = inBlock
    .map(({ text }) => text)
    .join(' ')
    .replace(/^V\/v\s*:?\s*/iu, '')
    .replace(/[\s_.\-–]+$/u, '')
  return value ? { value, lines: inBlock.map(({ line }) => line) } : undefined
}

const urgencyWords = new Map<string, Urgency>(
  urgencies.flatMap(({ code, mark }) => (mark ? [[fold(mark).replaceAll(' ', ''), code] as const] : [])),
)
const urgencyOf = (text: string): Urgency | undefined =>
  isUpperCase(text)
    ? urgencyWords.get(
        fold(text)
          .replace(/[^\p{L}]/gu, '')
          .replace(/^hoatochengio$/, 'hoatoc'),
      )
    : undefined

/** The stamp stands by itself in a line, in capitals, letters apart or not. */
function readUrgency(head: readonly Piece[]): Proposal<Urgency> | undefined {
  for (const { text, line } of head) {
    const value = urgencyOf(text)
    if (value !== undefined) return { value, lines: [line] }
  }
  return undefined
}

const withoutAbsent = (found: { [Field in keyof Letterhead]: Letterhead[Field] | undefined }): Letterhead =>
  Object.fromEntries(Object.entries(found).filter(([, proposal]) => proposal !== undefined))
