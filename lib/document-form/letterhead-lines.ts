/** A line of text as a PDF reader gives it: places in points from the top left of its page, pages from 1. */
export type TextLine = {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** Page 1 when it is not said. */
  readonly page?: number
}

/** A piece of a line that belongs to one column, with the line it was cut from. */
export type Piece = {
  readonly text: string
  readonly line: TextLine
  /** Where its middle lies, estimated for a cut line. */
  readonly middle: number
}

// What stands in the right column of the head, and the words of signing right of 'Nơi nhận': readers often join such a
// pair of columns into one line.
const cuts = [
  /(?<!^)(?=CỘNG\s+H[ÒO][ÀA]\s+XÃ\s+HỘI)/iu,
  /(?<!^)(?=ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM)/iu,
  /(?<!^)(?=Độc\s+lập\s*[-–]\s*Tự\s+do)/iu,
  /(?<!^)\s(?=(?:TM|T\/M|KT|K\/T|TL|T\/L|TUQ|Q)\.\s*\p{Lu}{2})/u,
  /(?<!^)\s(?=[\p{Lu}][^,;:]{1,60},\s*ngày\s+[\d.…]*\s*tháng)/u,
  /\s{3,}|\t/u,
]

/** The pieces of a page in reading order. */
export function piecesOf(lines: readonly TextLine[], page: number): readonly Piece[] {
  return lines
    .filter(line => (line.page ?? 1) === page)
    .map(line => ({ ...line, text: line.text.normalize('NFC').replace(/Ð/g, 'Đ') }))
    .sort((one, other) => (Math.abs(one.y - other.y) > one.height / 2 ? one.y - other.y : one.x - other.x))
    .flatMap(piecesOfLine)
}

function piecesOfLine(line: TextLine): readonly Piece[] {
  const texts = cuts.reduce<readonly string[]>((parts, cut) => parts.flatMap(part => part.split(cut)), [line.text])
  let at = 0
  return texts.flatMap(text => {
    const from = line.text.indexOf(text, at)
    at = from + text.length
    const middle = line.x + (line.width * (from + at)) / 2 / Math.max(1, line.text.length)
    const tidy = text.replace(/\s+/g, ' ').trim()
    return tidy ? [{ text: tidy, line, middle }] : []
  })
}

/** No small letter, and letters there are. */
export const isUpperCase = (text: string): boolean => /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text)

/** A rule drawn with characters, as under names and abstracts. */
export const isRule = (text: string): boolean => /^[\s_\-–—=*.~]+$/u.test(text)
