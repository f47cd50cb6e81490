import IconAlertTriangle from '@tabler/icons-react/icons/IconAlertTriangle'
import IconHistory from '@tabler/icons-react/icons/IconHistory'
import IconInfoCircle from '@tabler/icons-react/icons/IconInfoCircle'
import IconMessage from '@tabler/icons-react/icons/IconMessage'
import IconUsers from '@tabler/icons-react/icons/IconUsers'
import { useEffect, useRef } from 'react'
import type { Assignment } from '#modules/assignments/contract.ts'
import type { IncomingDocument } from '#modules/documents/contract.ts'
import { useResource } from '#platform/ui/data/use-resource.ts'
import { useSend } from '#platform/ui/data/use-send.ts'
import { useHelp } from '#platform/ui/feedback/help.tsx'
import { ResourceView } from '#platform/ui/feedback/resource-view.tsx'
import { Timeline } from '#platform/ui/history/timeline.tsx'
import { Tree, type TreeNode } from '#platform/ui/history/tree.tsx'
import { Facts } from '#platform/ui/layout/page.tsx'
import { Desk, Fold, Panel, PanelNav, Reader, Verdict } from '#platform/ui/layout/reader.tsx'
import { SeatLink } from '#platform/ui/screens/seat-link.tsx'
import { usePathPart, useTitle } from '#platform/ui/screens/use-address.ts'
import { Deadline } from '#platform/ui/states/deadline.tsx'
import { StateChip } from '#platform/ui/states/state-chip.tsx'
import { UrgencyStamp } from '#platform/ui/states/urgency-stamp.tsx'
import { actLabelOf } from '#platform/ui/text/act-labels.ts'
import { formatDay, formatMoment, formatSize } from '#platform/ui/text/format.ts'
import { IncomingActs } from './incoming-acts.tsx'
import { incomingMessages as words } from './incoming-messages.vi.ts'

export default function IncomingReader() {
  const id = usePathPart('id')
  const document = useResource<IncomingDocument>(`/documents/incoming/${id}`, { live: ['documents.incoming'] })
  useOpened(id)
  useTitle(document.data?.subject, words.title)
  useHelp(words.help)
  return <ResourceView resource={document}>{data => <Opened document={data} reload={document.reload} />}</ResourceView>
}

/** The first look marks document and work as opened; said once, whatever the screen reads anew. */
function useOpened(id: string) {
  const open = useSend({ title: words.title })
  const told = useRef<string>(undefined)
  useEffect(() => {
    if (told.current === id) return
    told.current = id
    void open.send(`/documents/incoming/${id}/open`, {})
  }, [id, open])
}

