import IconAlertTriangle from '@tabler/icons-react/icons/IconAlertTriangle'
import IconFileText from '@tabler/icons-react/icons/IconFileText'
import type { IncomingDocument } from '#modules/documents/contract.ts'
import { FileLink } from '#platform/ui/actions/file-link.tsx'
import { useSeat } from '#platform/ui/data/session.ts'
import { Icon } from '#platform/ui/icons/icon.tsx'
import { Verdict } from '#platform/ui/layout/reader.tsx'
import { spokenTitle } from '#platform/ui/text/format.ts'
import { DocumentPane } from '../document-pane.tsx'
import type { DueProposal } from './due-proposals.ts'
import { readerMessages as words } from './reader-messages.vi.ts'

/** The document: its text with the stamp of arrival and the places of its deadlines, its pages on press. */
export function ReaderDesk({ document, deadlines }: { document: IncomingDocument; deadlines: readonly DueProposal[] }) {
  const seat = useSeat()
  const { arrivalNumber, arrivedOn } = document
  return (
    <DocumentPane
      title={document.subject}
      files={document.files}
      bodyText={document.bodyText}
      textCut={document.textCut}
      sources={deadlines.map(one => one.source)}
      verdict={<Closed document={document} />}
      stamp={
        arrivalNumber !== null && arrivedOn ? { agency: seat.agencyName, number: arrivalNumber, arrivedOn } : undefined
      }
      tools={
        arrivalNumber !== null && (
          <FileLink
            className="button button-plain"
            address={`/api/v1/documents/incoming/${document.id}/settlement-sheet`}
          >
            <Icon of={IconFileText} />
            {words.sheet}
          </FileLink>
        )
      }
    />
  )
}

/** The sender names him with his title as it is printed: 'Nguyễn Thị Trang, CHỦ TỊCH'. */
const spoken = (who: string): string => who.split(', ').map(spokenTitle).join(', ')

/** Why nothing more is done with a document, before anything of it is read. */
function Closed({ document: { state, stateReason, recallOrderedBy } }: { document: IncomingDocument }) {
  const verdicts: Readonly<Record<string, string | undefined>> = words.verdicts
  const verdict = verdicts[state]
  if (!verdict) return null
  return (
    <Verdict tone={state === 'cancelled' || state === 'refused' ? 'red' : 'grey'} icon={IconAlertTriangle}>
      <b>{verdict}</b> {stateReason && words.reason(stateReason)}
      {recallOrderedBy && ` ${words.recallOrderedBy(spoken(recallOrderedBy))}`}
    </Verdict>
  )
}
