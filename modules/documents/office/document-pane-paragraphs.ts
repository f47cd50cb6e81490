/** A place in the text that something was read from: `text` as `findDeadlines` gives it, from `index` on. */
export type TextSource = { readonly number: number; readonly index: number; readonly text: string }
export type Piece = { readonly text: string; readonly source?: number }
export type Paragraph = {
  readonly index: number
  readonly pieces: readonly Piece[]
  /** Stands above the text: who, to whom, when and about what, which every reader shows beside it too. */
  readonly isHead: boolean
}

const startsAnew =
  /^\s*(?:[-–+•*]\s|\d{1,2}[.)]\s|\d{1,2}\.\d|[a-zđ][.)]\s|[IVXL]{1,5}\.\s|Điều \d|Phần |Chương |Mục |Kính gửi|Nơi nhận|Căn cứ|Số\s*:)/u
const endsSentence = /[.:;!?…]["”»)]?\s*$/u
/** A line that fills the page goes on in the next; a short one ended by itself. */
const fullLine = 45

const addressed = /^\s*Kính gửi/u
/** Words with which a letter begins after those to whom it goes, who are seldom ended by a full stop. */
const opening =
  /^\s*(?:Thực hiện|Thi hành|Căn cứ|Theo|Để|Nhằm|Ngày|Tiếp|Trên cơ sở|Trong|Sau khi|Qua|Hiện|Vừa qua|Xét|Phúc đáp|Triển khai)\s/u
/** After these words a name goes on in the next line. */
const goesOnAfter =
  /[;,]$|(?:^|\s)(?:ban|bộ|sở|phòng|cục|hội|đoàn|ông|bà|các|và|xã|phường|khu|phố|huyện|tỉnh|thôn|dân)$/iu

/**
 * The text of a PDF, which comes line by line as the pages break it, as paragraphs that a screen breaks anew. Every
 * character keeps its place, so that what was read at an index can be marked.
 */
export function paragraphsOf(bodyText: string, sources: readonly TextSource[] = []): Paragraph[] {
  const text = bodyText.normalize('NFC')
  const paragraphs: { index: number; text: string }[] = []
  let index = 0
  let before = ''
  for (const line of text.split('\n')) {
    const last = paragraphs.at(-1)
    if (line.trim() === '') before = ''
    else {
      if (last && goesOn(before, line, last.text)) last.text = text.slice(last.index, index + line.length)
      else paragraphs.push({ index, text: line })
      before = line
    }
    index += line.length + 1
  }
  const headEnd = endOfHead(paragraphs)
  return paragraphs.map(paragraph => ({
    index: paragraph.index,
    pieces: piecesOf(paragraph, sources),
    isHead: paragraph.index < headEnd,
  }))
}

/** Only a letter says where its text begins; of other documents the whole is text. */
function endOfHead(paragraphs: readonly { index: number; text: string }[]): number {
  const mostLines = 14
  return paragraphs.slice(0, mostLines).find(({ text }) => addressed.test(text))?.index ?? 0
}

function goesOn(before: string, line: string, paragraph: string): boolean {
  if (before.trim().length < fullLine || endsSentence.test(before) || startsAnew.test(line)) return false
  if (addressed.test(paragraph)) {
    if (opening.test(line)) return false
    if (/^\s*\p{Lu}/u.test(line) && !goesOnAfter.test(before.trim())) return false
  }
  return isCapitals(before) === isCapitals(line)
}

function piecesOf({ index, text }: { index: number; text: string }, sources: readonly TextSource[]): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const source of sources.toSorted((one, other) => one.index - other.index)) {
    const start = source.index - index
    const length = writtenLength(text, start, source.text)
    if (start < at || length === undefined) continue
    if (start > at) pieces.push({ text: asLine(text.slice(at, start)) })
    pieces.push({ text: asLine(text.slice(start, start + length)), source: source.number })
    at = start + length
  }
  if (at < text.length) pieces.push({ text: asLine(text.slice(at)) })
  return pieces
}

/** How long the words are in the text, where several blanks or a line's end may stand for one blank. */
function writtenLength(text: string, start: number, words: string): number | undefined {
  if (start < 0 || start >= text.length) return undefined
  let at = start
  for (const character of words) {
    if (character === ' ') {
      if (!/\s/u.test(text[at] ?? '')) return undefined
      while (/\s/u.test(text[at] ?? '')) at += 1
    } else if (text.startsWith(character, at)) at += character.length
    else return undefined
  }
  return at - start
}

const asLine = (text: string): string => text.replace(/\s+/gu, ' ')
const isCapitals = (text: string): boolean => /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text)
