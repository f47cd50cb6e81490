import type { CalendarDate } from '#lib/calendar-date/index.ts'
import type { Meeting } from './contents.ts'
import type { Directory, Office } from './directory.ts'
import { firstBatchDays, type Recipe } from './mix.ts'
import { instantOn } from './office-hours.ts'
import { capitalised } from './offices.ts'
import type { PeopleMaker } from './people.ts'
import type { Random } from './random.ts'
import type { ReceiptOutcome, Telling } from './receipts.ts'
import type { SubjectRow } from './tables.ts'

/** The three communes whose people have every role. */
export const communeCodes = ['19597', '19333', '19564'] as const

export type Stories = Telling & {
  readonly directory: Directory
  readonly people: PeopleMaker
  readonly today: CalendarDate
}

export type Story = {
  readonly name: string
  readonly recipe: Recipe
  /** Which of its recipe it is: outcomes go round the communes with it. */
  readonly turn: number
  readonly row: SubjectRow
  readonly start: number
}

export function officeKeyOf({ recipe, turn, row }: Story): string {
  if (recipe.kind === 'own') {
    // The second round of states begins with the next commune, so that each has others than the first time.
    const round = Math.floor(turn / recipe.states.length)
    return `xa-${communeCodes[((turn % recipe.states.length) + round) % communeCodes.length]!}`
  }
  return row.from === 'UBND' || row.from === 'VPUB' ? 'tinh' : row.from.toLowerCase()
}

export function issuerKeyOf({ recipe, row }: Story, office: Office): string {
  if (recipe.kind !== 'own') return row.from
  const issuer = { XA: 'UBND', HDX: 'HĐND', TTX: 'TTPVHCC' }[row.from]
  return `${issuer}-${office.agency.key.slice('xa-'.length)}`
}

export function issueOutcome({ recipe, turn }: Story) {
  if (recipe.kind === 'own') return recipe.states[turn % recipe.states.length]!
  return recipe.kind === 'above' ? (recipe.issue ?? 'dispatched') : 'dispatched'
}

/** Outcomes go round with turn and place, so that no commune has all of one kind. */
export function outcomeOf(story: Story, place: number): ReceiptOutcome {
  const { recipe, turn } = story
  if (recipe.kind === 'own' && issueOutcome(story) === 'recalled') return 'cancelled'
  if (recipe.kind === 'own') return recipe.batch === 'first' ? 'waiting' : 'finished'
  return recipe.outcomes[(turn + place) % recipe.outcomes.length]!
}

/** In offices with a leader and a clerk only. */
export function elsewhere(story: Story, random: Random): ReceiptOutcome {
  const { recipe } = story
  if (recipe.kind === 'own' && issueOutcome(story) === 'recalled') return 'cancelled'
  if (recipe.kind === 'above' && recipe.issue) return recipe.issue === 'recalled' ? 'cancelled' : 'taken-back'
  if (recipe.kind === 'own') return recipe.batch === 'first' ? 'arrived' : 'finished'
  return recipe.batch === 'first'
    ? random.pick(['arrived', 'waiting', 'assigned'])
    : random.pick(['finished', 'finished', 'finished', 'finished', 'finished', 'in-progress'])
}

/** The background ends before the first batch's days, so that its numbers are lower. */
export const limitOf = ({ hours }: Stories, { recipe }: Story): number =>
  recipe.batch === 'first' ? hours.end : hours.dayBefore(firstBatchDays)

export function answerDay(
  { today, hours, addWorkingDays }: Stories,
  { recipe, row }: Story,
  issuedOn: CalendarDate,
  random: Random,
): CalendarDate | null {
  if (row.term === null && recipe.lateness === undefined) return null
  switch (recipe.lateness) {
    case 'overdue': {
      const day = hours.dateAt(hours.dayBefore(random.between(1, 3)))
      return day < issuedOn ? issuedOn : day
    }
    case 'today':
      return today
    case 'soon':
      return addWorkingDays(today, random.between(1, 2))
    case 'later':
      return addWorkingDays(today, random.between(4, 9))
    default:
      return addWorkingDays(issuedOn, Math.max(1, row.term ?? 5))
  }
}

/** Invitations of the first batch are for today or the days after; a meeting is in the morning or after lunch. */
export function meetingFor(
  { today, addWorkingDays }: Stories,
  { recipe, row, turn }: Story,
  issuedOn: CalendarDate,
  host: string,
  random: Random,
): Meeting | null {
  if (row.type !== 'GM') return null
  const day =
    recipe.batch === 'background'
      ? addWorkingDays(issuedOn, random.between(2, 4))
      : turn % 2 === 0
        ? today
        : addWorkingDays(today, random.between(1, 2))
  return {
    at: instantOn(day, random.pick([8 * 60, 14 * 60])),
    place: random.pick([
      `Phòng họp tầng 2, trụ sở ${host}`,
      `Hội trường ${host}`,
      'Trực tuyến tại điểm cầu các xã, phường, đặc khu',
    ]),
    chair: `Lãnh đạo ${host}`,
  }
}

export const communeNameOf = (office: Office): string => office.agency.name.replace('Ủy ban nhân dân ', '')

export function villageOf(office: Office, random: Random): string {
  const villages = office.units.filter(unit => unit.kind === 'village')
  const name = villages.length > 0 ? random.pick(villages).name : capitalised('thôn trung tâm')
  return name.charAt(0).toLowerCase() + name.slice(1)
}
