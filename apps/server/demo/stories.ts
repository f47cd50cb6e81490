import { addDays } from '#lib/calendar-date/index.ts'
import {
  answerDay,
  communeCodes,
  communeNameOf,
  elsewhere,
  issueOutcome,
  issuerKeyOf,
  limitOf,
  meetingFor,
  officeKeyOf,
  outcomeOf,
  type Stories,
  type Story,
  villageOf,
} from './circumstances.ts'
import { writeContent } from './contents.ts'
import type { Directory, Office } from './directory.ts'
import { tellIssue } from './issues.ts'
import { outsideSender } from './outside.ts'
import type { Random } from './random.ts'
import { type ReplySlot, tellReceipt } from './receipts.ts'
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
