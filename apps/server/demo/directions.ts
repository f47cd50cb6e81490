import type { IncomingState } from '#modules/documents/contract.ts'
import { forward, linger, urge, withdraw } from './detours.ts'
import { type Directing, dayEarlier, direct, directToWrongUnit, propose, sendUp, targetsFor } from './direction-ways.ts'
import type { Office } from './directory.ts'
import type { Random } from './random.ts'
import type { Telling } from './receipts.ts'
import type { PlannedSeat, PlannedUnit } from './types.ts'

type Directed = {
  readonly state: IncomingState | null
  /** Index of the last step that gives work with a deadline, -1 for none. */
  readonly lastGiving: number
  readonly replySlot: { unopened: number; reported: number; drafter: PlannedSeat; unitKey: string } | null
}

const nothingMore: Directed = { state: null, lastGiving: -1, replySlot: null }

/** From the register to the result: proposal, direction over one or two levels, the unit, its specialist, the result. */
export function planDirection(directing: Directing, random: Random): Directed {
  const { outcome, route, office, story, gap, phrase } = directing
  if (outcome === 'waiting' || outcome === 'brought-back' || outcome === 'cancelled') return nothingMore
  if (!office.whole) return outcome === 'waiting-for-leader' ? nothingMore : directInSmallOffice(directing)

  const proposes = route === 'office-head' && office.officeHead !== undefined
  const lead = leadUnit(directing)
  const targets = targetsFor(directing, lead, random)
  let changed = false
  if (route !== 'unit') {
    const sentUp = proposes && random.chance(0.12)
    if (sentUp) sendUp(directing)
    else if (proposes) propose(directing, targets)
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
  story.next(gap(20, 240), head, moment => ({ ...moment, act: 'open' }))
  if (worker) {
    const name = `${directing.name}/${office.agency.key}/assign`
    story.next(gap(5, 120), head, (moment, on) => ({
      ...moment,
      act: 'assign',
      assignmentId: leadTarget,
      targets: [
        {
          id: directing.telling.identify(name, moment.at),
          role: 'lead',
          seatId: worker.id,
          unitId: null,
          dueOn: dayEarlier(directing, on),
        },
      ],
      text: phrase('assign'),
    }))
    lastGiving = story.count() - 1
    story.next(gap(15, 200), worker, moment => ({ ...moment, act: 'open' }))
  }
  const opened = story.count() - 1
  const colleague = specialists.find(seat => seat !== worker)
  if (worker && colleague && random.chance(0.12)) forward(directing, worker, colleague)
  if (random.chance(0.25)) {
    story.next(gap(60, 500), worker ?? head, moment => ({ ...moment, act: 'comment', text: phrase('comment') }))
  }
  if (outcome === 'in-progress') {
    if (leadTarget) linger(directing, leadTarget, head, random)
    return { state: 'in-progress', lastGiving, replySlot: null }
  }
  const reported = story.count()
  const result = phrase(directing.content.meeting ? 'result-meeting' : 'result')
  const finish = (pause: number, by: PlannedSeat, assignmentId: string | null) =>
    story.next(pause, by, moment => ({ ...moment, act: 'finish', assignmentId, result }))
  if (worker) finish(gap(300, 1500), worker, null)
  finish(worker ? gap(20, 300) : gap(300, 1500), head, leadTarget)
  const replySlot = worker ? { unopened: opened, reported, drafter: worker, unitKey: lead.key } : null
  return { state: 'finished', lastGiving, replySlot }
}

/** Where there is only a leader and a clerk, the clerk carries the work. */
function directInSmallOffice({ story, office, outcome, name, gap, phrase, due, telling }: Directing): Directed {
  const clerk = office.clerks[0]!
  story.next(gap(60, 400), office.head, moment => ({
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
  story.next(gap(10, 200), clerk, moment => ({ ...moment, act: 'open' }))
  if (outcome === 'in-progress') return { state: 'in-progress', lastGiving, replySlot: null }
  story.next(gap(300, 1500), clerk, moment => ({
    ...moment,
    act: 'finish',
    assignmentId: null,
    result: phrase('result'),
  }))
  return { state: 'finished', lastGiving, replySlot: null }
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
