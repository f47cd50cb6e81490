import type { CalendarDate } from '#lib/calendar-date/index.ts'
import type { OutgoingState } from '#modules/documents/contract.ts'
import { unitKeyOf } from './directions.ts'
import type { Office } from './directory.ts'
import type { Random } from './random.ts'
import type { Telling } from './receipts.ts'
import { type Storyline, storyline } from './storyline.ts'
import type { SubjectRow } from './tables.ts'
import type {
  InsideDocument,
  OutgoingStep,
  PlannedContent,
  PlannedDelegation,
  PlannedIssuer,
  PlannedRecipient,
  PlannedSeat,
} from './types.ts'

export type IssueWanted = {
  readonly name: string
  readonly office: Office
  readonly issuer: PlannedIssuer
  readonly row: SubjectRow
  readonly content: PlannedContent
  readonly recipients: readonly PlannedRecipient[]
  readonly outcome: OutgoingState | 'taken-back'
  readonly from: number
  readonly until: number
  readonly batch: InsideDocument['batch']
  readonly inReplyTo: { readonly id: string; readonly drafter: PlannedSeat; readonly unitKey: string } | null
}

/** The document but for what its receivers do with it, and when it was dispatched. */
export type ToldIssue = { readonly document: Omit<InsideDocument, 'receipts'>; readonly dispatchedAt: number | null }

type Hands = {
  readonly drafter: PlannedSeat
  readonly unitHead: PlannedSeat
  readonly formChecker: PlannedSeat
  readonly signer: PlannedSeat
  readonly clerk: PlannedSeat
}

/** Tells how a document is drafted, reviewed, checked for content and form, approved, numbered and sent. */
export function tellIssue(telling: Telling, wanted: IssueWanted, random: Random): ToldIssue {
  const { hours, identify, tables } = telling
  const { office, issuer, row, content, outcome, from, until, name } = wanted
  const unit = office.unit(wanted.inReplyTo?.unitKey ?? draftingUnitKey(telling, office, issuer, row))
  const clerk = random.pick(office.clerks)
  const hands: Hands = {
    drafter: wanted.inReplyTo?.drafter ?? random.pick(office.specialists(unit.key)),
    unitHead: office.unitHead(unit.key),
    formChecker: office.officeHead ?? clerk,
    signer: signerFor(office, issuer, content, random),
    clerk,
  }
  const series = office.seriesFor(issuer.id, content.typeCode)
  const story = storyline<OutgoingStep>()
  const haste = content.urgency >= 2 ? 0.2 : 1
  const gap = (shortest: number, longest: number) => Math.ceil(random.between(shortest, longest) * haste)
  const phrase = (kind: string) => random.pick(tables.phrases.filter(one => one.kind === kind)).text

  const progress: Progress = { story, hands, gap, phrase, recipients: wanted.recipients, office }
  const dispatched = tellProgress(progress, outcome, random)
  const minutes = story.minutes({ from, until })
  // The words are chosen with the draft and must still hold at the end.
  const days = { first: hours.dateAt(minutes.at(0)!), last: hours.dateAt(minutes.at(-1)!) }
  const signing = capacityOf(office, issuer, hands.signer, days, telling.delegations)
  return {
    document: {
      direction: 'outgoing',
      id: identify(name, hours.instantAt(from)),
      batch: wanted.batch,
      agencyId: office.agency.id,
      issuerId: issuer.id,
      seriesId: series.id,
      draftingUnitId: unit.id,
      drafterSeatId: hands.drafter.id,
      signerSeatId: hands.signer.id,
      ...signing,
      content,
      recipients: wanted.recipients,
      inReplyTo: wanted.inReplyTo?.id ?? null,
      state: outcome === 'taken-back' ? 'numbered' : outcome,
      steps: story.lay({ hours, identify, name, from, until }),
    },
    dispatchedAt: dispatched === null ? null : minutes[dispatched]!,
  }
}

type Progress = {
  readonly story: Storyline<OutgoingStep>
  readonly hands: Hands
  readonly gap: (shortest: number, longest: number) => number
  readonly phrase: (kind: string) => string
  readonly recipients: readonly PlannedRecipient[]
  readonly office: Office
}

