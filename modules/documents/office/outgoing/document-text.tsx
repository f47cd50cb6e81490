import type { LetterBlock, OutgoingDocument } from '#modules/documents/contract.ts'
import { readerMessages as words } from './reader-messages.vi.ts'

type LetterRun = Extract<LetterBlock, { kind: 'paragraph' }>['runs'][number]

/** What a document says, as text: of a written letter its pieces, of an uploaded file the text that was read in it. */
export function DocumentText({ document }: { document: OutgoingDocument }) {
  const { letter, bodyText, typeCode } = document
  if (!letter) {
    const lines = bodyText.split('\n').filter(line => line.trim() !== '')
    const isPdf = document.files.some(file => file.role === 'main' && file.mediaType === 'application/pdf')
    if (lines.length === 0) return <p className="secondary">{isPdf ? words.desk.noText : words.desk.noPdf}</p>
    return (
      <article className="document-text">
        {!isPdf && <p className="secondary">{words.desk.ofWord}</p>}
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a fixed text never change places.
          <p key={index}>{line}</p>
        ))}
      </article>
    )
  }
  return (
    <article className="document-text outgoing-letter">
      <h2>{document.subject}</h2>
      {letter.addressees.length > 0 && (
        <p>
          {typeCode === 'giay-moi' ? words.desk.guests : words.desk.addressees} {letter.addressees.join('; ')}.
        </p>
      )}
      {letter.blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a version never change places.
        <BlockText key={index} block={block} />
      ))}
    </article>
  )
}

function BlockText({ block }: { block: LetterBlock }) {
  switch (block.kind) {
    case 'heading':
      return <h3>{block.text}</h3>
    case 'paragraph':
      return (
        <p>
          <Runs runs={block.runs} />
        </p>
      )
    case 'item':
      return (
        <p className="outgoing-letter-item">
          <span>{block.mark}</span>
          <span>
            <Runs runs={block.runs} />
          </span>
        </p>
      )
    case 'table':
      return (
        <div className="outgoing-letter-table">
          <table>
            <thead>
              <tr>
                {block.header.map((cell, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: as above.
                  <th key={at} scope="col">
                    {cell}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {block.rows.map((cells, row) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above.
                <tr key={row}>
                  {cells.map((cell, at) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: as above.
                    <td key={at}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )
  }
}

function Runs({ runs }: { runs: readonly LetterRun[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: as above.
  return runs.map((run, index) => <Run key={index} run={run} />)
}

function Run({ run: { text, bold, italic } }: { run: LetterRun }) {
  const words = italic ? <i>{text}</i> : text
  return bold ? <b>{words}</b> : words
}
