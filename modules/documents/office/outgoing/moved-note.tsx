import type { ReactNode } from 'react'
import { movingActs } from '#modules/documents/contract/outgoing-states.ts'
import type { OutgoingDocument } from '#modules/documents/contract.ts'
import { Button } from '#platform/ui/actions/button.tsx'
import { Note } from '#platform/ui/feedback/note.tsx'
import { SeatLink } from '#platform/ui/screens/seat-link.tsx'
import { formatMoment } from '#platform/ui/text/format.ts'
import { draftMessages as words } from './draft-messages.vi.ts'

type MovedNoteProps = {
  document: OutgoingDocument
  /** The revision that was before the author of what stands in the form. */
  basedOn: number
  /** He has seen what it says now and wants his own words in its place. */
  onGoOn: (revision: number) => void
  /** What it says now, where that is short. */
  children?: ReactNode
}

const moving: ReadonlySet<string> = new Set(movingActs)

/** Somebody changed the draft while it was open in a form here: who, when, and how to go on without losing either's words. */
export function MovedNote({ document, basedOn, onGoOn, children }: MovedNoteProps) {
  if (document.revision === basedOn) return null
  const by = document.history.findLast(entry => moving.has(entry.act))
  return (
    <Note tone="amber">
      {words.moved(by?.actorName ?? '', by ? formatMoment(by.at) : '')}{' '}
      <SeatLink to={`documents/outgoing/${document.id}`} target="_blank">
        {words.seeMoved}
      </SeatLink>
      {children}
      <div>
        <Button small onClick={() => onGoOn(document.revision)}>
          {words.saveOverMoved}
        </Button>
      </div>
    </Note>
  )
}
