import IconArrowLeft from '@tabler/icons-react/icons/IconArrowLeft'
import { useEffect, useRef, useState } from 'react'
import type { OutgoingDocument } from '#modules/documents/contract.ts'
import { LinkButton } from '#platform/ui/actions/button.tsx'
import { useResource } from '#platform/ui/data/use-resource.ts'
import { useSend } from '#platform/ui/data/use-send.ts'
import { ErrorState, ProblemNote } from '#platform/ui/feedback/error-state.tsx'
import { useHelp } from '#platform/ui/feedback/help.tsx'
import { Loading } from '#platform/ui/feedback/loading.tsx'
import { Stepper } from '#platform/ui/history/stepper.tsx'
import { Reader } from '#platform/ui/layout/reader.tsx'
import { usePathPart, useTitle } from '#platform/ui/screens/use-address.ts'
import { Deadline } from '#platform/ui/states/deadline.tsx'
import { StateChip } from '#platform/ui/states/state-chip.tsx'
import { kitMessages } from '#platform/ui/text/messages.vi.ts'
import { shownState } from '../shown-state.ts'
import { ReaderDesk } from './reader-desk.tsx'
import { readerMessages as words } from './reader-messages.vi.ts'
import { ReaderPanel } from './reader-panel.tsx'
import './outgoing-reader.css'

/** An outgoing document from its draft to the last receiver: what it says, who holds which step, what can be done now. */
export default function OutgoingReader() {
  const id = usePathPart('id')
  const document = useResource<OutgoingDocument>(`/documents/outgoing/${id}`, { live: ['documents.outgoing'] })
  useOpened(id)
  useTitle(document.data?.notation ?? document.data?.subject, words.back)
  useHelp(words.help)
  if (!document.data)
    return (
      <div className="page">
        {document.problem ? (
          <ErrorState
            problem={document.problem}
            onAgain={document.reload}
            actions={<LinkButton to="documents/outgoing">{words.back}</LinkButton>}
          />
        ) : (
          <Loading sentence={kitMessages.loading.document} onReload={document.reload} />
        )}
      </div>
    )
  return (
    <>
      {document.problem && <ProblemNote problem={document.problem} onAgain={document.reload} />}
      <Opened key={id} document={document.data} onReload={document.reload} />
    </>
  )
}

/** The first look marks it read; said once, whatever the screen reads anew. */
function useOpened(id: string) {
  const open = useSend({ title: words.opened, changes: ['/documents/counts'] })
  const told = useRef<string>(undefined)
  useEffect(() => {
    if (told.current === id) return
    told.current = id
    void open.send(`/documents/outgoing/${id}/open`, {})
  }, [id, open])
}

function Opened({ document, onReload }: { document: OutgoingDocument; onReload: () => void }) {
  const [comparing, setComparing] = useState<number>()
  const ended = ['dispatched', 'recalled', 'cancelled'].includes(document.state)
  return (
    <Reader
      parts={words.parts}
      head={
        <>
          <div className="title-line outgoing-reader-title">
            <LinkButton look="plain" small icon={IconArrowLeft} to="documents/outgoing" data-key="back">
              {words.back}
            </LinkButton>
            <h1 className="document-title" tabIndex={-1}>
              {document.subject}
            </h1>
            <StateChip family="outgoing" state={shownState(document.state, document.signature)} />
            <span className="outgoing-reader-deadline">
              {!ended && (document.dueOn || document.handleBy) && (
                <Deadline
                  lateness={document.lateness}
                  dueOn={document.dueOn}
                  urgent={document.urgency > 0}
                  handleBy={document.handleBy}
                />
              )}
            </span>
          </div>
          {!document.issuedOnly && (
            <Stepper
              label={words.stepsLabel}
              steps={document.steps.map(({ step, state, who }) => ({
                name: (words.steps as Readonly<Record<string, string>>)[step] ?? step,
                state,
                note: who,
              }))}
            />
          )}
        </>
      }
      desk={<ReaderDesk document={document} comparing={comparing} onCompare={setComparing} />}
      panel={<ReaderPanel document={document} onReload={onReload} onCompare={setComparing} />}
    />
  )
}
