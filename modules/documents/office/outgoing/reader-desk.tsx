import IconAlertTriangle from '@tabler/icons-react/icons/IconAlertTriangle'
import IconDownload from '@tabler/icons-react/icons/IconDownload'
import IconFileText from '@tabler/icons-react/icons/IconFileText'
import IconHistory from '@tabler/icons-react/icons/IconHistory'
import IconPrinter from '@tabler/icons-react/icons/IconPrinter'
import IconShieldCheck from '@tabler/icons-react/icons/IconShieldCheck'
import { lazy, Suspense, useState } from 'react'
import type { OutgoingDocument } from '#modules/documents/contract.ts'
import { Button, LinkButton } from '#platform/ui/actions/button.tsx'
import { FileLink } from '#platform/ui/actions/file-link.tsx'
import { IconHalfCircle } from '#platform/ui/icons/half-circle.tsx'
import { Icon } from '#platform/ui/icons/icon.tsx'
import { Desk, Verdict } from '#platform/ui/layout/reader.tsx'
import { actIconOf } from '#platform/ui/states/act-icons.ts'
import { actLabels } from '#platform/ui/text/act-labels.ts'
import { formatSize, spokenTitle } from '#platform/ui/text/format.ts'
import { DocumentText } from './document-text.tsx'
import { readerMessages as words } from './reader-messages.vi.ts'
import { VersionDifferenceView } from './version-difference.tsx'

const DocumentPages = lazy(async () => ({ default: (await import('../pages/document-pages.tsx')).DocumentPages }))

type ReaderDeskProps = {
  document: OutgoingDocument
  /** The earlier version that the present one is compared with. */
  comparing: number | undefined
  onCompare: (version: number | undefined) => void
}

/** The document: its text at once, its pages on press, what changed between versions. */
export function ReaderDesk({ document, comparing, onCompare }: ReaderDeskProps) {
  const [pages, setPages] = useState(false)
  const main = document.files.find(file => file.role === 'main' && file.mediaType === 'application/pdf')
  const preview =
    document.letter && !document.issuedOnly ? `/api/v1/documents/outgoing/${document.id}/preview` : undefined
  const url = main?.url ?? preview
  const before = document.version - 1
  return (
    <Desk
      label={words.parts.document}
      verdict={<DocumentVerdict document={document} />}
      tools={
        <>
          {url && (
            <Button
              look="plain"
              icon={IconFileText}
              aria-pressed={pages}
              onClick={() => {
                onCompare(undefined)
                setPages(!pages)
              }}
            >
              {pages ? words.desk.text : main ? words.desk.pages(formatSize(main.size)) : words.desk.preview}
            </Button>
          )}
          {comparing !== undefined ? (
            <Button look="plain" icon={IconHistory} aria-pressed onClick={() => onCompare(undefined)}>
              {words.desk.endCompare}
            </Button>
          ) : (
            before >= 1 &&
            !document.issuedOnly && (
              <Button look="plain" icon={IconHistory} onClick={() => onCompare(before)}>
                {words.desk.compare(before)}
              </Button>
            )
          )}
          {document.allowed.includes('change') && (
            <LinkButton look="plain" icon={actIconOf('edit')} to={`documents/outgoing/${document.id}/edit`}>
              {actLabels.change}
            </LinkButton>
          )}
          {document.allowed.includes('place-number') && main && (
            <LinkButton
              look="plain"
              icon={actIconOf('place-number')}
              to={`documents/outgoing/${document.id}/number-place`}
            >
              {actLabels['place-number']}
            </LinkButton>
          )}
          <span className="grow" />
          {url && (
            <>
              <FileLink className="button button-plain" address={`${url}?save=true`}>
                <Icon of={IconDownload} />
                {actLabels.download}
              </FileLink>
              <FileLink className="button button-plain outgoing-reader-print" address={url}>
                <Icon of={IconPrinter} />
                {actLabels.print}
              </FileLink>
            </>
          )}
        </>
      }
    >
      {comparing !== undefined ? (
        <VersionDifferenceView documentId={document.id} from={comparing} to={document.version} />
      ) : pages && url ? (
        <Suspense>
          <DocumentPages url={url} />
        </Suspense>
      ) : (
        <DocumentText document={document} />
      )}
    </Desk>
  )
}

/** One sentence before anything is read: whether it is signed, that it fell, that somebody has it. */
function DocumentVerdict({ document }: { document: OutgoingDocument }) {
  const { state, stateReason, recallOrder } = document
  if (state === 'recalled')
    return (
      <Verdict tone="red" icon={IconAlertTriangle}>
        <b>{words.recalledBecause[0]}</b> {words.recalledBecause[1]} {stateReason?.replace(/\.$/, '')}.
        {recallOrder && ` ${words.recallOrderedBy(recallOrder.name, spokenTitle(recallOrder.title))}`}
      </Verdict>
    )
  if (state === 'cancelled')
    return (
      <Verdict tone="grey" icon={IconAlertTriangle}>
        <b>{words.cancelledBecause}</b> {stateReason}
      </Verdict>
    )
  if (state === 'returned' && stateReason)
    return (
      <Verdict tone="amber" icon={IconAlertTriangle}>
        <b>{words.returnedBecause}</b> {stateReason}
      </Verdict>
    )
  return document.approvedAt ? <SignatureVerdict document={document} /> : null
}

function SignatureVerdict({ document: { signature } }: { document: OutgoingDocument }) {
  const [what, more] = words.signatures[signature]
  const whole = signature === 'signed'
  return (
    <Verdict tone={whole ? 'green' : 'amber'} icon={whole ? IconShieldCheck : IconHalfCircle}>
      <b>{what}</b> {more}
    </Verdict>
  )
}
