import type { CalendarDate } from '#lib/calendar-date/index.ts'
import type { IncomingState } from '#modules/documents/contract.ts'
import { asksForWork } from './asks-for-work.ts'
import { planDirection } from './directions.ts'
import type { Office } from './directory.ts'
import type { Identify } from './identify.ts'
import type { OfficeHours } from './office-hours.ts'
import type { Random } from './random.ts'
import { storyline } from './storyline.ts'
import type { SubjectRow, Tables } from './tables.ts'
import type { IncomingStep, PlannedContent, PlannedDelegation, PlannedReceipt, PlannedSeat } from './types.ts'

/** What becomes of a document in the office that received it; 'waiting' stops where the register's route leads. */
export type ReceiptOutcome =
  | 'arrived'
  | 'refused'
  | 'set-aside'
  | 'brought-back'
  | 'waiting'
  | 'waiting-for-leader'
  | 'assigned'
  | 'in-progress'
  | 'finished'
  | 'cancelled'
  | 'taken-back'

/** What the stories of a plan share. */
export type Telling = {
  readonly tables: Tables
  readonly hours: OfficeHours
  readonly identify: Identify
  readonly addWorkingDays: (from: CalendarDate, days: number) => CalendarDate
  readonly workingDayBefore: (day: CalendarDate) => CalendarDate
  readonly delegations: readonly PlannedDelegation[]
}

export type ReceiptWanted = {
  readonly name: string
  readonly office: Office
  readonly addresseeIssuerId: string
  readonly content: PlannedContent
  readonly row: SubjectRow
  readonly outcome: ReceiptOutcome
  /** Office minutes: when it arrives, and what it may not reach. */
  readonly from: number
  readonly until: number
  /** Entered by the clerk from paper: it is registered as it arrives. */
  readonly onPaper: boolean
}

/** Where the answer to a finished document fits in: after its specialist opened it, before he reports. */
export type ReplySlot = {
  readonly from: number
  readonly until: number
  readonly drafter: PlannedSeat
  readonly unitKey: string
}
export type ToldReceipt = { readonly receipt: PlannedReceipt; readonly replySlot: ReplySlot | null }

/** Tells the way of one document through the office that received it. */
export function tellReceipt(telling: Telling, wanted: ReceiptWanted, random: Random): ToldReceipt {
  const { hours, identify, addWorkingDays, tables } = telling
  const { office, content, row, outcome, from, until } = wanted
  const story = storyline<IncomingStep>()
  const clerk = random.pick(office.clerks)
  const haste = content.urgency >= 2 ? 0.25 : 1
  const gap = (shortest: number, longest: number) => Math.ceil(random.between(shortest, longest) * haste)
  const phrase = (kind: string) => random.pick(tables.phrases.filter(one => one.kind === kind)).text

  const register = office.registerFor(content.typeCode)
  const way = register.routes.find(one => one.typeCodes.length === 0 || one.typeCodes.includes(content.typeCode))
  const route = way?.route ?? 'leader'
  const leader = leaderFor(office, row, random)
  const arrivedOn = hours.dateAt(from)
  // The document's own day, else the register's term for what asks for work; what only informs has none.
  const wish =
    content.answerBy ??
    (asksForWork(content) && register.termDays ? addWorkingDays(arrivedOn, register.termDays) : null)
  let due = wish

  let state: IncomingState = 'arrived'
  let replySlot: { unopened: number; reported: number; drafter: PlannedSeat; unitKey: string } | null = null
  let lastGiving = -1

  if (outcome === 'refused') {
    story.next(gap(15, 90), clerk, moment => ({ ...moment, act: 'refuse', reason: phrase('refuse') }))
    state = 'refused'
  } else if (outcome === 'set-aside' || outcome === 'brought-back') {
    story.next(gap(5, 40), clerk, moment => ({ ...moment, act: 'set-aside', reason: phrase('set-aside') }))
    state = 'set-aside'
  }
  if (outcome === 'brought-back') {
    story.next(gap(120, 500), clerk, moment => ({ ...moment, act: 'bring-back', reason: phrase('bring-back') }))
    state = 'arrived'
  }
  const registered = !['arrived', 'refused', 'set-aside', 'taken-back'].includes(outcome)
  if (registered) {
    story.next(wanted.onPaper && outcome !== 'brought-back' ? 0 : gap(5, 75), clerk, moment => ({
      ...moment,
      act: 'register',
      registerId: register.id,
      seriesId: register.seriesId,
      number: 0,
      dueOn: due,
      leaderSeatId: route === 'leader' ? leader.id : null,
    }))
    state =
      route === 'unit'
        ? 'assigned'
        : route === 'office-head' && office.officeHead
          ? 'awaiting-proposal'
          : 'awaiting-direction'
    const told = planDirection(
      {
        telling,
        story,
        office,
        row,
        content,
        outcome,
        route,
        routeUnitId: way?.unitId ?? null,
        leader,
        arrivedOn,
        name: wanted.name,
        gap,
        phrase,
        alone: false,
        due: () => due,
      },
      random,
    )
    state = told.state ?? state
    lastGiving = told.lastGiving
    replySlot = told.replySlot
  }
  if (outcome === 'cancelled' || outcome === 'taken-back') state = outcome

  const minutes = story.minutes({ from, until })
  // A deadline before the direction was given would be refused: the story's own pace moves it.
  const given = lastGiving >= 0 ? hours.dateAt(minutes[lastGiving]!) : arrivedOn
  if (due !== null && due < given) due = given

  return {
    receipt: {
      id: identify(`${wanted.name}/receipt/${office.agency.key}`, hours.instantAt(from)),
      agencyId: office.agency.id,
      addresseeIssuerId: wanted.addresseeIssuerId,
      arrivedAt: hours.instantAt(from),
      dueOn: registered ? due : null,
      state,
      steps: story.lay({ hours, identify, name: `${wanted.name}/${office.agency.key}`, from, until }),
      replyDocumentId: null,
    },
    replySlot: replySlot && {
      from: minutes[replySlot.unopened]! + 1,
      until: minutes[replySlot.reported]!,
      drafter: replySlot.drafter,
      unitKey: replySlot.unitKey,
    },
  }
}

/** The head keeps what is urgent or of the office; otherwise the deputy in charge of the field decides. */
function leaderFor(office: Office, row: SubjectRow, random: Random): PlannedSeat {
  if (office.deputies.length === 0 || row.urgency >= 2 || random.chance(0.5)) return office.head
  return office.deputies[row.field.length % office.deputies.length]!
}