function Opened({ document, reload }: { document: IncomingDocument; reload: () => void }) {
  return (
    <Reader
      parts={{ document: words.document, act: words.act }}
      desk={<DocumentDesk document={document} />}
      panel={
        <IncomingActs document={document} reload={reload}>
          {(form, foot) => (
            <Panel
              label={words.act}
              nav={<PanelNav back={{ to: 'documents/incoming', label: words.back }} />}
              foot={foot}
            >
              <h1 className="document-title">{document.subject}</h1>
              <p className="fact-line">
                <UrgencyStamp urgency={document.urgency as 0 | 1 | 2 | 3} />{' '}
                {[
                  document.arrivalNumber !== null && words.arrivalNumber(document.arrivalNumber),
                  document.notation,
                  document.issuedOn && formatDay(document.issuedOn),
                  document.issuerName,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              <p className="fact-line">
                <StateChip family="incoming" state={document.state} /> {document.holderName}{' '}
                <Deadline lateness={document.lateness} dueOn={document.dueOn} urgent={document.urgency > 0} />
              </p>
              {form}
              <Folds document={document} />
            </Panel>
          )}
        </IncomingActs>
      }
    />
  )
}

function DocumentDesk({ document }: { document: IncomingDocument }) {
  const closed = ['cancelled', 'set-aside', 'refused', 'taken-back'].includes(document.state)
  return (
    <Desk
      label={words.document}
      verdict={
        closed ? (
          <Verdict tone="red" icon={IconAlertTriangle}>
            {document.state === 'cancelled' ? words.cancelled : ''} {document.stateReason}
          </Verdict>
        ) : undefined
      }
      tools={
        <>
          {document.files.map(file => (
            <a key={file.id} className="button button-plain" href={file.url} target="_blank" rel="noreferrer">
              {file.role === 'main' ? words.openFile : file.title} ({formatSize(file.size)})
            </a>
          ))}
          {document.arrivalNumber !== null && (
            <a
              className="button button-plain"
              href={`/api/v1/documents/incoming/${document.id}/settlement-sheet`}
              target="_blank"
              rel="noreferrer"
            >
              {words.sheet}
            </a>
          )}
        </>
      }
    >
      <article className="document-text">
        {document.bodyText
          .split('\n')
          .filter(line => line.trim() !== '')
          .map((line, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of one fixed text
            <p key={at}>{line}</p>
          ))}
      </article>
    </Desk>
  )
}

function Folds({ document }: { document: IncomingDocument }) {
  const f = words.facts
  return (
    <>
      {document.assignments.length > 0 && (
        <Fold title={words.assignments} icon={IconUsers} note={document.assignments.length} open>
          <Tree label={words.assignments} nodes={nodesBelow(document.assignments, null)} />
        </Fold>
      )}
      {document.comments.length > 0 && (
        <Fold title={words.comments} icon={IconMessage} note={document.comments.length} open>
          <ul className="plain-list">
            {document.comments.map(one => (
              <li key={one.id}>
                <b>{one.name}</b> <span className="meta">{formatMoment(one.at)}</span>
                <p>{one.text}</p>
              </li>
            ))}
          </ul>
        </Fold>
      )}
      <Fold title={f.allFacts} icon={IconInfoCircle}>
        <Facts
          facts={[
            [f.type, document.typeName],
            [f.issuer, document.issuerName],
            [f.signer, [document.signerTitle, document.signerName].filter(Boolean).join(' ')],
            [f.register, document.registerName],
            [f.pages, document.pages],
            [f.due, document.dueOn && [formatDay(document.dueOn), document.dueBasis].filter(Boolean).join(', ')],
            [f.identifier, document.documentIdentifier],
            [
              f.meeting,
              document.meetingAt &&
                [formatMoment(document.meetingAt), document.meetingPlace].filter(Boolean).join(', '),
            ],
            [
              f.reply,
              document.replyDocumentId && (
                <SeatLink to={`documents/outgoing/${document.replyDocumentId}`}>
                  {document.replyNotation ?? '…'}
                </SeatLink>
              ),
            ],
            [f.note, document.note],
          ]}
        />
      </Fold>
      <Fold title={words.history} icon={IconHistory} note={document.history.length}>
        <Timeline
          label={words.history}
          movements={document.history.toReversed().map(one => ({
            id: one.id,
            at: one.at,
            what: `${one.actorName}${one.onBehalfOfName ? words.onBehalf(one.onBehalfOfName) : ''}: ${actLabelOf(one.act) ?? one.act}`,
            text: one.text,
          }))}
        />
      </Fold>
    </>
  )
}

const nodesBelow = (all: readonly Assignment[], parentId: string | null): TreeNode[] =>
  all
    .filter(one => one.parentId === parentId)
    .map(one => ({
      id: one.id,
      name: (
        <>
          {one.toName}, {words.roles[one.role]}
          {one.onBehalfOfName && words.onBehalf(one.onBehalfOfName)}
          <span className="meta">
            {' '}
            {[one.text, one.dueOn && formatDay(one.dueOn), one.result].filter(Boolean).join(' · ')}
          </span>
        </>
      ),
      end: <StateChip family="assignment" state={one.state} />,
      below: nodesBelow(all, one.id),
    }))
