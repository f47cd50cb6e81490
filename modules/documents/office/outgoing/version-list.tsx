import type { OutgoingDocument } from '#modules/documents/contract.ts'
import { formatMoment } from '#platform/ui/text/format.ts'
import { FileLinks } from './file-links.tsx'
import { readerMessages } from './reader-messages.vi.ts'

const words = readerMessages.versions
type VersionListProps = { document: OutgoingDocument; onCompare: (version: number) => void }

/** All versions stay, each with its author, what he said of it, and its files (Phụ lục VI, III.5a). */
export function VersionList({ document, onCompare }: VersionListProps) {
  return (
    <ul className="outgoing-versions">
      {document.versions.toReversed().map(({ version, at, authorName, note, files }) => (
        <li key={version}>
          <p>
            <b>{words.line(version)}</b>{' '}
            <span className="meta">
              {[authorName, formatMoment(at), version === document.version && words.current].filter(Boolean).join(', ')}
            </span>
          </p>
          {note && <p className="small">{note}</p>}
          {files.length > 0 && <FileLinks files={files} />}
          {version !== document.version && (
            <button type="button" className="text-button" onClick={() => onCompare(version)}>
              {words.compare}
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}
