import { useEffect, useRef } from 'react'
import type { IncomingDocument } from '#modules/documents/contract.ts'
import { LinkButton } from '#platform/ui/actions/button.tsx'
import { useResource } from '#platform/ui/data/use-resource.ts'
import { useSend } from '#platform/ui/data/use-send.ts'
import { ErrorState, ProblemNote } from '#platform/ui/feedback/error-state.tsx'
import { useHelp } from '#platform/ui/feedback/help.tsx'
import { Loading } from '#platform/ui/feedback/loading.tsx'
import { Reader } from '#platform/ui/layout/reader.tsx'
import { useAddressSearch, usePathPart, useTitle } from '#platform/ui/screens/use-address.ts'
import { dayOf } from '#platform/ui/text/format.ts'
import { isOpen } from './act-plan.ts'
import { dueProposals } from './due-proposals.ts'
import { ReaderDesk } from './reader-desk.tsx'
import { readerMessages as words } from './reader-messages.vi.ts'
import { ReaderPanel } from './reader-panel.tsx'
import './incoming-reader.css'

/** An incoming document beside what can be done with it now. */
export default function IncomingReader() {
  const id = usePathPart('id')
  const [{ act, list }] = useAddressSearch()
  const document = useResource<IncomingDocument>(`/documents/incoming/${id}`, { live: ['documents.incoming'] })
  useOpened(document.data)
  useTitle(document.data?.notation || document.data?.subject, words.title)
  useHelp(words.help)
  if (!document.data)
    return (
      <div className="page">
        {document.problem ? (
          <ErrorState
            problem={document.problem}
            onAgain={document.reload}
            actions={<LinkButton to="documents/incoming">{words.backToList}</LinkButton>}
          />
        ) : (
          <Loading sentence={words.waiting} onReload={document.reload} />
        )}
      </div>
    )
  return (
    <>
      {document.problem && <ProblemNote problem={document.problem} onAgain={document.reload} />}
      <Opened key={id} document={document.data} asked={act} list={list} onReload={document.reload} />
    </>
  )
}

type OpenedProps = {
  document: IncomingDocument
  /** The act for which one came, and the list one came from. */
  asked: string | undefined
  list: string | undefined
  onReload: () => void
}

function Opened({ document, asked, list, onReload }: OpenedProps) {
  const mayGive = document.allowed.some(act => act === 'direct' || act === 'propose' || act === 'assign')
  const deadlines = mayGive ? dueProposals(document, dayOf(new Date())) : []
  return (
    <Reader
      parts={words.parts}
      desk={<ReaderDesk document={document} deadlines={deadlines} />}
      panel={<ReaderPanel document={document} deadlines={deadlines} asked={asked} list={list} onReload={onReload} />}
    />
  )
}

/** The first look marks document and work as opened; said once, and not where the server knows it already. */
function useOpened(document: IncomingDocument | undefined) {
  const open = useSend({ title: words.opened, changes: ['/documents'] })
  const told = useRef<string>(undefined)
  const waits =
    document !== undefined &&
    (document.unread || document.assignments.some(one => one.mine && one.openedAt === null && isOpen(one)))
  const id = document?.id
  useEffect(() => {
    if (!waits || id === undefined || told.current === id) return
    told.current = id
    void open.send(`/documents/incoming/${id}/open`, {})
  }, [id, waits, open])
}
