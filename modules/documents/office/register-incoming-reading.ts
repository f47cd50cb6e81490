import { findDeadlines, type Letterhead, readInvitation, readLetterhead } from '#lib/document-form/index.ts'
import { fold } from '#lib/vietnamese/index.ts'
import type { FirstPage, PlacedLine } from './document-pane-text.tsx'
import {
  type Place,
  type PlaceName,
  type ReadDeadline,
  type ReadField,
  type ReadValues,
  readFields,
} from './register-incoming-proposals.ts'

/**
 * What page 1 says, as proposals with their places. The signer stands on the last page: of a document of several pages
 * he is not guessed from the first.
 */
export function readFirstPage(page: FirstPage, pages: number | null): ReadValues {
  const head: Letterhead = readLetterhead(page.lines)
  const meeting = head.typeCode?.value === 'giay-moi' ? readInvitation(page.lines) : {}
  const found: Partial<Record<ReadField, { value: string; lines: readonly PlacedLine[] } | undefined>> = {
    notation: head.notation && { ...head.notation, value: head.notation.value.written },
    issuedOn: head.issuedOn,
    issuer: head.issuerName,
    typeCode: head.typeCode,
    subject: head.subject,
    signerName: pages === 1 ? head.signerName : undefined,
    urgency: head.urgency && { ...head.urgency, value: saysHour(head.urgency) ? 'hour' : String(head.urgency.value) },
    meetingOn: meeting.day,
    meetingTime: meeting.time,
    meetingPlace: meeting.place,
    meetingChair: meeting.chair,
    meetingInvited: meeting.invited,
  }
  const values: ReadValues = {}
  let number = 0
  for (const field of readFields) {
    const read = found[field]
    if (!read) continue
    number += 1
    const place = placeOf(read.lines)
    values[field] = { number, value: read.value, place, where: nameOfPlace(place, page) }
  }
  return values
}

/** The first deadline on page 1 that lies after the document's own day and is not over. */
export function readDeadline(
  page: FirstPage,
  { issuedOn, today }: { readonly issuedOn: string; readonly today: string },
  number: number,
): ReadDeadline | undefined {
  // Lines are put together by single characters, so that an index in the text finds its line again.
  const starts: number[] = []
  let text = ''
  for (const line of page.lines) {
    starts.push(text.length)
    text += `${line.text} `
  }
  const found = findDeadlines(text).find(({ on, before }) => on > issuedOn && (before ? on > today : on >= today))
  if (!found) return undefined
  const end = found.index + found.text.length
  const lines = page.lines.filter((line, at) => starts[at]! < end && starts[at]! + line.text.length > found.index)
  return { number, on: found.on, before: found.before, words: found.text, place: placeOf(lines) }
}

function placeOf(lines: readonly PlacedLine[]): Place {
  const x = Math.min(...lines.map(line => line.x))
  const y = Math.min(...lines.map(line => line.y))
  const right = Math.max(...lines.map(line => line.x + line.width))
  const bottom = Math.max(...lines.map(line => line.y + line.height))
  return { x, y, width: right - x, height: bottom - y }
}

function nameOfPlace(place: Place, page: FirstPage): PlaceName {
  const middle = (place.x + place.width / 2) / page.width
  const height = place.y / page.height
  if (height > 0.66) return 'bottom'
  if (height > 0.33) return 'middle'
  if (middle < 0.42) return 'top-left'
  return middle > 0.58 ? 'top-right' : 'top-middle'
}

/** HỎA TỐC HẸN GIỜ, letters apart or not: it bears an hour, which the clerk enters. */
const saysHour = ({ lines }: { readonly lines: readonly { readonly text: string }[] }): boolean =>
  lines.some(({ text }) => /hengio/.test(fold(text).replace(/[^\p{L}]/gu, '')))
