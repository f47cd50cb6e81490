import { describe, expect, test } from 'vitest'
import { calendarDate } from '#lib/calendar-date/index.ts'
import { dayOf } from './office-hours.ts'
import { planDemonstration } from './plan.ts'

const plans = ['2026-11-26', '2026-11-24', '2027-02-08'].map(day =>
  planDemonstration({ seed: 'quang-tri', today: calendarDate(day) }),
)
const receiptsOf = ({ documents }: (typeof plans)[number]) =>
  documents.flatMap(document => (document.direction === 'incoming' ? [document.receipt] : document.receipts))

/** The server would refuse such a step, and the rest of its document would be left out. */
describe('the steps of a plan', () => {
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
      for (const { id, steps, delegationId } of drafts) {
        const answered = new Set<string>()
        for (const step of steps) {
          if (step.act === 'submit') answered.clear()
          if (step.act !== 'review') continue
          const asked = `${step.seatId} ${step.kind}`
          expect(answered.has(asked), `${id}: ${asked}`).toBe(false)
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
