import type { CalendarDate } from '#lib/calendar-date/index.ts'
import { asksForWork } from './asks-for-work.ts'
import type { Office } from './directory.ts'
import type { Random } from './random.ts'
import type { ReceiptOutcome, Telling } from './receipts.ts'
import type { Storyline } from './storyline.ts'
import type { SubjectRow } from './tables.ts'
import type { IncomingStep, PlannedContent, PlannedSeat, PlannedTarget, PlannedUnit } from './types.ts'

/** What the ways of a direction share: the story that is told, the office, who decides, and by when. */
export type Directing = {
  readonly telling: Telling
  readonly story: Storyline<IncomingStep>
  readonly office: Office
  readonly row: SubjectRow
  readonly content: PlannedContent
  readonly outcome: ReceiptOutcome
  readonly route: 'leader' | 'office-head' | 'unit'
  readonly routeUnitId: string | null
  readonly leader: PlannedSeat
  readonly arrivedOn: CalendarDate
  readonly name: string
  readonly gap: (shortest: number, longest: number) => number
  readonly phrase: (kind: string) => string
  /** One unit only, nobody to assist. */
  readonly alone: boolean
  /** Asked when the steps are made: the story's pace may have moved it. */
  readonly due: () => CalendarDate | null
}

export type Targets = {
  readonly id: (unit: PlannedUnit) => string
  /** The assignment of the unit that assists, if one does. */
  readonly assistId: string | null
  readonly list: (on: CalendarDate) => PlannedTarget[]
}

/** Who leads, who assists, who is told, each with a deadline (Phiếu giải quyết văn bản đến). */
export function targetsFor(directing: Directing, lead: PlannedUnit, random: Random): Targets {
  const { office, content, name, telling, due, alone, leader } = directing
  const id = (part: string) => telling.identify(`${name}/${office.agency.key}/target/${part}`, '2025-06-30T17:00:00Z')
  const rooms = office.rooms.filter(unit => unit.id !== lead.id)
  const assisting = !alone && asksForWork(content) && rooms.length > 0 && random.chance(0.4) ? [random.pick(rooms)] : []
  const told = content.urgency >= 2 || random.chance(0.25) ? [...office.villageHeads] : []
  // The clerk follows up what has a deadline; of what a deputy directs the chairman is told.
  if (office.whole && random.chance(0.15)) told.push(office.clerks[0]!)
  if (office.whole && leader !== office.head && random.chance(0.5)) told.push(office.head)
  return {
    id: unit => id(unit.key),
    assistId: assisting[0] ? id(assisting[0].key) : null,
    list: on => [
      { id: id(lead.key), role: 'lead', seatId: null, unitId: lead.id, dueOn: due() },
      ...assisting.map(unit => ({
        id: id(unit.key),
        role: 'assist' as const,
        seatId: null,
        unitId: unit.id,
        dueOn: dayEarlier(directing, on),
      })),
      ...told.map(seat => ({ id: id(seat.id), role: 'inform' as const, seatId: seat.id, unitId: null, dueOn: null })),
    ],
  }
}

/** The office head leaves it to the leader. */
export const sendUp = ({ story, office, leader, gap, phrase }: Directing) =>
  story.next(gap(15, 150), office.officeHead!, moment => ({
    ...moment,
    act: 'send-up',
    leaderSeatId: leader.id,
    text: phrase('send-up'),
  }))

export function propose({ story, office, leader, content, gap, phrase, due }: Directing, targets: Targets) {
  story.next(gap(15, 150), office.officeHead!, (moment, on) => ({
    ...moment,
    act: 'propose',
    leaderSeatId: leader.id,
    targets: targets.list(on),
    text: phrase(content.urgency > 0 ? 'propose-urgent' : 'propose'),
    dueOn: due(),
  }))
}

