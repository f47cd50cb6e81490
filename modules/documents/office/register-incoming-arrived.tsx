import { lazy, Suspense } from 'react'
import { findDocumentType } from '#lib/document-form/index.ts'
import type { IncomingDocument } from '#modules/documents/contract.ts'
import { LinkButton } from '#platform/ui/actions/button.tsx'
import { useResource } from '#platform/ui/data/use-resource.ts'
import { useHelp } from '#platform/ui/feedback/help.tsx'
import { Loading } from '#platform/ui/feedback/loading.tsx'
import { Note } from '#platform/ui/feedback/note.tsx'
import { ResourceView } from '#platform/ui/feedback/resource-view.tsx'
import { Facts } from '#platform/ui/layout/page.tsx'
import { Panel, Reader } from '#platform/ui/layout/reader.tsx'
import { usePathPart, useTitle } from '#platform/ui/screens/use-address.ts'
import { stateWord } from '#platform/ui/states/state-chip.tsx'
import { UrgencyStamp } from '#platform/ui/states/urgency-stamp.tsx'
import { formatDay, formatMoment } from '#platform/ui/text/format.ts'
import { DocumentPane } from './document-pane.tsx'
import { ArrivedForm } from './register-incoming-arrived-form.tsx'
import { registerMessages } from './register-incoming-messages.vi.ts'
import { RegisterNav } from './register-incoming-nav.tsx'
import './register-incoming.css'

const PaperEntry = lazy(async () => ({ default: (await import('./register-incoming.tsx')).PaperEntry }))
const words = registerMessages.arrived

/** Registers what another agency sent: its facts came with it, and only the way in this office is chosen. */
export default function RegisterArrivedScreen() {
  const id = usePathPart('id')
  const document = useResource<IncomingDocument>(`/documents/incoming/${id}`, { live: ['documents.incoming'] })
  useTitle(document.data?.subject, registerMessages.arrivedTitle)
  useHelp(registerMessages.arrivedHelp)
  return <ResourceView resource={document}>{data => <Opened document={data} />}</ResourceView>
}

function Opened({ document }: { document: IncomingDocument }) {
  // A paper that was noted at the counter: what it says is entered now.
  if (document.carrier !== 'inside' && document.allowed.includes('register'))
    return (
      <Suspense fallback={<Loading rows={4} onReload={() => window.location.reload()} />}>
        <PaperEntry key={document.id} noted={document} />
      </Suspense>
    )
  const desk = (
    <DocumentPane
      title={document.subject}
      files={document.files}
      bodyText={document.bodyText}
      textCut={document.textCut}
    />
  )
  const head = <ArrivedFacts document={document} />
  return (
    <Reader
      title={document.subject}
      kind="entry"
      parts={{ document: registerMessages.document, act: registerMessages.act }}
      desk={desk}
      panel={
        document.allowed.includes('register') ? (
          <ArrivedForm key={document.id} document={document}>
            {head}
          </ArrivedForm>
        ) : (
          <Panel
            label={registerMessages.arrivedTitle}
            nav={<RegisterNav />}
            foot={<LinkButton to={`documents/incoming/${document.id}`}>{registerMessages.openIt}</LinkButton>}
          >
            {head}
            <Note tone="grey">{words.already(stateWord('incoming', document.state))}</Note>
          </Panel>
        )
      }
    />
  )
}

function ArrivedFacts({ document }: { document: IncomingDocument }) {
  const f = words.facts
  const { typeCode, typeName, meetingAt, meetingPlace, meetingChair, meetingInvited } = document
  return (
    <div className="register-incoming-arrived">
      <h1 className="document-title">{document.subject}</h1>
      {document.urgency > 0 && (
        <p className="fact-line">
          <UrgencyStamp urgency={document.urgency as 0 | 1 | 2 | 3} />
        </p>
      )}
      <Facts
        facts={[
          [f.notation, document.notation],
          [f.issuedOn, document.issuedOn && formatDay(document.issuedOn)],
          [f.issuer, document.issuerName],
          [f.type, typeName ?? (typeCode && findDocumentType(typeCode)?.name)],
          [f.signer, [document.signerTitle, document.signerName].filter(Boolean).join(' ')],
          [f.signature, document.signature && stateWord('signature', document.signature)],
          [f.to, document.addresseeName],
          [f.arrived, formatMoment(document.arrivedAt)],
          [f.handleBy, document.handleBy && formatMoment(document.handleBy)],
          [f.identifier, document.documentIdentifier],
          [f.meeting, meetingAt && [formatMoment(meetingAt), meetingPlace].filter(Boolean).join(', ')],
          [registerMessages.fields.meetingChair, meetingChair],
          [registerMessages.fields.meetingInvited, meetingInvited],
        ]}
      />
    </div>
  )
}
