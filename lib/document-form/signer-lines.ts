import type { Letterhead } from './letterhead.ts'
import { isRule, isUpperCase, type Piece } from './letterhead-lines.ts'

const capacityLine = /^(?:TM|T\/M|KT|K\/T|TL|T\/L|TUQ|Q)\.\s*\p{Lu}/u
const titleLine =
  /^(?:PHÓ |Q\. ?)?(?:CHỦ TỊCH|GIÁM ĐỐC|BỘ TRƯỞNG|THỨ TRƯỞNG|CHÁNH |PHÓ CHÁNH |TRƯỞNG |THỦ TƯỚNG|BÍ THƯ|CỤC TRƯỞNG|VỤ TRƯỞNG|VIỆN TRƯỞNG|HIỆU TRƯỞNG|TỔNG )/u
const personName = /^\p{Lu}\p{Ll}*(?: \p{Lu}\p{Ll}*){1,5}$/u

/**
 * The signing block is the last one of the page in capitals that begins with words of signing or a leader's title; the
 * name stands below it, small letters after capitals, about the same middle.
 */
export function readSigner(page: readonly Piece[]): Pick<Letterhead, 'signerTitle' | 'signerName'> {
  const start = page.findLastIndex(({ text }, index) => {
    if (!isUpperCase(text)) return false
    if (capacityLine.test(text)) return !capacityLine.test(above(page, index)?.text ?? '')
    return titleLine.test(text) && !isUpperCase(above(page, index)?.text ?? '')
  })
  const first = page[start]
  if (!first) return {}
  const column = page.slice(start).filter(piece => sameColumn(piece, first) && !isRule(piece.text))
  const end = column.findIndex(({ text }) => !isUpperCase(text))
  const block = column.slice(0, end < 0 ? undefined : end)
  const title = block.at(-1)!
  const name = column.slice(block.length).find(({ text }) => personName.test(text))
  return {
    signerTitle: {
      value: title.text.replace(/^(?:Q|TM|KT|TL|TUQ)\.\s*/u, ''),
      lines: block.map(({ line }) => line),
    },
    ...(name ? { signerName: { value: name.text, lines: [name.line] } } : {}),
  }
}

const above = (page: readonly Piece[], index: number): Piece | undefined =>
  page.slice(0, index).findLast(piece => sameColumn(piece, page[index]!))

const sameColumn = (piece: Piece, other: Piece): boolean => Math.abs(piece.middle - other.middle) < 90
