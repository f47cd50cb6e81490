import { type CalendarDate, calendarDateOf } from '#lib/calendar-date/index.ts'
import type { Proposal } from './letterhead.ts'
import { type Piece, piecesOf, type TextLine } from './letterhead-lines.ts'

/** What an invitation says of the meeting, each with the lines it was read from; what cannot be read is absent. */
export type Invitation = {
  readonly day?: Proposal<CalendarDate>
  /** '14:00'. */
  readonly time?: Proposal<string>
  readonly place?: Proposal<string>
  readonly chair?: Proposal<string>
  /** Who is invited, several parted by '; '. */
  readonly invited?: Proposal<string>
}

/** A piece of text that belongs together: what stands under one word, or one sentence of the body. */
type Passage = { readonly text: string; readonly lines: readonly TextLine[] }
type Label = 'time' | 'place' | 'chair' | 'invited'

const bullet = /^(?:[-–—+*•]|\d{1,2}[.)](?=\s|\p{L})|\p{L}[.)](?=\s)|[IVX]{1,5}\.)\s*/u
// Behind each word may stand what it is of: 'Thành phần tham dự', 'Địa điểm họp'.
const labels: readonly (readonly [Label, RegExp])[] = [
  ['time', /^(?:thời gian)(?:[^:.\d]{0,40})?\s*[:;]?\s*/iu],
  ['place', /^(?:địa điểm|nơi họp)(?:[^:.]{0,30})?\s*:\s*/iu],
  ['chair', /^(?:người\s+|đồng chí\s+)?(?:chủ trì|chủ tọa|chủ toạ)(?:[^:.]{0,30})?\s*:\s*/iu],
  ['invited', /^(?:thành phần|đại biểu|khách mời|(?:trân trọng\s+)?kính mời)(?:[^:.]{0,50})?\s*:\s*/iu],
]
/** What goes on after the facts of a meeting: whoever is invited ends before it. */
const otherMatter =
  /^(?:nội dung|chương trình|yêu cầu|đề nghị|kính đề nghị|rất mong|rất hân hạnh|trân trọng(?! kính mời)|lưu ý|ghi chú|nơi nhận|tài liệu|tới dự|đến dự|về dự|để (?:cuộc|hội|buổi)|giấy mời này|phân công|vào (?:lúc|hồi)|lúc \d|hồi \d|trang phục|thời gian|địa điểm|chủ trì)/iu

/**
 * Reads the time, the place, the chair and the invited from the text of an invitation (giấy mời): from the lines that name
 * them ("Thời gian:", "Địa điểm:", "Chủ trì:", "Thành phần:"), else from the sentence of the body that does. They are
 * proposals for the clerk, never facts; a day without its year is not guessed.
 *
 * @example readInvitation(lines).time   // { value: '14:00', lines: [the line of 'Thời gian: 14 giờ 00, ngày 25/11/2026'] }
 */
export function readInvitation(lines: readonly TextLine[]): Invitation {
  const pieces = piecesOf(lines, 1)
    .filter(({ text }) => !dateOfDocument.test(text))
    .flatMap(partsOf)
  const body = sentencesOf(pieces)
  const when = passageOf(pieces, 'time') ?? body.find(({ text }) => whenOpening.test(text))
  const read: { [Field in keyof Invitation]: Invitation[Field] | undefined } = {
    day: valueIn(when, dayIn),
    time: valueIn(when, timeIn),
    place: valueIn(passageOf(pieces, 'place'), placeNamed) ?? valueIn(when, placeAfterTime),
    chair: valueIn(passageOf(pieces, 'chair'), chairNamed) ?? first(body, chairInSentence),
    invited: invitedIn(pieces),
  }
  return Object.fromEntries(Object.entries(read).filter(([, proposal]) => proposal !== undefined))
}

function valueIn<Value>(
  passage: Passage | undefined,
  read: (text: string) => Value | undefined,
): Proposal<Value> | undefined {
  const value = passage && read(passage.text)
  return passage && value !== undefined ? { value, lines: passage.lines } : undefined
}

function first<Value>(
  passages: readonly Passage[],
  read: (text: string) => Value | undefined,
): Proposal<Value> | undefined {
  for (const passage of passages) {
    const found = valueIn(passage, read)
    if (found) return found
  }
  return undefined
}

const labelOf = (text: string): Label | undefined => {
  const bare = text.replace(bullet, '')
  return labels.find(([, form]) => form.test(bare))?.[0]
}

