import { addDays, type CalendarDate } from '#lib/calendar-date/index.ts'
import { formatDate, todayInVietnam, vietnamTime } from '#lib/vietnamese/index.ts'
import type { WorkingCalendar } from '#lib/working-calendar/index.ts'
import type { OpenWork } from '#modules/assignments/contract.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { type Hat, hatsOf, unitsLedBy } from '#platform/acts/hats.ts'
import { ladderRoles } from '../contract.ts'
import { calendarOf, openLateness } from '../lateness.ts'
import type { Waiting } from '../today-groups.ts'
import { incomingSubject } from './rows.ts'
import { arrivedDocuments, type DayRow, documentsWithWork, heldDocuments, unopenedDocuments } from './today-rows.ts'
import { ladderOf } from './urgent-ladder.ts'
import { waitingAct } from './waiting-act.ts'

/** More than this nobody does in a day; the lists show the rest. */
export const mostWaiting = 100

/**
 * What waits for the acting seat, and for those it stands in for, among incoming documents: to register, to propose or
 * direct, to do, to answer. Each begins with the act that it waits for.
 */
export async function incomingWaiting(context: ActContext): Promise<Waiting[]> {
  const hats = hatsOf(context.actor, 'incoming')
  const waiting = await Promise.all([
    toRegister(context, hats),
    toLookAt(context, hats),
    toDecide(context, hats),
    toDo(context, hats),
    toAnswer(context, hats),
  ])
  return waiting.flat()
}

async function toRegister(context: ActContext, hats: readonly Hat[]): Promise<Waiting[]> {
  const clerk = hats.find(hat => hat.role === 'clerk')
  if (!clerk) return []
  const calendar = await calendarOf(context)
  const rows = await arrivedDocuments(context, mostWaiting)
  return rows.map(row => {
    const last = lastDayToRegister(calendar, todayInVietnam(row.arrived_at))
    const isLate = context.today > last
    const dueOn = isLate ? last : context.today
    const detail = row.carrier === 'paper' ? 'văn bản giấy' : arrivedAt(context, row)
    return {
      ...facts(row),
      act: 'register',
      seatId: clerk.seatId,
      detail,
      dueOn,
      lateness: calendar.lateness(dueOn, context.today),
    }
  })
}

/** Urgent arrivals that nobody has opened, of which the ladder told this seat: whoever opens one takes it off all others. */
async function toLookAt(context: ActContext, hats: readonly Hat[]): Promise<Waiting[]> {
  // A clerk has them among what he is to register.
  const isTold = hats.some(hat => ladderRoles.some(role => role === hat.role))
  if (!isTold || hats.some(hat => hat.role === 'clerk')) return []
  const rows = await unopenedDocuments(context, mostWaiting)
  if (rows.length === 0) return []
  const [ladder, latenessOf] = await Promise.all([ladderOf(context), openLateness(context)])
  return rows.flatMap(row => {
    const told: readonly string[] = ladder.slice(0, row.told_rungs).flatMap(({ roles }) => roles)
    const hat = hats.find(one => told.includes(one.role))
    if (!hat) return []
    const detail = `chưa ai mở · ${arrivedAt(context, row)}`
    return {
      ...facts(row),
      // By itself, for what is only to be read may be marked so unseen, and this must be looked at.
      act: 'see-urgent',
      seatId: hat.seatId,
      detail,
      dueOn: row.due_on,
      lateness: latenessOf(row.due_on),
    }
  })
}

function arrivedAt({ today }: ActContext, row: DayRow): string {
  const on = todayInVietnam(row.arrived_at)
  return `đến lúc ${vietnamTime(row.arrived_at)}, ${on === today ? 'hôm nay' : formatDate(on)}`
}

/** Of an urgent document the minute of its arrival counts, whoever has it (NĐ 30/2020 Điều 23.1, 24.2). */
const whenUrgent = (context: ActContext, row: DayRow): string[] => (row.urgency > 0 ? [arrivedAt(context, row)] : [])

/** On the day of arrival, at the latest on the next working day (NĐ 30/2020 Điều 4.2c). */
function lastDayToRegister(calendar: WorkingCalendar, arrivedOn: CalendarDate): CalendarDate {
  // Beyond the years whose days off are announced nothing is counted.
  const isKnown = calendar.knows(arrivedOn) && calendar.knows(addDays(arrivedOn, 14))
  return isKnown ? calendar.nextWorkingDay(arrivedOn) : arrivedOn
}

