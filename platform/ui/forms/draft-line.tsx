import type { Draft } from '../data/use-draft.ts'
import { formatTime } from '../text/format.ts'
import { kitMessages } from '../text/messages.vi.ts'

/** "Đã giữ nháp trên máy này lúc 08:15", on the title line of a form; offers to start anew when a draft was found. */
export function DraftLine({ draft }: { draft: Pick<Draft<object>, 'savedAt' | 'restored' | 'notKept' | 'discard'> }) {
  const words = kitMessages.draft
  const text = draft.notKept
    ? words.notKept
    : draft.savedAt
      ? (draft.restored ? words.restored : words.savedAt)(formatTime(draft.savedAt))
      : ''
  return (
    <span className={draft.notKept ? 'draft-line text-red' : 'draft-line'} role="status">
      {text}{' '}
      {draft.restored && (
        <button type="button" className="text-button" onClick={draft.discard}>
          {words.discard}
        </button>
      )}
    </span>
  )
}
