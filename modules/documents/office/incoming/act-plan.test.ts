import { describe, expect, test } from 'vitest'
import type { IncomingAct, IncomingDocument } from '#modules/documents/contract.ts'
import { actPlan, undoOf } from './act-plan.ts'
import { workOf } from './work-for-tests.ts'

type Facts = Pick<IncomingDocument, 'allowed' | 'state' | 'assignments'>
const facts = (state: Facts['state'], allowed: IncomingAct[], assignments: Facts['assignments'] = []): Facts => ({
  state,
  allowed,
  assignments,
})

describe('what a document waits for stands first', () => {
  test('a leader confirms a proposal before anything else, and another opinion is one press away', () => {
    const plan = actPlan(facts('awaiting-direction', ['confirm', 'direct', 'return', 'forward']), 'leader')
    expect(plan).toEqual({ main: 'confirm', beside: ['return'], others: ['direct', 'forward'] })
  })

  test('a leader directs what has no proposal', () => {
    expect(actPlan(facts('awaiting-direction', ['direct', 'return']), 'leader').main).toBe('direct')
  })

  test('clerk and head of office are not asked for a direction that is another’s, but may type it in', () => {
    for (const role of ['clerk', 'office-head'] as const) {
      const plan = actPlan(facts('awaiting-direction', ['direct', 'forward', 'comment']), role)
      expect(plan.main).toBeUndefined()
      expect(plan.others).toContain('direct')
    }
  })

  test('a head of office who was asked to direct further is asked for it', () => {
    const work = [workOf({ role: 'direct', mine: true })]
    expect(actPlan(facts('awaiting-direction', ['direct'], work), 'office-head').main).toBe('direct')
  })

  test('the head of a unit gives on what his unit leads, and afterwards waits', () => {
    const own = workOf({ id: 'own', role: 'lead', mine: true, toUnitId: 'unit' })
    const given = workOf({ parentId: 'own', role: 'lead' })
    const allowed: IncomingAct[] = ['assign', 'finish', 'forward']
    expect(actPlan(facts('in-progress', allowed, [own]), 'unit-head').main).toBe('assign')
    expect(actPlan(facts('in-progress', allowed, [own, given]), 'unit-head').main).toBeUndefined()
    const done = { ...given, state: 'done' as const }
    expect(actPlan(facts('in-progress', ['finish'], [own, done]), 'unit-head').main).toBe('finish')
  })

  test('who is only informed is asked for nothing', () => {
    const work = [workOf({ role: 'inform', mine: true })]
    expect(actPlan(facts('in-progress', ['finish', 'forward'], work), 'specialist').main).toBeUndefined()
  })
})

test('who asked for more time is not put before his own question', () => {
  const extension = { id: 'x', askedDueOn: '2026-12-10', reason: '', askedBy: '' }
  const own = workOf({ id: 'own', role: 'lead', mine: true, extension })
  const below = workOf({ parentId: 'own' })
  const allowed: IncomingAct[] = ['answer-extension', 'forward']
  expect(actPlan(facts('in-progress', allowed, [own, below]), 'unit-head').main).toBeUndefined()
  const asked = { ...below, extension, mayChangeAs: 'head' }
  expect(actPlan(facts('in-progress', allowed, [own, asked]), 'unit-head').main).toBe('answer-extension')
})

test('the act for which one came is opened, but only where the server allows it', () => {
  const document = facts('in-progress', ['urge', 'forward'], [workOf({})])
  expect(actPlan(document, 'clerk', 'forward').main).toBe('forward')
  expect(actPlan(document, 'clerk', 'finish').main).toBeUndefined()
  expect(actPlan(document, 'clerk', 'open').main).toBeUndefined()
})

test('each allowed act is offered once, remarks apart, and nothing else', () => {
  const allowed: IncomingAct[] = ['comment', 'attach', 'urge', 'forward', 'withdraw']
  const { main, beside, others } = actPlan(facts('in-progress', allowed, [workOf({})]), 'clerk')
  expect(main).toBeUndefined()
  expect([...beside, ...others].toSorted()).toEqual(['attach', 'forward', 'urge', 'withdraw'])
})

test('nobody is urged where nobody has anything to do', () => {
  const { beside, others } = actPlan(facts('awaiting-direction', ['urge', 'forward']), 'clerk')
  expect([...beside, ...others]).toEqual(['forward'])
})

test('an act is undone only as long as the server would take it back', () => {
  expect(undoOf('direct', { allowed: ['take-back'] })).toBe('take-back')
  expect(undoOf('direct', { allowed: ['withdraw'] })).toBeUndefined()
  expect(undoOf('refuse', { allowed: ['bring-back'] })).toBe('bring-back')
  expect(undoOf('finish', { allowed: ['take-back'] })).toBeUndefined()
})
