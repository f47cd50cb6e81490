import { addDays, type CalendarDate } from '#lib/calendar-date/index.ts'
import { type Meeting, writeContent } from './contents.ts'
import type { Directory, Office } from './directory.ts'
import { tellIssue } from './issues.ts'
import { firstBatchDays, type Recipe } from './mix.ts'
import { instantOn } from './office-hours.ts'
import { capitalised } from './offices.ts'
import { outsideSender } from './outside.ts'
import type { PeopleMaker } from './people.ts'
import type { Random } from './random.ts'
import { type ReceiptOutcome, type ReplySlot, type Telling, tellReceipt } from './receipts.ts'
import { type Addressing, addressTo } from './recipients.ts'
import type { SubjectRow } from './tables.ts'
import type {
  InsideDocument,
  OutsideDocument,
  PlannedContent,
  PlannedDocument,
  PlannedIssuer,
  PlannedReceipt,
} from './types.ts'

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

const communeCodes = ['19597', '19333', '19564'] as const
/** One in so many documents to communes goes to all 78. */
const toAllEvery = 14
/** Minutes that a document is drafted and approved before it leaves on the day of its recipe. */
const draftedBefore = 700

/** A paper or a mail from somebody who is not on the system. */
export function tellOutside(stories: Stories, story: Story, random: Random): OutsideDocument {
  const { directory, hours, identify, people, tables } = stories
  const { name, recipe, turn, row, start } = story
  const code = communeCodes[turn % communeCodes.length]!
  const office = directory.office(recipe.kind === 'to-province' ? 'tinh' : `xa-${code}`)
  const arrivedOn = hours.dateAt(start)
  const issuedOn = addDays(arrivedOn, -random.between(0, 3))
  const villageName = villageOf(office, random)
  const sender = outsideSender(directory, people, { office, row, issuedOn, villageName }, random)
  const content = writeContent(
    tables,
    {
      row,
      issuerName: sender.issuerName,
      communeName: communeNameOf(office),
      villageName,
      addressees: [office.issuers[0]!.name],
      issuedOn,
      answerBy: answerDay(stories, story, arrivedOn, random),
      meeting: meetingFor(stories, story, issuedOn, sender.issuerName, random),
    },
    random,
  )
  const outcome = outcomeOf(story, 0)
  const { receipt } = tellReceipt(
    stories,
    {
      name,
      office,
      addresseeIssuerId: office.issuers[0]!.id,
      content,
      row,
      // A paper is not there before the clerk enters it.
      outcome: outcome === 'arrived' ? 'waiting' : outcome,
      from: start,
      until: limitOf(stories, story),
      onPaper: true,
    },
    random,
  )
  return {
    direction: 'incoming',
    id: identify(name, hours.instantAt(start)),
    batch: recipe.batch,
    issuedOn,
    content,
    receipt,
    ...sender,
  }
}

/**
 * A document that an office of the installation sends, with what becomes of it where it arrives. The second one, if any,
 * is the answer of a commune that finished it.
 */
