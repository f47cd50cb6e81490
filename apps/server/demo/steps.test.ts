import { describe, expect, test } from 'vitest'
import { calendarDate } from '#lib/calendar-date/index.ts'
import { outgoingStates } from '#modules/documents/contract.ts'
import { communeCodes } from './circumstances.ts'
import { dayOf } from './office-hours.ts'
import { planDemonstration } from './plan.ts'

const plans = ['2026-11-26', '2026-11-24', '2027-02-08'].map(day =>
  planDemonstration({ seed: 'quang-tri', today: calendarDate(day) }),
)
const receiptsOf = ({ documents }: (typeof plans)[number]) =>
  documents.flatMap(document => (document.direction === 'incoming' ? [document.receipt] : document.receipts))

/** The server would refuse such a step, and the rest of its document would be left out. */
describe('the steps of a plan', () => {
  test('end at the receivers of a recalled document with the recall: nobody finishes what was taken from him', () => {
    for (const { documents } of plans)
      for (const document of documents) {
        if (document.direction !== 'outgoing' || document.state !== 'recalled') continue
        for (const receipt of document.receipts) expect(receipt.state, receipt.id).toBe('cancelled')
      }
  })

  test('tell nobody twice of one document', () => {
    const twice = plans.flatMap(receiptsOf).filter(receipt => {
      const told = receipt.steps.flatMap(step =>
        step.act === 'direct' ? step.targets.filter(target => target.role === 'inform').map(one => one.seatId) : [],
      )
      return new Set(told).size < told.length
    })
    expect(twice.map(receipt => receipt.id)).toEqual([])
  })

  test('are checked by each in turn: who agreed is not asked again, and who signs by authority has it from draft to dispatch', () => {
    for (const one of plans) {
      const drafts = one.documents.filter(document => document.direction === 'outgoing')
      for (const { id, steps, delegationId, signerSeatId } of drafts) {
        const answered = new Set<string>()
        for (const step of steps) {
          if (step.act === 'submit') answered.clear()
          if (step.act !== 'review') continue
          const asked = `${step.seatId} ${step.kind}`
          expect(answered.has(asked), `${id}: ${asked}`).toBe(false)
          // Who signs answers for the content by his signature.
          expect(step.kind === 'content' && step.seatId === signerSeatId, id).toBe(false)
          answered.add(asked)
        }
        const written = one.delegations.find(delegation => delegation.id === delegationId)
        if (!written) continue
        expect(written.validFrom <= dayOf(steps[0]!.at), id).toBe(true)
        expect(dayOf(steps.at(-1)!.at) <= written.validTo, id).toBe(true)
      }
    }
  })
})

test('each of the three whole communes has drafts in every state, and work that is late, due today and urgent', () => {
  for (const { agencies, documents, today } of plans)
    for (const code of communeCodes) {
      const agencyId = agencies.find(agency => agency.key === `xa-${code}`)!.id
      const issued = documents.flatMap(document =>
        document.direction === 'outgoing' && document.agencyId === agencyId ? [document.state] : [],
      )
      expect(new Set(issued), code).toEqual(new Set(outgoingStates))
      const open = documents.flatMap(document => {
        const receipts = document.direction === 'incoming' ? [document.receipt] : document.receipts
        const here = receipts.filter(receipt => receipt.agencyId === agencyId && receipt.state !== 'finished')
        return here.map(({ dueOn, state }) => ({ dueOn, state, urgency: document.content.urgency }))
      })
      expect(
        open.some(one => one.dueOn !== null && one.dueOn < today),
        code,
      ).toBe(true)
      expect(
        open.some(one => one.dueOn === today),
        code,
      ).toBe(true)
      expect(
        open.some(one => one.urgency > 0),
        code,
      ).toBe(true)
      for (const state of ['arrived', 'awaiting-direction', 'assigned', 'in-progress'] as const)
        expect(
          open.some(one => one.state === state),
          `${code} ${state}`,
        ).toBe(true)
    }
})
