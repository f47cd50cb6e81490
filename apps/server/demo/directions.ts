import { addDays, type CalendarDate } from '#lib/calendar-date/index.ts'
import type { IncomingState } from '#modules/documents/contract.ts'
import type { Office } from './directory.ts'
import type { Random } from './random.ts'
import { asksForWork, dayEarlier, type ReceiptOutcome, type Telling } from './receipts.ts'
import type { Storyline } from './storyline.ts'
import type { SubjectRow } from './tables.ts'
import type { IncomingStep, PlannedContent, PlannedSeat, PlannedTarget, PlannedUnit } from './types.ts'

type Directing = {
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
  /** Asked when the steps are made: the story's pace may have moved it. */
  readonly due: () => CalendarDate | null
}

type Directed = {
  readonly state: IncomingState | null
  /** Index of the last step that gives work with a deadline, -1 for none. */
  readonly lastGiving: number
  readonly replySlot: { unopened: number; reported: number; drafter: PlannedSeat; unitKey: string } | null
}

const nothingMore: Directed = { state: null, lastGiving: -1, replySlot: null }

/** From the register to the result: proposal, direction over one or two levels, the unit, its specialist, the result. */
export function planDirection(directing: Directing, random: Random): Directed {
  const { outcome, route, office, story, gap, phrase, leader } = directing
  if (outcome === 'waiting' || outcome === 'brought-back' || outcome === 'cancelled') return nothingMore
  if (!office.whole) return outcome === 'waiting-for-leader' ? nothingMore : directInSmallOffice(directing)

  const proposes = route === 'office-head' && office.officeHead !== undefined
  const lead = leadUnit(directing)
  const targets = targetsFor(directing, lead, random)
  let changed = false
  if (route !== 'unit') {
    const sentUp = proposes && random.chance(0.12)
    if (sentUp) sendUp(directing)
    else if (proposes) propose(directing, targets, random)
    if (outcome === 'waiting-for-leader') return { ...nothingMore, state: 'awaiting-direction' }
    if (random.chance(0.12)) changed = directToWrongUnit(directing, { targets, lead }, random)
    else direct(directing, { targets, proposes: sentUp ? false : proposes }, random)
  }
  // After a change of lead, or by the register's own route, the assignment is one that the system made.
  const leadTarget = route === 'unit' || changed ? null : targets.id(lead)
  let lastGiving = story.count() - 1
  if (!changed && targets.assistId && route !== 'unit' && random.chance(0.1)) withdraw(directing, targets.assistId)
  if (outcome === 'assigned') {
    if (leadTarget && random.chance(0.15)) urge(directing, leadTarget)
    return { state: 'assigned', lastGiving, replySlot: null }
  }

  const head = office.unitHead(lead.key)
  const specialists = office.specialists(lead.key)
  const worker = specialists.length > 0 ? random.pick(specialists) : undefined
  story.then(gap(20, 240), head, moment => ({ ...moment, act: 'open' }))
  if (worker) {
    const name = `${directing.name}/${office.agency.key}/assign`
    story.then(gap(5, 120), head, (moment, on) => ({
      ...moment,
      act: 'assign',
      assignmentId: leadTarget,
      targets: [
        {
          id: directing.telling.identify(name, moment.at),
          role: 'lead',
          seatId: worker.id,
          unitId: null,
          dueOn: dayEarlier(directing.due(), on),
        },
      ],
      text: phrase('assign'),
    }))
    lastGiving = story.count() - 1
    story.then(gap(15, 200), worker, moment => ({ ...moment, act: 'open' }))
  }
  const opened = story.count() - 1
  if (specialists.length > 1 && random.chance(0.12))
    forward(directing, worker!, specialists.find(seat => seat !== worker)!)
  if (random.chance(0.25))
    story.then(gap(60, 500), worker ?? head, moment => ({ ...moment, act: 'comment', text: phrase('comment') }))
  if (outcome === 'in-progress') {
    if (leadTarget) linger(directing, leadTarget, head, random)
    return { state: 'in-progress', lastGiving, replySlot: null }
  }
  const reported = story.count()
  if (worker)
    story.then(gap(300, 1500), worker, moment => ({
      ...moment,
      act: 'finish',
      assignmentId: null,
      result: phrase('result'),
    }))
  story.then(worker ? gap(20, 300) : gap(300, 1500), head, moment => ({
    ...moment,
    act: 'finish',
    assignmentId: leadTarget,
    result: phrase('result'),
  }))
  const replySlot = worker ? { unopened: opened, reported, drafter: worker, unitKey: lead.key } : null
  return { state: 'finished', lastGiving, replySlot }
}