/** Often all stands in one paragraph: 'Thời gian: … Địa điểm: … Chủ trì: …'. */
const within =
  /(?<=(?:\p{L}\p{L}|\d{2}|\))[.;])\s+(?=(?:thời gian|địa điểm|chủ trì|chủ tọa|thành phần|nội dung|đề nghị|kính đề nghị)[\s:])/iu
const partsOf = (piece: Piece): Piece[] => piece.text.split(within).map(text => ({ ...piece, text }))

/** Place and date at the head: the day of the document, never of the meeting. */
const dateOfDocument = /^\p{Lu}[^,;:\d]{1,60},\s*ngày\s+[\d.…]{0,6}\s*tháng\s/u

/** How many lines one fact runs over at most. */
const longestPassage = 4

/** What stands behind a word, with the lines on which its sentence goes on. */
function passageOf(pieces: readonly Piece[], label: Label): Passage | undefined {
  const at = pieces.findIndex(({ text }) => labelOf(text) === label)
  if (at < 0) return undefined
  const form = labels.find(([one]) => one === label)![1]
  const start = pieces[at]!
  const passage = { text: start.text.replace(bullet, '').replace(form, ''), lines: [start.line] }
  for (const piece of pieces.slice(at + 1, at + longestPassage)) {
    // A word alone in its line has what it names below, as an item or not.
    const isEmpty = passage.text === ''
    if (!isEmpty && (/[.;]$/u.test(passage.text) || startsAnew(piece.text))) break
    if (labelOf(piece.text) || farBelow(piece, passage.lines)) break
    passage.text = `${passage.text} ${isEmpty ? piece.text.replace(bullet, '') : piece.text}`.trim()
    passage.lines.push(piece.line)
  }
  return passage.text ? passage : undefined
}

const startsAnew = (text: string): boolean => bullet.test(text) || otherMatter.test(text)

/** An empty line or more lies between: another paragraph. */
const farBelow = ({ line }: Piece, above: readonly TextLine[]): boolean =>
  line.y - above.at(-1)!.y > 3 * Math.max(line.height, above.at(-1)!.height)

/** The body as sentences, each over at most some lines. */
function sentencesOf(pieces: readonly Piece[]): Passage[] {
  const passages: { text: string; lines: TextLine[] }[] = []
  for (const { text, line } of pieces) {
    const last = passages.at(-1)
    const goesOn = last && !/[.;:]$/u.test(last.text) && !startsAnew(text) && last.lines.length < 6
    if (goesOn) {
      last.text += ` ${text}`
      last.lines.push(line)
    } else passages.push({ text: text.replace(bullet, ''), lines: [line] })
  }
  return passages
}

