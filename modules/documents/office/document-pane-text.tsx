import type { ReactNode } from 'react'
import { paragraphsOf, type TextSource } from './document-pane-paragraphs.ts'

/** A line of the first page with its place in points, as the upload answers it. */
export type PlacedLine = {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
export type FirstPage = { readonly width: number; readonly height: number; readonly lines: readonly PlacedLine[] }

/** The text of a document as paragraphs on a sheet, with the places that something was read from. */
export function TextSheet({ text, sources, zoom }: { text: string; sources: readonly TextSource[]; zoom: number }) {
  return (
    <article className="document-text document-pane-text" style={{ fontSize: `${zoom * 1.125}rem` }}>
      {paragraphsOf(text, sources).map(({ index, pieces, isHead }) => (
        <p key={index} className={isHead ? 'document-pane-head' : undefined}>
          {pieces.map((piece, at) =>
            piece.source === undefined ? (
              piece.text
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one fixed text
              <mark key={at} className="document-pane-source">
                <span className="source-number">{piece.source}</span> {piece.text}
              </mark>
            ),
          )}
        </p>
      ))}
    </article>
  )
}

/** Page 1 as its lines at their places: the look of the paper for a few kilobytes, before a page of the PDF is fetched. */
export function LineSheet({ page, zoom, children }: { page: FirstPage; zoom: number; children: ReactNode }) {
  return (
    <article
      className="document-pane-lines"
      style={{ inlineSize: `calc(min(100%, 44.625rem) * ${zoom})`, aspectRatio: `${page.width} / ${page.height}` }}
    >
      {page.lines.map((line, at) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one fixed page
          key={at}
          style={{
            left: `${(line.x / page.width) * 100}%`,
            top: `${(line.y / page.height) * 100}%`,
            fontSize: `${((line.height / 1.15 / page.width) * 100).toFixed(3)}cqi`,
          }}
        >
          {line.text}
        </span>
      ))}
      {children}
    </article>
  )
}