const withdraw = ({ story, gap, phrase, leader }: Directing, assignmentId: string) =>
  story.then(gap(10, 100), leader, moment => ({ ...moment, act: 'withdraw', assignmentId, reason: phrase('withdraw') }))

const urge = ({ story, gap, phrase, leader }: Directing, assignmentId: string) =>
  story.then(gap(480, 960), leader, moment => ({ ...moment, act: 'urge', assignmentId, text: phrase('urge') }))

/** Where there is only a leader and a clerk, the clerk carries the work. */
function directInSmallOffice({ story, office, outcome, name, gap, phrase, due, telling }: Directing): Directed {
  const clerk = office.clerks[0]!
  story.then(gap(60, 400), office.head, moment => ({
    ...moment,
    act: 'direct',
    targets: [
      {
        id: telling.identify(`${name}/${office.agency.key}/lead`, moment.at),
        role: 'lead',
        seatId: clerk.id,
        unitId: null,
        dueOn: due(),
      },
    ],
    text: phrase('direct'),
    dueOn: due(),
    onBehalfOf: null,
    enteredAs: 'self',
  }))
  const lastGiving = story.count() - 1
  if (outcome === 'assigned') return { state: 'assigned', lastGiving, replySlot: null }
  story.then(gap(10, 200), clerk, moment => ({ ...moment, act: 'open' }))
  if (outcome === 'in-progress') return { state: 'in-progress', lastGiving, replySlot: null }
  story.then(gap(300, 1500), clerk, moment => ({
    ...moment,
    act: 'finish',
    assignmentId: null,
    result: phrase('result'),
  }))
  return { state: 'finished', lastGiving, replySlot: null }
}

type Targets = {
  readonly id: (unit: PlannedUnit) => string
  /** The assignment of the unit that assists, if one does. */
  readonly assistId: string | null
  readonly list: (on: CalendarDate) => PlannedTarget[]
}

/** Who leads, who assists, who is told, each with a deadline (Phiếu giải quyết văn bản đến). */
function targetsFor(directing: Directing, lead: PlannedUnit, random: Random): Targets {
  const { office, content, name, telling, due } = directing
  const id = (part: string) => telling.identify(`${name}/${office.agency.key}/target/${part}`, '2025-06-30T17:00:00Z')
  const rooms = office.rooms.filter(unit => unit.id !== lead.id)
  const assisting = asksForWork(content) && rooms.length > 0 && random.chance(0.4) ? [random.pick(rooms)] : []
  const told = content.urgency >= 2 || random.chance(0.25) ? office.villageHeads : []
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
        dueOn: dayEarlier(due(), on),
      })),
      ...told.map(seat => ({ id: id(seat.id), role: 'inform' as const, seatId: seat.id, unitId: null, dueOn: null })),
    ],
  }
}

/** The office head leaves it to the leader. */
const sendUp = ({ story, office, leader, gap, phrase }: Directing) =>
  story.then(gap(15, 150), office.officeHead!, moment => ({
    ...moment,
    act: 'send-up',
    leaderSeatId: leader.id,
    text: phrase('send-up'),
  }))

function propose({ story, office, leader, gap, phrase, due }: Directing, targets: Targets, random: Random) {
  story.then(gap(15, 150), office.officeHead!, (moment, on) => ({
    ...moment,
    act: 'propose',
    leaderSeatId: leader.id,
    targets: targets.list(on),
    text: phrase('propose'),
    dueOn: due(),
  }))
  if (random.chance(0.1))
    story.then(gap(5, 30), office.officeHead!, moment => ({ ...moment, act: 'comment', text: phrase('comment') }))
}

