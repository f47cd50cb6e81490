import type { OutgoingRow, SearchHit } from '#modules/documents/contract.ts'
import { SeatLink } from '#platform/ui/screens/seat-link.tsx'
import { DocumentNumber } from '#platform/ui/states/document-number.tsx'
import { StateChip } from '#platform/ui/states/state-chip.tsx'
import type { StateOf } from '#platform/ui/states/state-families.ts'
import { type Urgency, UrgencyStamp } from '#platform/ui/states/urgency-stamp.tsx'
import { formatDay } from '#platform/ui/text/format.ts'
import { shownState } from '../shown-state.ts'
import { markParts } from './mark-parts.ts'
import { searchMessages as words } from './messages.vi.ts'

/** One hit as a row of a list, with what was looked for marked in it: that is why it is no plain `DataRow`. */
export function SearchRow({ hit, query }: { hit: SearchHit; query: string }) {
  const { direction, id, subject, notation, arrivalNumber, issuerName, issuedOn, urgency, state, signature, excerpt } =
    hit
  return (
    <li>
      <div>
        <SeatLink className="row-subject clamp-2" to={`documents/${direction}/${id}`}>
          <Marked text={subject} query={query} />
        </SeatLink>
        <div className="row-facts">
          {urgency > 0 && (
            <span className="row-stamp">
              <UrgencyStamp urgency={urgency as Urgency} />
            </span>
          )}
          <span>{words.directions[direction]}</span>
          {arrivalNumber !== null && <span>{words.arrivalNumber(arrivalNumber)}</span>}
          {notation && <DocumentNumber>{notation}</DocumentNumber>}
          {issuerName && (
            <span>
              <Marked text={issuerName} query={query} />
            </span>
          )}
          {issuedOn && <span>{words.issued(formatDay(issuedOn))}</span>}
        </div>
        {excerpt && (
          <p className="search-excerpt">
            <Marked text={excerpt} query={query} />
          </p>
        )}
      </div>
      <div className="row-state">
        {direction === 'incoming' ? (
          <StateChip family="incoming" state={state as StateOf<'incoming'>} />
        ) : (
          <StateChip family="outgoing" state={shownState(state as OutgoingRow['state'], signature ?? 'unsigned')} />
        )}
      </div>
    </li>
  )
}

function Marked({ text, query }: { text: string; query: string }) {
  return markParts(text, query).map((part, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a fixed text never change places.
    part.hit ? <mark key={index}>{part.text}</mark> : <span key={index}>{part.text}</span>,
  )
}
