import { newId } from './ids.ts'

/**
 * What a person has typed and not yet sent. It is kept on his machine, by person, seat and screen, until the server has
 * answered: a closed tab, a cut line or a session that ended lose nothing.
 */
export type StoredDraft<Value> = {
  /** The id under which a new thing is created; also kept over a reload, so that a repeated sending is seen as one. */
  readonly id: string
  /** The Idempotency-Key of its sending. */
  readonly key: string
  readonly value: Value
  /** ISO instant of the last keeping. */
  readonly savedAt: string
}

export type DraftPlace = { person: string; seat: string; screen: string }
export type TextStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

const prefix = 'xaso.draft'
const keptDays = 60

export function draftKey({ person, seat, screen }: DraftPlace): string {
  return `${prefix}:${person}:${seat}:${screen}`
}

export const emptyDraft = <Value>(value: Value): StoredDraft<Value> => ({
  id: newId(),
  key: newId(),
  value,
  savedAt: '',
})

/** The kept draft, if there is one and it can still be read as what the screen expects now. */
export function readDraft<Value>(
  storage: TextStorage,
  place: DraftPlace,
  readable: (value: unknown) => value is Value,
): StoredDraft<Value> | undefined {
  const text = storage.getItem(draftKey(place))
  if (text === null) return undefined
  try {
    const draft: Partial<StoredDraft<unknown>> = JSON.parse(text)
    const { id, key, savedAt, value } = draft
    if (typeof id !== 'string' || typeof key !== 'string' || typeof savedAt !== 'string' || !readable(value))
      return undefined
    return { id, key, savedAt, value }
  } catch {
    return undefined
  }
}

/** False when the machine has no room for it: the person is then told not to leave the page. */
export function writeDraft<Value>(storage: TextStorage, place: DraftPlace, draft: StoredDraft<Value>): boolean {
  try {
    storage.setItem(draftKey(place), JSON.stringify(draft))
    return true
  } catch {
    return false
  }
}

export function removeDraft(storage: TextStorage, place: DraftPlace): void {
  storage.removeItem(draftKey(place))
}

/** Drafts that nobody has touched for two months go, so that a shared machine does not fill up. */
export function removeOldDrafts(storage: TextStorage, now: number): void {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index))
  for (const key of keys) {
    if (!key?.startsWith(prefix)) continue
    const savedAt = savedAtOf(storage.getItem(key))
    if (!(now - savedAt < keptDays * 86_400_000)) storage.removeItem(key)
  }
}

function savedAtOf(text: string | null): number {
  try {
    const draft: Partial<StoredDraft<unknown>> = JSON.parse(text ?? '')
    return typeof draft.savedAt === 'string' ? Date.parse(draft.savedAt) : Number.NaN
  } catch {
    return Number.NaN
  }
}