// Every repetition is bounded: the text is a stranger's.
const clock =
  /(?<![\d/])(?<hour>[01]?\d|2[0-4])\s{0,3}(?:(?:giờ|h|g)(?!\p{L})\s{0,3}(?:(?<minute>[0-5]?\d)(?!\s{0,2}[/.-]\s{0,2}\d)(?:\s{0,3}(?:phút|ph|['’′]))?|(?<half>rưỡi))?|:(?<colon>[0-5]\d))/iu
const whenOpening =
  /(?:vào\s{1,3}(?:lúc|hồi)|\b(?:lúc|hồi)|bắt đầu(?:\s{1,3}(?:từ|lúc|vào))?)\s{1,3}\d{1,2}\s{0,3}(?:giờ|h|g|:)/iu

/** The hour at which it begins: the first that is named. */
function timeIn(text: string): string | undefined {
  const found = clock.exec(text)
  if (!found?.groups) return undefined
  const { hour, minute, half, colon } = found.groups
  const after = text.slice(found.index + found[0].length, found.index + found[0].length + 12)
  const before = text.slice(Math.max(0, found.index - 40), found.index)
  const late = /^\s*(?:chiều|tối)/iu.test(after) || /(?:chiều|tối)[^.;]{0,32}$/iu.test(before)
  const hours = Number(hour) < 12 && late ? Number(hour) + 12 : Number(hour)
  if (hours > 23) return undefined
  return `${String(hours).padStart(2, '0')}:${(half ? '30' : (minute ?? colon ?? '0')).padStart(2, '0')}`
}

const inNumbers =
  /(?<!\d)(?<day>\d{1,2})(?:\s{0,3}(?:[-–,]|và|đến)\s{0,3}\d{1,2}){0,3}\s{0,2}[/.-]\s{0,2}(?<month>\d{1,2})\s{0,2}[/.-]\s{0,2}(?<year>\d{4})(?!\d)/u
const inWords =
  /(?<!\d)(?<day>\d{1,2})(?:\s{0,3}(?:[-–,]|và|đến)\s{0,3}\d{1,2}){0,3}\s{1,5}tháng\s{1,5}(?<month>\d{1,2})\s{0,3}(?:,\s{0,3})?năm\s{1,5}(?<year>\d{4})(?!\d)/iu

/** The first of its days that is named whole. */
function dayIn(text: string): CalendarDate | undefined {
  const found = [inNumbers.exec(text), inWords.exec(text)]
    .filter(match => match !== null)
    .sort((one, other) => one.index - other.index)
  for (const { groups } of found) {
    const day = calendarDateOf(Number(groups!.year), Number(groups!.month), Number(groups!.day))
    if (day) return day
  }
  return undefined
}

const longest = { place: 200, chair: 100, invited: 1000 } as const

const placeNamed = (text: string): string | undefined => tidy(text.replace(/^tại\s+/iu, ''), longest.place)

/** "…, ngày 25/11/2026, tại Hội trường UBND xã." */
const placeAfterTime = (text: string): string | undefined => {
  const found = /(?:\d{4}\)?|\))\s{0,3}[,;.]?\s{0,3}tại\s{1,3}(?<place>[^.;]{3,250})/iu.exec(text)
  return found ? tidy(found.groups!.place!, longest.place) : undefined
}

const chairNamed = (text: string): string | undefined => tidy(text, longest.chair)

/** "…do đồng chí Nguyễn Văn An, Chủ tịch UBND xã chủ trì", "dưới sự chủ trì của …". */
const chairInSentence = (text: string): string | undefined => {
  const by =
    /(?:^|[\s,])do\s{1,3}(?<name>(?:(?:đồng chí|ông|bà)\s{1,3})?\p{Lu}[^.;:]{2,110}?)\s{1,3}(?:làm\s{1,3})?chủ trì/u
  const under = /dưới sự chủ trì của\s{1,3}(?<name>[^.;:]{3,110}?)(?=[.;]|,?\s{1,3}(?:vào|tại|để|về)\s|$)/iu
  const found = by.exec(text) ?? under.exec(text)
  return found ? tidy(found.groups!.name!, longest.chair) : undefined
}

/** Whoever is named behind the word or, where it stands alone, in the lines below it. */
function invitedIn(pieces: readonly Piece[]): Proposal<string> | undefined {
  const at = pieces.findIndex(({ text }) => opensInvited(text))
  if (at < 0) return undefined
  const items: string[] = [afterInvited(pieces[at]!.text)]
  const lines = [pieces[at]!.line]
  for (const piece of pieces.slice(at + 1, at + 20)) {
    const bare = piece.text.replace(bullet, '')
    const label = labelOf(piece.text)
    if ((label && label !== 'invited') || otherMatter.test(bare) || opensInvited(piece.text)) break
    // A line that begins without a sign goes on with the one above.
    const isNew = bullet.test(piece.text) || items.at(-1) === '' || /[;.]$/u.test(items.at(-1)!)
    if (isNew) items.push(bare)
    else items[items.length - 1] += ` ${bare}`
    lines.push(piece.line)
  }
  const value = tidy(
    items
      .map(item => item.replace(/[\s;.,]+$/u, ''))
      .filter(Boolean)
      .join('; '),
    longest.invited,
  )
  return value ? { value, lines } : undefined
}

/** Not 'kính mời đại biểu tham dự:', behind which stands the meeting. */
const kindlyInvites = /(?:trân trọng|kính)\s+(?:kính\s+)?mời(?:[^:.]{0,20})?(?<!dự\s{0,3}):\s*(?<who>.*)$/iu
const opensInvited = (text: string): boolean => labelOf(text) === 'invited' || kindlyInvites.test(text)

function afterInvited(text: string): string {
  const invites = kindlyInvites.exec(text)
  return invites
    ? invites.groups!.who!
    : text.replace(bullet, '').replace(labels.find(([one]) => one === 'invited')![1], '')
}

/** Without the stops at its end; what is too long for its field ends at the last comma that fits. */
function tidy(text: string, limit: number): string | undefined {
  const whole = text.replace(/\s+/g, ' ').replace(/^[\s:,-]+|[\s.;,:]+$/gu, '')
  if (whole.length <= limit) return whole || undefined
  const fitting = /^(.*)[,;]/u.exec(whole.slice(0, limit))?.[1]
  return fitting?.trim() || undefined
}
