import { expect, test } from 'vitest'
import {
  draftKey,
  emptyDraft,
  readDraft,
  removeDraft,
  removeOldDrafts,
  type TextStorage,
  writeDraft,
} from './drafts.ts'

type Form = { text: string }
const place = { person: 'p1', seat: 's1', screen: 'direct:d1' }
const isForm = (value: unknown): value is Form =>
  typeof value === 'object' && value !== null && typeof (value as Partial<Form>).text === 'string'

function storage(limit = 10_000): TextStorage {
  const kept = new Map<string, string>()
  return {
    getItem: key => kept.get(key) ?? null,
    setItem: (key, text) => {
      if (text.length > limit) throw new DOMException('full', 'QuotaExceededError')
      kept.set(key, text)
    },
    removeItem: key => void kept.delete(key),
    key: index => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size
    },
  }
}

test('what was typed is found again, under the same id and key', () => {
  const store = storage()
  const draft = { ...emptyDraft({ text: 'Rà soát 14 thôn' }), savedAt: '2026-11-25T01:15:00.000Z' }
  expect(writeDraft(store, place, draft)).toBe(true)
  expect(readDraft(store, place, isForm)).toEqual(draft)
})

test('another seat or another person does not find it', () => {
  const store = storage()
  writeDraft(store, place, { ...emptyDraft({ text: 'a' }), savedAt: '2026-11-25T01:15:00.000Z' })
  expect(readDraft(store, { ...place, seat: 's2' }, isForm)).toBeUndefined()
  expect(readDraft(store, { ...place, person: 'p2' }, isForm)).toBeUndefined()
})

test('a draft that the form no longer understands, or that is no draft, is passed over', () => {
  const store = storage()
  store.setItem(draftKey(place), 'not json')
  expect(readDraft(store, place, isForm)).toBeUndefined()
  writeDraft(store, place, { ...emptyDraft({ text: 7 }), savedAt: '2026-11-25T01:15:00.000Z' })
  expect(readDraft(store, place, isForm)).toBeUndefined()
})

test('a full machine is told, not thrown at the person', () => {
  expect(writeDraft(storage(10), place, emptyDraft({ text: 'a' }))).toBe(false)
})

test('a sent draft is gone; one that nobody touched for two months goes; others things of the machine stay', () => {
  const store = storage()
  store.setItem('xaso.text-size', 'large')
  const at = (day: string) => ({ ...emptyDraft({ text: 'a' }), savedAt: `${day}T00:00:00.000Z` })
  writeDraft(store, place, at('2026-09-01'))
  writeDraft(store, { ...place, screen: 'b' }, at('2026-11-01'))
  writeDraft(store, { ...place, screen: 'c' }, at('2026-11-20'))
  removeDraft(store, { ...place, screen: 'c' })
  removeOldDrafts(store, Date.parse('2026-11-25T00:00:00Z'))
  const keys = Array.from({ length: store.length }, (_, index) => store.key(index))
  expect(keys).toEqual(['xaso.text-size', draftKey({ ...place, screen: 'b' })])
})
