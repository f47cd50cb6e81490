import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { calendarDate } from '#lib/calendar-date/index.ts'
import { isUuidV7 } from '#lib/identifiers/index.ts'
import { seatRoles } from '#lib/roles/index.ts'
import { toNfc, vietnamTime } from '#lib/vietnamese/index.ts'
import { type IncomingState, incomingStates, outgoingStates } from '#modules/documents/contract.ts'
import { incomingTable } from '#modules/documents/incoming/states.ts'
import { dayOf } from './office-hours.ts'
import { planDemonstration } from './plan.ts'
import { readTables, readWorkingCalendar } from './tables.ts'
import type { DemonstrationPlan, PlannedReceipt } from './types.ts'

const today = calendarDate('2026-11-26')
const plan = planDemonstration({ seed: 'quang-tri', today })
const others = ['2026-11-24', '2027-02-08', '2027-01-04', '2028-06-15'].map(day =>
  planDemonstration({ seed: 'quang-tri', today: calendarDate(day) }),
)
const hash = (one: DemonstrationPlan) => createHash('sha256').update(JSON.stringify(one)).digest('hex')
const receiptsOf = (one: DemonstrationPlan): PlannedReceipt[] =>
  one.documents.flatMap(document => (document.direction === 'incoming' ? [document.receipt] : document.receipts))
const issued = plan.documents.flatMap(document => (document.direction === 'outgoing' ? [document] : []))
const receipts = receiptsOf(plan)
/** First steps of what a clerk enters from paper: it is not there before it is registered. */
const paper = new Set(
  [plan, ...others].flatMap(one =>
    one.documents.flatMap(document => (document.direction === 'incoming' ? [document.receipt.steps[0]!.id] : [])),
  ),
)
const unfit = /[\u00d0\u00f0\u0189\u00ad\u200b-\u200f\ufeff]|[{}]| {2}|undefined|NaN/
const agencyKey = (id: string) => plan.agencies.find(agency => agency.id === id)?.key
const texts = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(texts) : []
}

