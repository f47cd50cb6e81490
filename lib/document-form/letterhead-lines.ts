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
  /(?<=\/\S{1,40})\s(?=\p{Lu}[^,;:]{1,60},\s*ngày\s+[\d.…]*\s*tháng)/u,
  /\s{3,}|\t/u,
]

// Nothing in a letterhead is longer; a stranger's file may hold a line of a million letters.
const longestLine = 500

/** The pieces of a page in reading order: row by row, from left to right. */
export const piecesOf = (lines: readonly TextLine[], page: number): readonly Piece[] =>
  rowsOf(lines.filter(line => (line.page ?? 1) === page)).flatMap(row => row.flatMap(piecesOfLine))

/** Lines whose tops differ by less than half a line stand in one row. */
function rowsOf(lines: readonly TextLine[]): readonly (readonly TextLine[])[] {
  const rows: TextLine[][] = []
  for (const line of lines.toSorted((one, other) => one.y - other.y)) {
    const row = rows.at(-1)
    if (row && line.y - row[0]!.y < line.height / 2) row.push(line)
    else rows.push([line])
  }
  return rows.map(row => row.sort((one, other) => one.x - other.x))
}

function piecesOfLine(line: TextLine): readonly Piece[] {
  const whole = line.text.slice(0, longestLine).normalize('NFC').replace(/Ð/g, 'Đ')
  const texts = cuts.reduce<readonly string[]>((parts, cut) => parts.flatMap(part => part.split(cut)), [whole])
  let at = 0
  return texts.flatMap(text => {
    const from = whole.indexOf(text, at)
    at = from + text.length
    const middle = line.x + (line.width * (from + at)) / 2 / Math.max(1, whole.length)
    const tidy = text.replace(/\s+/g, ' ').trim()
    return tidy ? [{ text: tidy, line, middle }] : []
  })
}

/** No small letter, and letters there are. */
export const isUpperCase = (text: string): boolean => /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text)

/** A rule drawn with characters, as under names and abstracts. */
export const isRule = (text: string): boolean => /^[\s_\-–—=*.~]+$/u.test(text)