/** One of the ways in which a direction comes about: confirmed with one press, own words, from paper, by the deputy. */
function direct(directing: Directing, chosen: { targets: Targets; proposes: boolean }, random: Random) {
  const { story, office, leader, content, gap, phrase, due, name, telling } = directing
  const text = () => phrase(content.urgency >= 2 ? 'direct-urgent' : asksForWork(content) ? 'direct' : 'direct-inform')
  const own = (
    by: PlannedSeat,
    pause: number,
    from: { onBehalfOf: string | null; enteredAs: 'self' | 'from-paper' | 'delegation' },
  ) =>
    story.then(pause, by, (moment, on) => ({
      ...moment,
      act: 'direct',
      targets: chosen.targets.list(on),
      text: text(),
      dueOn: due(),
      ...from,
    }))

  const standIn = standInFor(directing)
  if (chosen.proposes && random.chance(0.75)) {
    story.then(gap(30, 260), leader, moment => ({ ...moment, act: 'confirm', text: phrase('confirm') }))
  } else if (random.chance(0.15)) {
    own(random.pick(office.clerks), gap(60, 300), { onBehalfOf: leader.id, enteredAs: 'from-paper' })
  } else if (standIn && random.chance(0.6)) {
    own(standIn, gap(30, 260), { onBehalfOf: leader.id, enteredAs: 'delegation' })
  } else if (leader === office.head && office.deputies.length > 0 && random.chance(0.35)) {
    const deputy = random.pick(office.deputies)
    story.then(gap(30, 200), leader, moment => ({
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
function directToWrongUnit(
  directing: Directing,
  right: { targets: Targets; lead: PlannedUnit },
  random: Random,
): boolean {
  const { story, office, leader, gap, phrase, due } = directing
  const wrong = random.pick(
    office.rooms.filter(unit => unit.id !== right.lead.id && office.unitHead(unit.key) !== leader),
  )
  const wrongTargets = targetsFor({ ...directing, name: `${directing.name}/wrong` }, wrong, random)
  const say = (targets: Targets, pause: number) =>
    story.then(pause, leader, (moment, on) => ({
      ...moment,
      act: 'direct',
      targets: targets.list(on),
      text: phrase('direct'),
      dueOn: due(),
      onBehalfOf: null,
      enteredAs: 'self',
    }))
  say(wrongTargets, gap(30, 200))
  if (random.chance(0.5)) {
    story.then(gap(30, 300), leader, moment => ({
      ...moment,
      act: 'change-lead',
      assignmentId: wrongTargets.id(wrong),
      unitId: right.lead.id,
      reason: phrase('change-lead'),
    }))
    return true
  }
  const head = office.unitHead(wrong.key)
  story.then(gap(20, 200), head, moment => ({ ...moment, act: 'open' }))
  story.then(gap(5, 120), head, moment => ({
    ...moment,
    act: 'return',
    assignmentId: wrongTargets.id(wrong),
    reason: phrase('return-task'),
  }))
  say(right.targets, gap(30, 200))
  return false
}

function forward({ story, gap, phrase, name, telling, office }: Directing, from: PlannedSeat, to: PlannedSeat) {
  story.then(gap(20, 200), from, moment => ({
    ...moment,
    act: 'forward',
    targets: [
      {
        id: telling.identify(`${name}/${office.agency.key}/forward`, moment.at),
        role: 'inform',
        seatId: to.id,
        unitId: null,
        dueOn: null,
      },
    ],
    text: phrase('direct-inform'),
  }))
}

/** What happens while work is open: urged, more time asked for, the lead changed. */
function linger(
  { story, leader, gap, phrase, due, name, telling, office }: Directing,
  assignmentId: string,
  head: PlannedSeat,
  random: Random,
) {
  if (random.chance(0.3)) {
    const extensionId = telling.identify(`${name}/${office.agency.key}/extension`, '2025-06-30T17:00:00Z')
    if (due() === null) return
    const granted = random.chance(0.4)
    const answered = random.chance(0.5)
    const later = (on: CalendarDate) => addDays(due()! < on ? on : due()!, 3)
    story.then(gap(300, 900), head, (moment, on) => ({
      ...moment,
      act: 'ask-extension',
      assignmentId,
      extensionId,
      dueOn: later(on),
      reason: phrase('ask-extension'),
    }))
    if (answered) {
      story.then(gap(30, 300), leader, (moment, on) => ({
        ...moment,
        act: 'answer-extension',
        extensionId,
        grantedDueOn: granted ? later(on) : null,
        text: phrase(granted ? 'grant-extension' : 'deny-extension'),
      }))
    }
  } else if (random.chance(0.4)) {
    story.then(gap(480, 1400), leader, moment => ({ ...moment, act: 'urge', assignmentId, text: phrase('urge') }))
  }
}

function leadUnit({ telling, office, row, routeUnitId }: Directing): PlannedUnit {
  if (routeUnitId) return office.units.find(unit => unit.id === routeUnitId)!
  return office.unit(unitKeyOf(telling, office, row.field))
}

/** The room that does the work of a field in this kind of office. */
export function unitKeyOf({ tables }: Pick<Telling, 'tables'>, office: Office, field: string): string {
  const keys = tables.fields.get(field)
  if (!keys) throw new Error(`no field ${field}`)
  return keys[office.agency.level]
}
