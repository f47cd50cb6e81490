import { expect, test } from 'vitest'
import { listQueryOf, searchOf } from './list-query.ts'
import { keptStops, neighboursOf } from './neighbours.ts'
import { toggled } from './ticks.ts'

const stop = (id: string) => ({ id, direction: 'incoming' as const })
const list = ['a', 'b', 'c'].map(stop)

test('a document has its place, the one before and the one after it in the list one came from', () => {
  expect(neighboursOf(list, 'b')).toEqual({ place: 2, all: 3, previous: stop('a'), next: stop('c') })
  expect(neighboursOf(list, 'a')?.previous).toBeUndefined()
  expect(neighboursOf(list, 'x')).toBeUndefined()
})

test('what was dealt with stays in its place, what came since stands at the end, and nothing twice', () => {
  const now = ['new', 'a', 'c', 'new'].map(stop)
  expect(keptStops(list, now).map(one => one.id)).toEqual(['a', 'b', 'c', 'new'])
  expect(keptStops(list, ['a', 'c'].map(stop))).toBe(list)
})

test('a list’s address keeps what the API knows and drops the rest', () => {
  expect(listQueryOf({ tab: 'open', state: 'assigned', urgency: '2' })).toMatchObject({
    tab: 'open',
    state: 'assigned',
    urgency: '2',
  })
  expect(listQueryOf({ tab: 'nonsense', state: 'gone', urgency: '9' })).toEqual({})
  expect(searchOf({ tab: 'open', state: undefined })).toBe('tab=open')
})

test('Shift ticks and unticks everything from the row ticked last', () => {
  const ids = ['a', 'b', 'c', 'd']
  expect(toggled(ids, ['d'], { id: 'c', checked: true, from: 'a' }).toSorted()).toEqual(['a', 'b', 'c', 'd'])
  expect(toggled(ids, ids, { id: 'b', checked: false, from: 'c' })).toEqual(['a', 'd'])
  expect(toggled(ids, [], { id: 'b', checked: true, from: undefined })).toEqual(['b'])
})
