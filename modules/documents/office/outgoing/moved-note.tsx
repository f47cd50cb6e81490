import type { ReactNode } from 'react'
import { movingActs } from '#modules/documents/contract/outgoing-states.ts'
import type { OutgoingDocument } from '#modules/documents/contract.ts'
import { Button } from '#platform/ui/actions/button.tsx'
import type { Problem } from '#platform/ui/data/problem.ts'
import { Note } from '#platform/ui/feedback/note.tsx'
import { useInSight } from '#platform/ui/feedback/use-in-sight.ts'
import { SeatLink } from '#platform/ui/screens/seat-link.tsx'
import { formatMoment } from '#platform/ui/text/format.ts'
import { draftMessages as words } from './draft-messages.vi.ts'

type MovedNoteProps = {
  document: OutgoingDocument
  /** The revision that was before the author of what stands in the form. */
  basedOn: number
  /** Saving was refused for it: the note stands in the place of that refusal. */
  refused?: Problem | undefined
  /** He has seen what it says now and wants his own words in its place. */
  onGoOn: (revision: number) => void
  /** He gives up what he wrote for what it says now. */
  onTake: (by: string) => void
  /** What it says now, where that is short. */
  children?: ReactNode
}

const moving: ReadonlySet<string> = new Set(movingActs)

/** Somebody changed the draft while it was open in a form here: who, when, and how to go on without losing either's words. */
export function MovedNote({ document, basedOn, refused, onGoOn, onTake, children }: MovedNoteProps) {
  const shown = useInSight<HTMLDivElement>(refused)
  if (document.revision === basedOn) return null
  const by = document.history.findLast(entry => moving.has(entry.act))
  const name = by?.actorName ?? ''
  return (
    <div ref={refused && shown} role={refused ? 'alert' : undefined}>
      <Note tone="amber">
        {refused && <strong>{words.notSaved} </strong>}
        {words.moved(name, by ? formatMoment(by.at) : '')}{' '}
        <SeatLink to={`documents/outgoing/${document.id}`} target="_blank">
          {words.seeMoved}
        </SeatLink>
        {children}
        <div className="state-actions">
          <Button small onClick={() => onGoOn(document.revision)}>
            {words.keepOverMoved}
          </Button>
          <Button small onClick={() => onTake(name)}>
            {words.takeMoved(name)}
          </Button>
        </div>
      </Note>
    </div>
  )
}

/** That saving was refused because somebody was quicker, once it is known here what the draft says now. */
export const refusedAsMoved = (
  { revision }: OutgoingDocument,
  basedOn: number,
  problem: Problem | undefined,
): Problem | undefined => (problem?.code === 'documents.DraftMoved' && revision !== basedOn ? problem : undefined)
