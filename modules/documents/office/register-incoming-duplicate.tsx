import { useEffect, useState } from 'react'
import type { z } from '#lib/schemas/index.ts'
import type { DuplicateAnswer } from '#modules/documents/contract.ts'
import { useResource } from '#platform/ui/data/use-resource.ts'
import { Note } from '#platform/ui/feedback/note.tsx'
import { TextField } from '#platform/ui/forms/text-field.tsx'
import { SeatLink } from '#platform/ui/screens/seat-link.tsx'
import { formatDay } from '#platform/ui/text/format.ts'
import { registerMessages } from './register-incoming-messages.vi.ts'

const words = registerMessages.duplicate
type Answer = z.infer<typeof DuplicateAnswer>
export type Duplicate = NonNullable<Answer['duplicate']>
type Identified = {
  notation: string
  issuerId?: string | undefined
  issuerName?: string | undefined
  issuedOn?: string | undefined
}

/** Asks as soon as notation and issuer are known, once the hand rests. */
export function useDuplicate(identified: Identified): { known: boolean; duplicate: Duplicate | null } {
  const asked = useRested(identified)
  const known = asked.notation !== '' && Boolean(asked.issuerId || asked.issuerName)
  const answer = useResource<Answer>('/documents/incoming/duplicates', { query: asked, enabled: known })
  return { known: known && answer.data !== undefined, duplicate: (known && answer.data?.duplicate) || null }
}

function useRested(value: Identified): Identified {
  const text = JSON.stringify(value)
  const [rested, setRested] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), 500)
    return () => clearTimeout(timer)
  }, [text])
  return JSON.parse(rested) as Identified
}

type DuplicateNoteProps = {
  duplicate: Duplicate
  reason: string
  error: string | undefined
  onReason: (reason: string) => void
}

/** The same document is there: where, and the reasoned way past it. */
export function DuplicateNote({ duplicate, reason, error, onReason }: DuplicateNoteProps) {
  const { id, subject, arrivalNumber, arrivedOn } = duplicate
  return (
    <div className="register-incoming-duplicate" role="status">
      <Note tone="amber">
        <b>
          {arrivalNumber === null
            ? words.arrived
            : words.registered(arrivalNumber, arrivedOn ? formatDay(arrivedOn) : '')}
        </b>{' '}
        {subject}. <SeatLink to={`documents/incoming/${id}`}>{words.open}</SeatLink>
      </Note>
      <TextField
        label={words.reason}
        hint={words.reasonHint}
        name="duplicateReason"
        error={error}
        maxLength={500}
        value={reason}
        onChange={onReason}
      />
    </div>
  )
}