async function toDecide(context: ActContext, hats: readonly Hat[]): Promise<Waiting[]> {
  const latenessOf = await openLateness(context)
  const seatIds = hats.map(hat => hat.seatId)
  const [rows, work] = await Promise.all([
    heldDocuments(context, seatIds, mostWaiting),
    context.ports.assignments.openOf(context, { seatIds, unitIds: [] }, mostWaiting),
  ])
  const urged = new Map(
    ofIncoming(work).flatMap(one =>
      one.role === 'direct' && one.urgedText ? [[one.subject.id, one.urgedText] as const] : [],
    ),
  )
  return rows.map(row => {
    const hat = hats.find(one => one.seatId === row.holder_seat_id)!
    const act = waitingAct([hat], { ...row, proposed: row.proposal !== null })!
    const detail = [act === 'confirm' ? `${row.proposal!.byName} đề xuất` : '', ...whenUrgent(context, row)]
      .filter(Boolean)
      .join(' · ')
    const urgedText = urged.get(row.id) ?? null
    const due = { dueOn: row.due_on, lateness: latenessOf(row.due_on) }
    return { ...facts(row), act, seatId: hat.seatId, detail, urgedText, ...due }
  })
}

async function toDo(context: ActContext, hats: readonly Hat[]): Promise<Waiting[]> {
  const work = await context.ports.assignments.openOf(
    context,
    { seatIds: hats.map(hat => hat.seatId), unitIds: unitsLedBy(hats) },
    mostWaiting,
  )
  const rows = await documentsWithWork(context, idsOf(work))
  const latenessOf = await openLateness(context)
  return ofIncoming(work).flatMap(one => {
    const row = rows.get(one.subject.id)
    // What is to be directed is shown as such, and what one gave on is with another now, unless one is urged oneself.
    const isGivenOn = row && one.role !== 'assist' && one.role !== 'inform' && !isWith(row, one)
    if (!row || (one.role === 'direct' && !isGivenOn) || (isGivenOn && !one.urgedText)) return []
    const hat = hats.find(each => each.seatId === one.toSeatId) ?? hats.find(each => each.unitId === one.toUnitId)!
    const act = isGivenOn
      ? 'urge'
      : one.role === 'inform'
        ? 'open'
        : one.role === 'lead' && one.toUnitId && !one.openedAt
          ? 'assign'
          : 'finish'
    return {
      ...facts(row),
      ...{ act, seatId: hat.seatId, assignmentId: one.id, urgedText: one.urgedText },
      detail: [`${one.onBehalfOfName ?? one.fromName}: ${one.text}`.slice(0, 200), ...whenUrgent(context, row)].join(
        ' · ',
      ),
      dueOn: one.dueOn,
      lateness: latenessOf(one.dueOn),
    }
  })
}

async function toAnswer(context: ActContext, hats: readonly Hat[]): Promise<Waiting[]> {
  const work = await context.ports.assignments.extensionsToAnswer(
    context,
    hats.map(hat => hat.seatId),
    mostWaiting,
  )
  const rows = await documentsWithWork(context, idsOf(work))
  const latenessOf = await openLateness(context)
  return ofIncoming(work).flatMap(one => {
    const row = rows.get(one.subject.id)
    if (!row || !one.extension) return []
    // Of what nobody decided, or one who has left, the seat itself answers.
    const hat = hats.find(each => each.seatId === (one.onBehalfOfSeatId ?? one.fromSeatId)) ?? hats[0]!
    const detail = `${one.extension.askedBy} xin đến ${formatDate(one.extension.askedDueOn)}: ${one.extension.reason}`
    return {
      ...facts(row),
      ...{ act: 'answer-extension', seatId: hat.seatId, assignmentId: one.id },
      ...{ detail: detail.slice(0, 200), dueOn: one.dueOn, lateness: latenessOf(one.dueOn) },
    }
  })
}

const ofIncoming = (work: readonly OpenWork[]) =>
  work.filter(({ subject }) => subject.type === incomingSubject('').type)
const idsOf = (work: readonly OpenWork[]) => [...new Set(ofIncoming(work).map(one => one.subject.id))]

const isWith = (row: DayRow, one: OpenWork): boolean =>
  one.toSeatId ? row.holder_seat_id === one.toSeatId : row.holder_unit_id === one.toUnitId

const facts = (row: DayRow) => ({
  direction: 'incoming' as const,
  documentId: row.id,
  assignmentId: null,
  subject: row.subject,
  notation: row.notation,
  issuerName: row.issuer_name,
  urgency: row.urgency,
  handleBy: row.handle_by?.toISOString() ?? null,
  arrivedAt: row.arrived_at.toISOString(),
  unread: row.unread,
  urgedText: null,
})