export function tellSent(
  stories: Stories,
  story: Story & { readonly answers: number },
  random: Random,
): PlannedDocument[] {
  const { directory, hours, identify, tables } = stories
  const { name, recipe, turn, row, start } = story
  const office = directory.office(officeKeyOf(story))
  const issuer = directory.issuer(issuerKeyOf(story, office))
  const communes =
    recipe.batch === 'first' ? communeCodes : random.shuffled(communeCodes).slice(0, random.between(1, 3))
  const toAll = recipe.kind === 'above' && row.to === 'X*' && turn % toAllEvery === 1
  const to = addressTo({ directory, people: stories.people, identify, name, office, row, communes, toAll }, random)
  const issuedOn = hours.dateAt(start)
  const content = writeContent(
    tables,
    {
      row,
      issuerName: issuer.name,
      communeName: communeNameOf(office),
      villageName: villageOf(office, random),
      addressees: to.addressees,
      issuedOn,
      answerBy: answerDay(stories, story, issuedOn, random),
      meeting: meetingFor(stories, story, issuedOn, issuer.name, random),
    },
    random,
  )
  const own = recipe.kind === 'own'
  const until = limitOf(stories, story)
  const { document, dispatchedAt } = tellIssue(
    stories,
    {
      name,
      office,
      issuer,
      row,
      content,
      recipients: to.recipients,
      outcome: issueOutcome(story),
      // What is only a means to arrive somewhere is drafted before the recipe's day, so that it arrives on it.
      from: own ? start : Math.max(0, start - draftedBefore),
      until: own ? until : issueOutcome(story) === 'dispatched' ? start + 1 : until,
      batch: recipe.batch,
      inReplyTo: null,
    },
    random,
  )
  const received = dispatchedAt === null ? [] : receive(stories, { story, content, to, document, dispatchedAt }, random)
  const answered = received.find(one => one.replySlot !== null)
  if (!answered || story.answers < 1 || row.term === null || recipe.kind !== 'above') {
    return [{ ...document, receipts: received.map(one => one.receipt) }]
  }
  const answer = tellAnswer(
    stories,
    { story, document, answered: { ...answered, replySlot: answered.replySlot! } },
    random,
  )
  const receipts = received.map(one =>
    one === answered ? { ...one.receipt, replyDocumentId: answer.id } : one.receipt,
  )
  return [{ ...document, receipts }, answer]
}

type Received = { readonly office: Office; readonly receipt: PlannedReceipt; readonly replySlot: ReplySlot | null }

function receive(
  stories: Stories,
  sent: {
    story: Story
    content: PlannedContent
    to: Addressing
    document: Pick<InsideDocument, 'agencyId'>
    dispatchedAt: number
  },
  random: Random,
): Received[] {
  const { story, content, to, dispatchedAt } = sent
  return to.receivers.flatMap(issuer => {
    const office = stories.directory.officeOf(issuer)
    if (!office || office.agency.id === sent.document.agencyId) return []
    const place = communeCodes.findIndex(code => office.agency.key === `xa-${code}`)
    const told = tellReceipt(
      stories,
      {
        name: story.name,
        office,
        addresseeIssuerId: issuer.id,
        content,
        row: story.row,
        outcome:
          place >= 0 || story.recipe.kind === 'within'
            ? outcomeOf(story, Math.max(0, place))
            : elsewhere(story, random),
        from: Math.min(dispatchedAt + random.between(1, 3), stories.hours.end - 1),
        until: limitOf(stories, story),
        onPaper: false,
      },
      random,
    )
    return [{ office, ...told }]
  })
}

/** The commune answers what it was asked: drafted by the one who has the work, sent before he reports it done. */
function tellAnswer(
  stories: Stories,
  {
    story,
    document,
    answered,
  }: { story: Story; document: Omit<InsideDocument, 'receipts'>; answered: Received & { replySlot: ReplySlot } },
  random: Random,
): InsideDocument {
  const { directory, hours, identify, people, tables } = stories
  const { office, replySlot, receipt } = answered
  const issuer = office.issuers[0]!
  const sender = sendingIssuer(directory, document.issuerId)
  const name = `${story.name}/answer`
  const row: SubjectRow = {
    ...story.row,
    type: 'BC',
    from: 'XA',
    to: sender.key,
    term: null,
    urgency: 0,
    subject: answerSubject(document.content.subject),
  }
  const to = addressTo({ directory, people, identify, name, office, row, communes: [], toAll: false }, random)
  const content = writeContent(
    tables,
    {
      row,
      issuerName: issuer.name,
      communeName: communeNameOf(office),
      villageName: villageOf(office, random),
      addressees: to.addressees,
      issuedOn: hours.dateAt(replySlot.until),
      answerBy: null,
      meeting: null,
    },
    random,
  )
  const told = tellIssue(
    stories,
    {
      name,
      office,
      issuer,
      row,
      content,
      recipients: to.recipients,
      outcome: 'dispatched',
      from: replySlot.from,
      until: replySlot.until,
      batch: story.recipe.batch,
      inReplyTo: { id: receipt.id, drafter: replySlot.drafter, unitKey: replySlot.unitKey },
    },
    random,
  )
  const atSender =
    told.dispatchedAt === null
      ? []
      : receive(
          stories,
          {
            story: { ...story, name, row, recipe: { ...story.recipe, kind: 'within', outcomes: ['finished'] } },
            content,
            to,
            document: told.document,
            dispatchedAt: told.dispatchedAt,
          },
          random,
        )
  return { ...told.document, receipts: atSender.map(one => one.receipt) }
}