/** The steps up to the wanted state, in the order of the decree. Gives the index of the dispatch, if there is one. */
function tellProgress(progress: Progress, outcome: IssueWanted['outcome'], random: Random): number | null {
  const { story, hands, gap, phrase, recipients } = progress
  story.next(0, hands.drafter, moment => ({ ...moment, act: 'draft' }))
  if (outcome === 'draft') {
    if (random.chance(0.5))
      story.next(gap(60, 400), hands.drafter, moment => ({ ...moment, act: 'change', note: phrase('change') }))
    return null
  }
  if (outcome === 'cancelled') {
    story.next(gap(300, 900), hands.drafter, moment => ({ ...moment, act: 'cancel', reason: phrase('cancel') }))
    return null
  }
  // Who signs what he leads answers for its content by his signature, and is not asked before.
  const checksContent = hands.unitHead !== hands.signer
  if (random.chance(0.2) && outcome !== 'in-review') {
    submit(progress, random)
    if (checksContent) review(progress, hands.unitHead, 'content', 'returned')
    else review(progress, hands.formChecker, 'form', 'returned')
    story.next(gap(60, 300), hands.drafter, moment => ({ ...moment, act: 'change', note: phrase('change') }))
  }
  submit(progress, random)
  if (outcome === 'in-review') {
    if (checksContent && random.chance(0.5)) review(progress, hands.unitHead, 'content', 'agreed')
    return null
  }
  if (outcome === 'returned') {
    const agreed = checksContent && random.chance(0.5)
    if (agreed) review(progress, hands.unitHead, 'content', 'agreed')
    if (checksContent && !agreed) review(progress, hands.unitHead, 'content', 'returned')
    else review(progress, hands.formChecker, 'form', 'returned')
    return null
  }
  if (checksContent) review(progress, hands.unitHead, 'content', 'agreed')
  review(progress, hands.formChecker, 'form', 'agreed')
  if (outcome === 'awaiting-approval') return null
  story.next(gap(30, 400), hands.signer, moment => ({ ...moment, act: 'approve', text: phrase('approve') }))
  if (outcome === 'approved') return null
  story.next(gap(10, 120), hands.clerk, (moment, on) => ({
    ...moment,
    act: 'number',
    issuedOn: on,
    number: 0,
    notation: '',
  }))
  if (outcome === 'numbered') return null
  story.next(gap(5, 60), hands.clerk, moment => ({ ...moment, act: 'dispatch' }))
  const dispatched = story.count() - 1
  if (outcome === 'taken-back') {
    story.next(gap(5, 20), hands.clerk, moment => ({ ...moment, act: 'take-back', reason: phrase('take-back') }))
  } else {
    const byHand = recipients.filter(recipient => recipient.carrier !== 'system')
    for (const recipient of byHand.slice(0, random.between(0, byHand.length))) {
      story.next(gap(30, 300), hands.clerk, (moment, on) => ({
        ...moment,
        act: 'hand-over-by-hand',
        recipientId: recipient.id,
        on,
      }))
    }
  }
  if (outcome === 'recalled') {
    story.next(gap(400, 900), hands.signer, moment => ({ ...moment, act: 'recall', reason: phrase('recall') }))
  }
  return dispatched
}

function submit({ story, hands, gap, office, phrase }: Progress, random: Random) {
  const colleagues = office.rooms
    .map(room => office.unitHead(room.key))
    .filter(seat => seat !== hands.unitHead && seat !== hands.formChecker && seat !== hands.signer)
  const asked = colleagues.length > 0 && random.chance(0.25) ? [random.pick(colleagues)] : []
  story.next(gap(60, 300), hands.drafter, moment => ({
    ...moment,
    act: 'submit',
    reviewers: asked.map(seat => ({ seatId: seat.id, ordinal: 1 })),
  }))
  for (const seat of asked) {
    story.next(gap(30, 300), seat, moment => ({
      ...moment,
      act: 'review',
      kind: 'opinion',
      result: 'agreed',
      text: phrase('review-agree'),
    }))
  }
}

function review(
  { story, gap, phrase }: Progress,
  seat: PlannedSeat,
  kind: 'content' | 'form',
  result: 'agreed' | 'returned',
) {
  const text = result === 'returned' ? 'review-return' : kind === 'form' ? 'review-form' : 'review-agree'
  story.next(gap(20, 260), seat, moment => ({ ...moment, act: 'review', kind, result, text: phrase(text) }))
}

function draftingUnitKey(telling: Telling, office: Office, issuer: PlannedIssuer, row: SubjectRow): string {
  if (issuer.kind === 'service-centre') return 'TTPVHCC'
  if (issuer.kind === 'office') return 'TH'
  return issuer.kind === 'people-council' ? 'VP' : unitKeyOf(telling, office, row.field)
}

function signerFor(office: Office, issuer: PlannedIssuer, content: PlannedContent, random: Random): PlannedSeat {
  if (issuer.kind === 'service-centre') return office.unitHead('TTPVHCC')
  if (issuer.kind === 'office') return office.officeHead!
  if (issuer.kind === 'people-council') return office.councilLeader!
  if (
    office.officeHead &&
    ['GM', 'TB', 'CV'].includes(content.typeCode) &&
    random.chance(content.typeCode === 'GM' ? 0.6 : 0.12)
  ) {
    return office.officeHead
  }
  if (office.deputies.length === 0 || ['NQ', 'CT', 'CĐ'].includes(content.typeCode) || random.chance(0.45))
    return office.head
  return random.pick(office.deputies)
}

/** The words before the title, by the signer's standing (NĐ 30/2020 Điều 13). */
function capacityOf(
  office: Office,
  issuer: PlannedIssuer,
  signer: PlannedSeat,
  { first, last }: { readonly first: CalendarDate; readonly last: CalendarDate },
  delegations: readonly PlannedDelegation[],
): Pick<InsideDocument, 'capacity' | 'delegationId'> {
  const collective = issuer.kind === 'people-committee' || issuer.kind === 'people-council'
  const plain = (capacity: InsideDocument['capacity']) => ({ capacity, delegationId: null })
  if (signer.standing === 'deputy' || signer.standing === 'deputy-in-charge') return plain('KT')
  if (signer.standing === 'acting-head') return plain('Q')
  if (signer.standing === 'head') return plain(collective ? 'TM' : 'none')
  if (issuer.kind === 'service-centre' || issuer.kind === 'office') return plain('none')
  const written = delegations.find(
    one => one.agencyId === office.agency.id && one.toSeatId === signer.id && one.maySign,
  )
  const inForce = written && written.validFrom <= first && last <= written.validTo
  return inForce ? { capacity: 'TUQ', delegationId: written.id } : plain('TL')
}