/** One of the ways in which a direction comes about: confirmed with one press, own words, from paper, by the deputy. */
export function direct(directing: Directing, chosen: { targets: Targets; proposes: boolean }, random: Random) {
  const { story, office, leader, content, gap, phrase, due, name, telling } = directing
  const text = () => phrase(directionKind(content))
  const own = (
    by: PlannedSeat,
    pause: number,
    from: { onBehalfOf: string | null; enteredAs: 'self' | 'from-paper' | 'delegation' },
  ) =>
    story.next(pause, by, (moment, on) => ({
      ...moment,
      act: 'direct',
      targets: chosen.targets.list(on),
      text: text(),
      dueOn: due(),
      ...from,
    }))

  const standIn = standInFor(directing)
  if (standIn && random.chance(0.5)) {
    own(standIn, gap(30, 260), { onBehalfOf: leader.id, enteredAs: 'delegation' })
  } else if (chosen.proposes && random.chance(0.75)) {
    story.next(gap(30, 260), leader, moment => ({ ...moment, act: 'confirm', text: phrase('confirm') }))
  } else if (random.chance(0.15)) {
    own(random.pick(office.clerks), gap(60, 300), { onBehalfOf: leader.id, enteredAs: 'from-paper' })
  } else if (leader === office.head && office.deputies.length > 0 && random.chance(0.35)) {
    const deputy = random.pick(office.deputies)
    story.next(gap(30, 200), leader, moment => ({
      ...moment,
      act: 'direct',
      targets: [
        {
          id: telling.identify(`${name}/${office.agency.key}/further`, moment.at),
          role: 'direct',
          seatId: deputy.id,
          unitId: null,
          dueOn: due(),
        },
      ],
      text: phrase('further'),
      dueOn: due(),
      onBehalfOf: null,
      enteredAs: 'self',
    }))
    own(deputy, gap(20, 200), { onBehalfOf: null, enteredAs: 'self' })
  } else {
    own(leader, gap(30, 260), { onBehalfOf: null, enteredAs: 'self' })
  }
}

function directionKind(content: PlannedContent): string {
  if (content.meeting) return 'direct-meeting'
  if (content.urgency >= 2) return 'direct-urgent'
  return asksForWork(content) ? 'direct' : 'direct-inform'
}

/** The working day before: what whoever gives work on keeps for himself of a deadline; never before the day itself. */
export function dayEarlier(
  { telling, due }: Pick<Directing, 'telling' | 'due'>,
  on: CalendarDate,
): CalendarDate | null {
  const day = due()
  if (day === null) return null
  const earlier = telling.workingDayBefore(day)
  return earlier < on ? day : earlier
}

/** The deputy to whom the leader has handed his incoming documents these days. */
function standInFor({ telling, office, leader, arrivedOn }: Directing): PlannedSeat | undefined {
  const delegation = telling.delegations.find(
    one =>
      one.fromSeatId === leader.id &&
      one.scope !== 'outgoing' &&
      one.validFrom <= arrivedOn &&
      arrivedOn <= one.validTo,
  )
  return office.deputies.find(seat => seat.id === delegation?.toSeatId)
}

/**
 * The direction first names the wrong unit: its head gives it back, or the leader changes the lead himself.
 *
 * @returns whether the lead's assignment is now one that the change made
 */
export function directToWrongUnit(
  directing: Directing,
  right: { targets: Targets; lead: PlannedUnit },
  random: Random,
): boolean {
  const { story, office, leader, gap, phrase, due, arrivedOn } = directing
  const wrong = random.pick(
    office.rooms.filter(unit => unit.id !== right.lead.id && office.unitHead(unit.key) !== leader),
  )
  const wrongTargets = targetsFor({ ...directing, alone: true, name: `${directing.name}/wrong` }, wrong, random)
  const say = (targets: Targets, pause: number) =>
    story.next(pause, leader, (moment, on) => ({
      ...moment,
      act: 'direct',
      targets: targets.list(on),
      text: phrase(directionKind(directing.content)),
      dueOn: due(),
      onBehalfOf: null,
      enteredAs: 'self',
    }))
  say(wrongTargets, gap(30, 200))
  if (random.chance(0.5)) {
    story.next(gap(30, 300), leader, moment => ({
      ...moment,
      act: 'change-lead',
      assignmentId: wrongTargets.id(wrong),
      unitId: right.lead.id,
      reason: phrase('change-lead'),
    }))
    return true
  }
  const head = office.unitHead(wrong.key)
  story.next(gap(20, 200), head, moment => ({ ...moment, act: 'open' }))
  story.next(gap(5, 120), head, moment => ({
    ...moment,
    act: 'return',
    assignmentId: wrongTargets.id(wrong),
    reason: phrase('return-task'),
  }))
  // Who was told the first time is not told again.
  const again = (on: CalendarDate) => right.targets.list(on).filter(target => target.role !== 'inform')
  const toldBefore = wrongTargets.list(arrivedOn).some(target => target.role === 'inform')
  say(toldBefore ? { ...right.targets, list: again } : right.targets, gap(30, 200))
  return false
}
