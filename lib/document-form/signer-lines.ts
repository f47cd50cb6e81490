import type { Letterhead } from './letterhead.ts'
import { isRule, isUpperCase, type Piece } from './letterhead-lines.ts'

const capacityLine = /^(?:TM|T\/M|KT|K\/T|TL|T\/L|TUQ|Q)\.\s*\p{Lu}/u
const titleLine =
  /^(?:PHÓ |Q\. ?)?(?:CHỦ TỊCH|GIÁM ĐỐC|BỘ TRƯỞNG|THỨ TRƯỞNG|CHÁNH |PHÓ CHÁNH |TRƯỞNG |THỦ TƯỚNG|BÍ THƯ|CỤC TRƯỞNG|VỤ TRƯỞNG|VIỆN TRƯỞNG|HIỆU TRƯỞNG|TỔNG )/u
const personName = /^\p{Lu}\p{Ll}*(?: \p{Lu}\p{Ll}*){1,5}$/u

/** How many pieces may stand between the title and the name: what a digital signature shows. */
const mostBetween = 8

/**
 * The signing block is the last one of the page in capitals that begins with words of signing or a leader's title; the
 * name stands below it, small letters after capitals, about the same middle. A title alone is one only with a name below:
 * the head of a decision says 'CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ' too.
 */
export function readSigner(page: readonly Piece[]): Pick<Letterhead, 'signerTitle' | 'signerName'> {
  for (let start = page.length - 1; start >= 0; start -= 1) {
    const signer = beginsBlock(page, start) && readBlock(page, start)
    if (signer) return signer
  }
  return {}
}

function beginsBlock(page: readonly Piece[], index: number): boolean {
  const { text } = page[index]!
  if (!isUpperCase(text)) return false
  const before = above(page, index)?.text ?? ''
  return capacityLine.test(text) ? !capacityLine.test(before) : titleLine.test(text) && !isUpperCase(before)
}

function readBlock(page: readonly Piece[], start: number): Pick<Letterhead, 'signerTitle' | 'signerName'> | undefined {
  const first = page[start]!
  const column = page.slice(start).filter(piece => sameColumn(piece, first) && !isRule(piece.text))
  const end = column.findIndex(({ text }) => !isUpperCase(text))
  const block = end < 0 ? column : column.slice(0, end)
  const name = column.slice(block.length, block.length + mostBetween).findLast(({ text }) => personName.test(text))
  if (!name && !capacityLine.test(first.text)) return undefined
  return {
    signerTitle: {
      value: block.at(-1)!.text.replace(/^(?:Q|TM|KT|TL|TUQ)\.\s*/u, ''),
      lines: block.map(({ line }) => line),
    },
    ...(name ? { signerName: { value: name.text, lines: [name.line] } } : {}),
  }
}

const above = (page: readonly Piece[], index: number): Piece | undefined =>
  page.slice(0, index).findLast(piece => sameColumn(piece, page[index]!))

const sameColumn = (piece: Piece, other: Piece): boolean => Math.abs(piece.middle - other.middle) < 90
