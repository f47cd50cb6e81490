import type { SeatRole } from '#lib/roles/index.ts'
import { todayInVietnam } from '#lib/vietnamese/index.ts'
import type { Assignment } from '#modules/assignments/contract.ts'
import type { ActContext } from '#platform/acts/context.ts'
import type { Opinion } from '#platform/workshop/tasks/forms.ts'
import type { IncomingCase } from '../incoming/case.ts'

/** In which of the sheet's three parts somebody's words stand. */
type Part = 'leaders' | 'units' | 'handlers'
export type Said = { readonly part: Part; readonly at: Date; readonly opinion: Opinion }

/** All that was decided, said and proposed about a document, the oldest first, each with its part of the sheet. */
export async function saidAbout(context: ActContext, { document, work }: IncomingCase): Promise<readonly Said[]> {
  const comments = await commentsOn(context, document.id)
  const kept = await keptOn(context, document.id)
  const standing = work.filter(one => one.state !== 'withdrawn' && one.state !== 'replaced')
  const seats = await seatsOf(context, [
    ...standing.flatMap(one => [one.fromSeatId, one.onBehalfOfSeatId]),
    ...comments.map(one => one.seat_id),
    ...kept.flatMap(one => [one.seat_id, one.decidedBy]),
  ])
  const directions = Map.groupBy(standing, one => `${one.fromSeatId} ${one.onBehalfOfSeatId} ${one.createdAt}`)
  const said = [
    ...[...directions.values()].map(given => direction(given, seats)),
    ...comments.map(one => comment(one, seats)),
    ...kept.map(one => keeping(one, seats)),
    ...(await proposalsOn(context, document.id)),
  ]
  return said.sort((left, right) => left.at.getTime() - right.at.getTime())
}

type Seat = { readonly role: SeatRole; readonly named: string }

async function seatsOf(context: ActContext, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, Seat>> {
  const seats = await context.ports.agencies.findSeats(
    context,
    ids.filter(id => id !== null),
  )
  return new Map(seats.map(({ id, role, title, fullName }) => [id, { role, named: `${title} ${fullName}` }]))
}

const partOf = (role: SeatRole | undefined): Part =>
  role === 'leader'
    ? 'leaders'
    : role === 'office-head' || role === 'unit-head' || role === 'village-head'
      ? 'units'
      : 'handlers'

/** What was given at one stroke is one opinion: who leads, who assists, who is informed, until when. */
function direction(given: readonly Assignment[], seats: ReadonlyMap<string, Seat>): Said {
  const first = given[0]!
  const giver = seats.get(first.fromSeatId)
  const decider = first.onBehalfOfSeatId === null ? giver : seats.get(first.onBehalfOfSeatId)
  const named = (...roles: Assignment['role'][]) =>
    given
      .filter(one => roles.includes(one.role))
      .map(one => (one.state === 'returned' ? `${one.toName} (đã trả về)` : one.toName))
  const leads = [...named('lead'), ...named('direct').map(name => `${name} (chỉ đạo tiếp)`)]
  return {
    part: partOf(decider?.role),
    at: new Date(first.createdAt),
    opinion: {
      by: decider?.named ?? first.onBehalfOfName ?? first.fromName,
      ...(first.onBehalfOfSeatId === null
        ? {}
        : { enteredBy: `${giver?.named ?? first.fromName} ${howEntered(first.enteredAs)}` }),
      on: todayInVietnam(new Date(first.createdAt)),
      text: wordsOf(given),
      ...(leads.length > 0 ? { lead: leads.join('; ') } : {}),
      assist: named('assist'),
      inform: named('inform'),
      deadlines: given.flatMap(one => (one.dueOn === null ? [] : [{ who: one.toName, until: one.dueOn }])),
    },
  }
}

const howEntered = (enteredAs: string): string => (enteredAs === 'delegation' ? 'xử lý thay' : 'nhập thay')

/** The words to all once, and those to one party alone with its name. */
function wordsOf(given: readonly Assignment[]): string {
  const [first, ...others] = new Set(given.map(one => one.text).filter(Boolean))
  if (first === undefined) return ''
  const own = others.map(
    text =>
      `${given
        .filter(one => one.text === text)
        .map(one => one.toName)
        .join(', ')}: ${text}`,
  )
  return [first, ...own].join('\n')
}

type Kept = Awaited<ReturnType<typeof keptOn>>[number]
/** What was decided to need no work; where others were let know of it, the words stand with what was given to them. */
async function keptOn({ tx, agency }: ActContext, documentId: string) {
  const rows = await tx
    .selectFrom('document_history')
    .select(['at', 'seat_id', 'text', 'detail'])
    .where('agency_id', '=', agency)
    .where('document_id', '=', documentId)
    .where('act', '=', 'finish-without-work')
    .orderBy('position')
    .execute()
  return rows.flatMap(({ detail, ...row }) => {
    const said = detail as { decidedBy: string; enteredAs: string; targets: readonly unknown[] }
    return said.targets.length > 0 ? [] : [{ ...row, decidedBy: said.decidedBy, enteredAs: said.enteredAs }]
  })
}

function keeping({ at, seat_id, text, decidedBy, enteredAs }: Kept, seats: ReadonlyMap<string, Seat>): Said {
  const [decider, typist] = [seats.get(decidedBy), seats.get(seat_id ?? '')]
  return {
    part: partOf(decider?.role),
    at,
    opinion: {
      by: decider?.named ?? '',
      ...(seat_id === decidedBy ? {} : { enteredBy: `${typist?.named ?? ''} ${howEntered(enteredAs)}` }),
      on: todayInVietnam(at),
      text: text ?? '',
    },
  }
}

type CommentRow = Awaited<ReturnType<typeof commentsOn>>[number]
const commentsOn = ({ tx, agency }: ActContext, documentId: string) =>
  tx
    .selectFrom('document_comments')
    .select(['seat_id', 'at', 'text'])
    .where('agency_id', '=', agency)
    .where('document_id', '=', documentId)
    .execute()

function comment({ seat_id, at, text }: CommentRow, seats: ReadonlyMap<string, Seat>): Said {
  const seat = seats.get(seat_id)
  return { part: partOf(seat?.role), at, opinion: { by: seat?.named ?? '', on: todayInVietnam(at), text } }
}

type ProposedPart = { readonly name: string; readonly role: Assignment['role']; readonly dueOn?: string | null }

/** What the office head proposed; it stands in the history also after the leader decided. */
async function proposalsOn({ tx, agency }: ActContext, documentId: string): Promise<Said[]> {
  const rows = await tx
    .selectFrom('document_history')
    .select(['at', 'actor_name', 'actor_title', 'text', 'detail'])
    .where('agency_id', '=', agency)
    .where('document_id', '=', documentId)
    .where('act', '=', 'propose')
    .orderBy('position')
    .execute()
  return rows.map(({ at, actor_name, actor_title, text, detail }) => {
    const { targets = [] } = detail as { targets?: readonly ProposedPart[] }
    const named = (role: Assignment['role']) => targets.filter(one => one.role === role).map(one => one.name)
    const leads = [...named('lead'), ...named('direct')]
    return {
      part: 'handlers',
      at,
      opinion: {
        by: `${actor_title} ${actor_name}`,
        on: todayInVietnam(at),
        text: text ?? '',
        ...(leads.length > 0 ? { lead: leads.join('; ') } : {}),
        assist: named('assist'),
        inform: named('inform'),
        deadlines: targets.flatMap(one => (one.dueOn ? [{ who: one.name, until: one.dueOn }] : [])),
      },
    }
  })
}