const answerSubject = (asked: string): string => `Kết quả thực hiện: ${asked.charAt(0).toLowerCase()}${asked.slice(1)}`

function sendingIssuer(directory: Directory, id: string): PlannedIssuer {
  const issuer = directory.offices.flatMap(office => office.issuers).find(one => one.id === id)
  if (!issuer) throw new Error(`no issuer ${id}`)
  return issuer
}

function officeKeyOf({ recipe, turn, row }: Story): string {
  if (recipe.kind === 'own') {
    // The second round of states begins with the next commune, so that each has others than the first time.
    const round = Math.floor(turn / recipe.states.length)
    return `xa-${communeCodes[(turn + round) % communeCodes.length]!}`
  }
  return row.from === 'UBND' || row.from === 'VPUB' ? 'tinh' : row.from.toLowerCase()
}

function issuerKeyOf({ recipe, row }: Story, office: Office): string {
  if (recipe.kind !== 'own') return row.from
  const issuer = { XA: 'UBND', HDX: 'HĐND', TTX: 'TTPVHCC' }[row.from]
  return `${issuer}-${office.agency.key.slice('xa-'.length)}`
}

function issueOutcome({ recipe, turn }: Story) {
  if (recipe.kind === 'own') return recipe.states[turn % recipe.states.length]!
  return recipe.kind === 'above' ? (recipe.issue ?? 'dispatched') : 'dispatched'
}

/** Outcomes go round with turn and place, so that no commune has all of one kind. */
function outcomeOf({ recipe, turn }: Story, place: number): ReceiptOutcome {
  if (recipe.kind === 'own') return recipe.batch === 'first' ? 'waiting' : 'finished'
  return recipe.outcomes[(turn + place) % recipe.outcomes.length]!
}

/** In offices with a leader and a clerk only. */
function elsewhere({ recipe }: Story, random: Random): ReceiptOutcome {
  if (recipe.kind === 'above' && recipe.issue) return recipe.issue === 'recalled' ? 'cancelled' : 'taken-back'
  if (recipe.kind === 'own') return recipe.batch === 'first' ? 'arrived' : 'finished'
  return recipe.batch === 'first'
    ? random.pick(['arrived', 'waiting', 'assigned'])
    : random.pick(['finished', 'finished', 'finished', 'finished', 'finished', 'in-progress'])
}

/** The background ends before the first batch's days, so that its numbers are lower. */
const limitOf = ({ hours }: Stories, { recipe }: Story): number =>
  recipe.batch === 'first' ? hours.end : hours.dayBefore(firstBatchDays)

function answerDay(
  { today, addWorkingDays }: Stories,
  { recipe, row }: Story,
  issuedOn: CalendarDate,
  random: Random,
): CalendarDate | null {
  if (row.term === null && recipe.lateness === undefined) return null
  switch (recipe.lateness) {
    case 'overdue': {
      const day = addDays(today, -random.between(1, 3))
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
function meetingFor(
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

const communeNameOf = (office: Office): string => office.agency.name.replace('Ủy ban nhân dân ', '')

function villageOf(office: Office, random: Random): string {
  const villages = office.units.filter(unit => unit.kind === 'village')
  const name = villages.length > 0 ? random.pick(villages).name : capitalised('thôn trung tâm')
  return name.charAt(0).toLowerCase() + name.slice(1)
}
