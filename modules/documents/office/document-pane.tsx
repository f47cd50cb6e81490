import IconDownload from '@tabler/icons-react/icons/IconDownload'
import IconFileText from '@tabler/icons-react/icons/IconFileText'
import IconPhoto from '@tabler/icons-react/icons/IconPhoto'
import IconPrinter from '@tabler/icons-react/icons/IconPrinter'
import IconZoomIn from '@tabler/icons-react/icons/IconZoomIn'
import IconZoomOut from '@tabler/icons-react/icons/IconZoomOut'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import type { DocumentFile } from '#modules/documents/contract.ts'
import { Button } from '#platform/ui/actions/button.tsx'
import { addressInSeat, FileLink } from '#platform/ui/actions/file-link.tsx'
import { useSeat } from '#platform/ui/data/session.ts'
import { Icon } from '#platform/ui/icons/icon.tsx'
import { Desk } from '#platform/ui/layout/reader.tsx'
import { actLabels } from '#platform/ui/text/act-labels.ts'
import { formatSize } from '#platform/ui/text/format.ts'
import { FileTabs } from './document-pane-files.tsx'
import { type ArrivalStamp, MarkLayer, type PageMark, type PageSize, Stamp } from './document-pane-marks.tsx'
import { paneMessages as words } from './document-pane-messages.vi.ts'
import type { TextSource } from './document-pane-paragraphs.ts'
import { type FirstPage, LineSheet, TextSheet } from './document-pane-text.tsx'
import { type Look, useLook, usePageKeys, usePrinting } from './document-pane-use.ts'
import './document-pane.css'

const DocumentPages = lazy(async () => ({ default: (await import('./pages/document-pages.tsx')).DocumentPages }))

export type PaneFile = Pick<DocumentFile, 'id' | 'role' | 'title' | 'name' | 'mediaType' | 'size' | 'pages' | 'url'>
const zooms = [0.8, 1, 1.25, 1.5, 2] as const

type DocumentPaneProps = {
  /** The subject, as heading for who does not see. */
  title: string
  files: readonly PaneFile[]
  bodyText: string
  /** The text goes on in the file. */
  textCut?: boolean | undefined
  /** Page 1 by its lines, as an upload answers it: shown in place of the text, for the marks lie on it. */
  firstPage?: FirstPage | null | undefined
  verdict?: ReactNode
  /** Further tools, after "Trang": the settlement sheet, another scan. */
  tools?: ReactNode
  /** Numbered places of page 1. */
  marks?: readonly PageMark[] | undefined
  highlighted?: number | undefined
  onHighlight?: ((number: number | undefined) => void) | undefined
  onChoose?: ((number: number) => void) | undefined
  /** Places in the text, as of a deadline. */
  sources?: readonly TextSource[] | undefined
  stamp?: ArrivalStamp | undefined
  /** Begins with the pages: what was read in a scan is compared with its picture, not with what was read. */
  pagesAtOnce?: boolean | undefined
  /** Where on the pages one wants to look; each new object looks there anew. */
  look?: Look | undefined
  children?: ReactNode
}

