import { diffWordsWithSpace } from 'diff'
import type { TaskFunction } from '../task.ts'

export type DiffText = {
  input: { readonly before: string; readonly after: string }
  output: {
    readonly parts: readonly TextPart[]
    /** Too different to compare word by word within the time: shown as one text removed and one added. */
    readonly bounded: boolean
  }
}
export type TextPart = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string }

/** Two texts of 200,000 characters that share little would take minutes; what an official compares takes milliseconds. */
const longestMs = 3000

/** What changed from one version to the next, word by word, in reading order. */
export const diffText: TaskFunction<DiffText> = ({ before, after }) => {
  // A segmenter keeps Vietnamese syllables with their marks whole; NFC makes the same letter the same code.
  const changes = diffWordsWithSpace(before.normalize('NFC'), after.normalize('NFC'), { timeout: longestMs })
  if (!changes) {
    const parts: TextPart[] = [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ]
    return { bounded: true, parts: parts.filter(part => part.text !== '') }
  }
  return {
    bounded: false,
    parts: changes.map(change => ({
      kind: change.added ? 'added' : change.removed ? 'removed' : 'same',
      text: change.value,
    })),
  }
}