describe('a plan', () => {
  test('is the same to the last id for the same seed and day, and another for another seed', () => {
    expect(hash(planDemonstration({ seed: 'quang-tri', today }))).toBe(hash(plan))
    expect(hash(planDemonstration({ seed: 'another', today }))).not.toBe(hash(plan))
  })

  test('stands on every kind of day: a holiday, Tết, the first days of a year, a year without a notice', () => {
    expect(others.map(other => other.documents.length)).toEqual(others.map(() => 600))
    for (const other of others) expect(acts(other).every(step => dayOf(step.at) < other.today)).toBe(true)
  })

  test('is NFC, with Đ as U+0110, without anything invisible or left to fill in', () => {
    const { series, ...written } = plan
    expect(new Set(series.map(one => one.notationTemplate))).toEqual(new Set(['{type}-{issuer}', '']))
    const all = texts(written)
    expect(all.filter(text => text !== toNfc(text))).toEqual([])
    expect(all.filter(text => unfit.test(text))).toEqual([])
  })

  test('has ids that the acts accept, each once', () => {
    const ids = [
      ...[plan.agencies, plan.issuers, plan.units, plan.people, plan.seats, plan.series, plan.registers],
      ...[plan.delegations, plan.recipientGroups, plan.phrases, plan.documents],
    ].flatMap(rows => rows.map(row => row.id))
    ids.push(...acts(plan).map(step => step.id))
    expect(ids.filter(id => !isUuidV7(id))).toEqual([])
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('the province', () => {
  test('has the 78 communes of the law: 69 xã, 8 phường, one đặc khu', () => {
    const { communes } = readTables()
    const count = (kind: string) => communes.filter(row => row.kind === kind).length
    expect([count('xã'), count('phường'), count('đặc khu')]).toEqual([69, 8, 1])
    expect(plan.agencies.filter(agency => /^xa-\d{5}$/.test(agency.key))).toHaveLength(78)
  })

  test('carries real codes only where they are known: nothing below H50 or K50', () => {
    const codes = plan.issuers.flatMap(issuer => issuer.identifiers)
    expect(codes.filter(one => /^[HK]\d\d\./.test(one.code))).toEqual([])
    expect(codes.filter(one => one.testRange !== one.code.startsWith('Z99.XASO.'))).toEqual([])
    const real = codes.filter(one => !one.testRange).map(one => one.code)
    expect(real).toEqual(expect.arrayContaining(['H50', 'K50', 'G09', '000.00.00.H50']))
    const form = { qd20: /^[A-Z0-9.]{1,35}$/, qcvn102: /^\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}$/ }
    expect(codes.filter(one => !form[one.scheme].test(one.code))).toEqual([])
    expect(new Set(codes.map(one => one.code)).size).toBe(codes.length)
  })

  test('gives a commune one office with two issuers and the centre that has a seal of its own', () => {
    const camLo = plan.agencies.find(agency => agency.key === 'xa-19597')
    const kinds = plan.issuers.filter(issuer => issuer.agencyId === camLo?.id).map(issuer => issuer.kind)
    expect(kinds).toEqual(['people-committee', 'people-council', 'service-centre'])
    const ward = plan.agencies.find(agency => agency.key === 'xa-19333')
    const names = plan.units.filter(unit => unit.agencyId === ward?.id).map(unit => unit.name)
    expect(names).toContain('Phòng Kinh tế, Hạ tầng và Đô thị')
  })
})

describe('people', () => {
  test('are about 120 with an account, every role in three communes and the province', () => {
    expect(plan.accounts.length).toBeGreaterThanOrEqual(115)
    expect(plan.accounts.length).toBeLessThanOrEqual(130)
    const roles = (key: string) =>
      new Set(plan.seats.filter(seat => agencyKey(seat.agencyId) === key).map(seat => seat.role))
    for (const key of ['xa-19597', 'xa-19333', 'xa-19564'])
      expect([...roles(key)].sort()).toEqual([...seatRoles].sort())
    expect([...roles('tinh')].sort()).toEqual(seatRoles.filter(role => role !== 'village-head').sort())
    expect(plan.accounts.filter(account => account.role === 'installation-admin')).toHaveLength(1)
  })

  test('sign in by short ASCII names, each once, and no two have one name', () => {
    const logins = plan.accounts.map(account => account.login)
    expect(logins.filter(login => !/^[a-z0-9][a-z0-9._-]{2,29}$/.test(login))).toEqual([])
    expect(new Set(logins).size).toBe(logins.length)
    expect(new Set(plan.people.map(person => person.fullName)).size).toBe(plan.people.length)
    expect(plan.accounts.every(account => account.password.length >= 14)).toBe(true)
  })

  test('hold two posts here and there, also in different agencies, and some posts have ended', () => {
    const agencies = (personId: string) =>
      plan.seats.filter(seat => seat.personId === personId).map(seat => seat.agencyId)
    const several = plan.people.filter(person => agencies(person.id).length > 1)
    expect(several.length).toBeGreaterThanOrEqual(5)
    expect(several.filter(person => new Set(agencies(person.id)).size > 1).length).toBeGreaterThanOrEqual(3)
    expect(plan.seats.some(seat => seat.validTo !== null && seat.validTo < today)).toBe(true)
  })
})

describe('documents', () => {
  test('are 60 at once and 540 afterwards, in every state there is', () => {
    const count = (batch: string) => plan.documents.filter(document => document.batch === batch).length
    expect([count('first'), count('background')]).toEqual([60, 540])
    expect(new Set(receipts.map(one => one.state))).toEqual(new Set(incomingStates))
    expect(new Set(issued.map(one => one.state))).toEqual(new Set(outgoingStates))
  })

  test('keep the lengths of NĐ 30 Phụ lục VI', () => {
    const long: string[] = []
    const atMost = (longest: number, text: string) => void (text.length > longest && long.push(text))
    for (const document of plan.documents) {
      atMost(500, document.content.subject)
      if (document.direction === 'incoming') {
        atMost(42, document.notation)
        atMost(30, document.notation.split('/').slice(1).join('/'))
        atMost(200, document.issuerName)
        atMost(50, document.signer?.name ?? '')
      } else {
        for (const step of document.steps) if (step.act === 'number') atMost(30, step.notation.split('/')[1]!)
        for (const recipient of document.recipients) atMost(200, recipient.name)
      }
    }
    for (const person of plan.people) atMost(50, person.fullName)
    for (const seat of plan.seats) atMost(100, seat.title)
    expect(long).toEqual([])
  })

  test('name nobody in subject or body', () => {
    const named = plan.documents.flatMap(document => [
      document.content.subject,
      ...document.content.paragraphs.map(paragraph => paragraph.text),
    ])
    expect(named.filter(text => /(?<!\p{L})(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí) \p{Lu}/u.test(text))).toEqual([])
  })

  test('go on in order, in office hours of working days, and end before today', () => {
    const calendar = readWorkingCalendar()
    const stories = [...issued.map(one => one.steps), ...receipts.map(one => one.steps)]
    for (const steps of stories) {
      const times = steps.map(step => step.at)
      expect(times).toEqual([...times].sort())
    }
    const late = acts(plan).filter(step => {
      const clock = vietnamTime(new Date(step.at))
      const inHours = (clock >= '07:00' && clock < '11:30') || (clock >= '13:30' && clock < '17:00')
      return !inHours || !calendar.isWorkingDay(dayOf(step.at)) || dayOf(step.at) >= today
    })
    expect(late).toEqual([])
  })

  test('are acted on only in the own agency, by somebody in his post', () => {
    const seats = new Map(plan.seats.map(seat => [seat.id, seat]))
    const told = [...issued.map(one => ({ agencyId: one.agencyId, steps: one.steps })), ...receipts]
    const strangers = told.flatMap(({ agencyId, steps }) =>
      steps.filter(step => {
        const seat = seats.get(step.seatId)
        const day = dayOf(step.at)
        return seat?.agencyId !== agencyId || seat.validFrom > day || (seat.validTo !== null && seat.validTo < day)
      }),
    )
    expect(strangers).toEqual([])
  })

  test('arrive after they were dispatched and are answered before they are reported done', () => {
    for (const document of issued) {
      const dispatched = document.steps.find(step => step.act === 'dispatch')
      for (const receipt of document.receipts) expect(receipt.arrivedAt > dispatched!.at).toBe(true)
    }
    const answers = issued.filter(document => document.inReplyTo !== null)
    expect(answers.length).toBeGreaterThan(50)
    for (const answer of answers) {
      const asked = receipts.find(receipt => receipt.id === answer.inReplyTo)
      expect(asked?.replyDocumentId).toBe(answer.id)
      expect(answer.steps.at(-1)!.at < asked!.steps.at(-1)!.at).toBe(true)
    }
  })

  test('go to others: no office writes to itself, and what goes to an office with people is worked on there', () => {
    for (const one of [plan, ...others]) {
      const issuers = new Map(one.issuers.map(issuer => [issuer.id, issuer]))
      const officeOf = (issuerId: string | null) => (issuerId === null ? null : issuers.get(issuerId)!.agencyId)
      // A leader whose second post it is acts in no document.
      const leaders = one.seats.filter(seat => seat.role === 'leader' && seat.ordinal < 900)
      const peopled = new Set(leaders.map(seat => seat.agencyId))
      for (const document of one.documents) {
        if (document.direction === 'incoming') {
          expect(officeOf(document.issuerId), document.content.subject).not.toBe(document.receipt.agencyId)
          continue
        }
        const reached = document.recipients.flatMap(to => officeOf(to.issuerId) ?? [])
        expect(reached, document.content.subject).not.toContain(document.agencyId)
        if (!document.steps.some(step => step.act === 'dispatch')) continue
        const worked = document.receipts.map(receipt => receipt.agencyId).sort()
        expect(worked, document.content.subject).toEqual(reached.filter(id => peopled.has(id)).sort())
      }
    }
  })

  test('have no deadline before the day on which it is given, and none later than the upper one', () => {
    const wrong = [plan, ...others]
      .flatMap(receiptsOf)
      .flatMap(receipt =>
        receipt.steps
          .flatMap(step =>
            'targets' in step ? step.targets.map(target => ({ on: dayOf(step.at), due: target.dueOn })) : [],
          )
          .filter(({ on, due }) => due !== null && (due < on || receipt.dueOn === null || due > receipt.dueOn)),
      )
    expect(wrong).toEqual([])
  })

  test('name each party of a direction once, with one lead or one who decides further', () => {
    for (const step of receipts.flatMap(receipt => receipt.steps)) {
      if (step.act !== 'direct' && step.act !== 'propose') continue
      const parties = step.targets.map(target => target.seatId ?? target.unitId)
      expect(new Set(parties).size).toBe(parties.length)
      expect(step.targets.filter(target => target.role === 'lead' || target.role === 'direct')).toHaveLength(1)
    }
  })

  test('leave work for today: late, due today, soon, urgent, and invitations', () => {
    const open = receipts.filter(one =>
      ['assigned', 'in-progress', 'awaiting-proposal', 'awaiting-direction'].includes(one.state),
    )
    for (const key of ['xa-19597', 'xa-19333', 'xa-19564']) {
      const own = open.filter(one => agencyKey(one.agencyId) === key && one.dueOn !== null)
      expect(own.some(one => one.dueOn! < today)).toBe(true)
      expect(own.some(one => one.dueOn === today)).toBe(true)
      expect(own.some(one => one.dueOn! > today)).toBe(true)
      expect(
        receipts.filter(one => agencyKey(one.agencyId) === key && one.state === 'arrived').length,
      ).toBeGreaterThanOrEqual(3)
    }
    const first = plan.documents.filter(document => document.batch === 'first')
    expect(first.some(document => document.content.urgency >= 2)).toBe(true)
    expect(
      first.some(document => document.content.meeting !== null && dayOf(document.content.meeting.at) === today),
    ).toBe(true)
    expect(plan.documents.some(document => document.content.restricted)).toBe(true)
  })
})

describe('acts', () => {
  test('on received documents are those that their state allows, and lead to the planned one', () => {
    const wrong = [plan, ...others].flatMap(receiptsOf).filter(receipt => !reachable(receipt))
    expect(wrong).toEqual([])
  })

  test('of every kind occur, so that each is seen in the demonstration', () => {
    const incoming = new Set(receipts.flatMap(receipt => receipt.steps.map(step => step.act)))
    expect([...incoming].sort()).toEqual(
      [
        ...[
          'register',
          'set-aside',
          'bring-back',
          'refuse',
          'send-up',
          'propose',
          'confirm',
          'direct',
          'assign',
          'open',
        ],
        ...[
          'forward',
          'return',
          'withdraw',
          'change-lead',
          'urge',
          'ask-extension',
          'answer-extension',
          'comment',
          'finish',
        ],
      ].sort(),
    )
    const outgoing = new Set(issued.flatMap(document => document.steps.map(step => step.act)))
    expect([...outgoing].sort()).toEqual(
      [
        ...['draft', 'change', 'submit', 'review', 'approve', 'number', 'dispatch', 'hand-over-by-hand'],
        ...['take-back', 'recall', 'cancel'],
      ].sort(),
    )
    const entered = receipts
      .flatMap(receipt => receipt.steps)
      .flatMap(step => (step.act === 'direct' ? [step.enteredAs] : []))
    expect(new Set(entered)).toEqual(new Set(['self', 'from-paper', 'delegation']))
    expect(new Set(issued.map(document => document.capacity))).toEqual(new Set(['none', 'TM', 'KT', 'TL', 'TUQ', 'Q']))
  })
})

describe.each(['2026-11-26', '2027-01-20'])('numbers of a plan for %s', day => {
  const numbered = day === today ? plan : planDemonstration({ seed: 'quang-tri', today: calendarDate(day) })
  const books = takenNumbers(numbered)
  const period = (key: string) => {
    const [seriesId, year] = key.split(' ')
    return numbered.series.find(series => series.id === seriesId)!.periods.find(one => one.period === year)!
  }

  test('follow each other without a gap from the last one on paper, and their dates never fall', () => {
    expect(books.size).toBeGreaterThan(20)
    for (const [key, rows] of books) {
      const inOrder = rows.sort((one, other) => one.number - other.number)
      const start = period(key).lastNumberOnPaper
      expect(inOrder.map(row => row.number)).toEqual(inOrder.map((_, index) => start + index + 1))
      expect(inOrder.map(row => row.at)).toEqual(inOrder.map(row => row.at).sort())
    }
  })

  test('of the background stand below those of the first batch', () => {
    for (const [key, rows] of books) {
      for (const row of rows) {
        expect(row.number <= period(key).lastNumberBeforeFirst).toBe(row.batch === 'background')
      }
    }
  })

  test('start again from 1 with the year', () => {
    const years = new Set([...books.keys()].map(key => key.split(' ')[1]))
    expect(years.has(day.slice(0, 4))).toBe(true)
    for (const key of books.keys()) {
      if (!key.endsWith('2027')) continue
      expect(period(key).lastNumberOnPaper).toBe(0)
    }
  })
})

type Taken = { readonly at: string; readonly number: number; readonly batch: string }

/** By 'series year'. */
function takenNumbers(one: DemonstrationPlan): Map<string, Taken[]> {
  const books = new Map<string, Taken[]>()
  const take = (seriesId: string, taken: Taken) => {
    const key = `${seriesId} ${dayOf(taken.at).slice(0, 4)}`
    books.set(key, [...(books.get(key) ?? []), taken])
  }
  for (const document of one.documents) {
    const { batch } = document
    const arrivals = document.direction === 'incoming' ? [document.receipt] : document.receipts
    for (const step of arrivals.flatMap(receipt => receipt.steps)) {
      if (step.act === 'register') take(step.seriesId, { at: step.at, number: step.number, batch })
    }
    if (document.direction === 'incoming') continue
    for (const step of document.steps) {
      if (step.act !== 'number') continue
      expect(step.issuedOn).toBe(dayOf(step.at))
      take(document.seriesId, { at: step.at, number: step.number, batch })
    }
  }
  return books
}

/** Whether the module's own table of states lets the steps happen in their order and end in the planned state. */
function reachable({ steps, state }: PlannedReceipt): boolean {
  const onPaper = paper.has(steps[0]?.id ?? '')
  let possible: readonly IncomingState[] = ['arrived']
  for (const [index, { act }] of steps.entries()) {
    if (onPaper && index === 0 && act !== 'register') return false
    possible = possible.flatMap(one => incomingTable.find(one, act)?.to ?? [])
  }
  const bySender = ['cancelled', 'taken-back'].includes(state)
  return bySender ? possible.length > 0 : possible.includes(state)
}

function acts(one: DemonstrationPlan) {
  const drafted = one.documents.flatMap(document => (document.direction === 'outgoing' ? document.steps : []))
  return [...drafted, ...receiptsOf(one).flatMap(receipt => receipt.steps)]
}