/** The document's side of a reader: its text at once, its pages on press, its other files one press away. */
export function DocumentPane(props: DocumentPaneProps) {
  const { title, files, bodyText, firstPage, verdict, tools, stamp, sources = [], pagesAtOnce = false } = props
  const { id: seat } = useSeat()
  const [chosen, setChosen] = useState<string>()
  const [original, setOriginal] = useState<boolean>()
  const [zoom, setZoom] = useState(1)
  const [page, setPage] = useState<readonly [number, number]>()
  const file = files.find(one => one.id === chosen) ?? files.find(one => one.role === 'main') ?? files[0]
  const main = file?.role === 'main' || files.length === 0
  const kind = kindOf(file)
  const hasText = main && (firstPage ? firstPage.lines.length > 0 : bodyText.trim() !== '')
  const opened = kind !== 'other' && (original ?? (pagesAtOnce || (!hasText && !main)))
  const printing = usePrinting(opened && kind === 'pdf')
  const size = zooms[zoom] ?? 1
  usePageKeys(opened)
  useLook(opened ? props.look : undefined, { large: size >= 1.5, enlarge: () => setZoom(zooms.indexOf(1.5)) })

  const address = file && addressInSeat(file.url, seat)
  const layer = (sheet: PageSize) => (
    <>
      {main && props.marks && (
        <MarkLayer
          marks={props.marks}
          page={sheet}
          highlighted={props.highlighted}
          onHighlight={props.onHighlight}
          onChoose={props.onChoose}
        />
      )}
      {main && stamp && <Stamp stamp={stamp} afloat />}
    </>
  )
  const lines = hasText && firstPage && (
    <LineSheet page={firstPage} zoom={size}>
      {layer(firstPage)}
    </LineSheet>
  )
  return (
    <Desk
      label={words.document}
      pagesLabel={title}
      verdict={verdict}
      tools={
        (file || hasText) && (
          <>
            <Button
              look="plain"
              className="document-pane-desk"
              icon={IconZoomOut}
              onClick={() => setZoom(Math.max(0, zoom - 1))}
            >
              {words.smaller}
            </Button>
            <Button
              look="plain"
              className="document-pane-desk"
              icon={IconZoomIn}
              onClick={() => setZoom(Math.min(zooms.length - 1, zoom + 1))}
            >
              {words.larger}
            </Button>
            {opened && kind === 'pdf' && page && (
              <span className="meta" role="status">
                {words.page(...page)}
              </span>
            )}
            {tools}
            <span className="grow" />
            {file && (
              <FileLink
                className="button button-plain"
                address={`${file.url}${file.url.includes('?') ? '&' : '?'}save=true`}
              >
                <Icon of={IconDownload} />
                {actLabels.download}
              </FileLink>
            )}
            <Button look="plain" className="document-pane-desk" icon={IconPrinter} onClick={printing.print}>
              {actLabels.print}
            </Button>
          </>
        )
      }
    >
      {files.length > 1 && (
        <FileTabs
          files={files}
          current={file?.id}
          onChoose={id => {
            setChosen(id)
            setOriginal(undefined)
            setPage(undefined)
          }}
        />
      )}
      {file && (hasText ? kind !== 'other' : !opened || printing.waiting) && (
        <div className={hasText ? 'lite-line document-pane-choice' : 'document-pane-start'}>
          <span role="status">
            {printing.waiting
              ? words.printing
              : kind === 'other'
                ? words.word
                : opened
                  ? ''
                  : hasText
                    ? firstPage
                      ? words.layout
                      : words.textOnly
                    : words.noText}
          </span>
          {kind !== 'other' && (hasText || !opened) && (
            <Button
              small={hasText}
              look={hasText ? 'plain' : undefined}
              icon={opened ? IconFileText : kind === 'picture' ? IconPhoto : IconFileText}
              aria-pressed={opened}
              onClick={() => setOriginal(!opened)}
            >
              {opened ? words.text : (kind === 'picture' ? words.picture : words.original)(formatSize(file.size))}
            </Button>
          )}
        </div>
      )}
      {!file && !hasText && (props.children ?? <p className="secondary">{words.nothing}</p>)}
      {opened && file && address ? (
        kind === 'picture' ? (
          <Picture key={file.id} address={address} name={file.name} zoom={size} />
        ) : (
          <Suspense fallback={lines}>
            <DocumentPages
              key={file.id}
              url={file.url}
              meanwhile={lines}
              bytes={file.size}
              zoom={size}
              overlay={(number, sheet) => number === 1 && layer(sheet)}
              onPage={(number, all) => setPage([number, all])}
              onAllDrawn={printing.waiting ? printing.ready : undefined}
            />
          </Suspense>
        )
      ) : lines ? (
        lines
      ) : (
        hasText && (
          <>
            {stamp && <Stamp stamp={stamp} afloat={false} />}
            <TextSheet text={bodyText} sources={sources} zoom={size} />
            {props.textCut && <p className="lite-line">{words.textCut}</p>}
          </>
        )
      )}
    </Desk>
  )
}

function Picture({ address, name, zoom }: { address: string; name: string; zoom: number }) {
  const [failed, setFailed] = useState(false)
  if (failed)
    return (
      <p className="secondary" role="alert">
        {words.pictureFailed}
      </p>
    )
  return (
    <div className="document-pane-picture" data-sheet>
      <img src={address} alt={name} style={{ width: `${zoom * 100}%` }} onError={() => setFailed(true)} />
    </div>
  )
}

function kindOf(file: PaneFile | undefined): 'pdf' | 'picture' | 'other' {
  if (file?.mediaType === 'application/pdf') return 'pdf'
  return file?.mediaType.startsWith('image/') ? 'picture' : 'other'
}
