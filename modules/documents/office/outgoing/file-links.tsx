import type { DocumentFile } from '#modules/documents/contract.ts'
import { useSeat } from '#platform/ui/data/session.ts'
import { formatSize } from '#platform/ui/text/format.ts'

/** Files as links: a new tab names the seat in its address, for it cannot send a header. */
export function FileLinks({ files }: { files: readonly DocumentFile[] }) {
  const { id: seat } = useSeat()
  return (
    <ul className="outgoing-reader-files">
      {files.map(file => (
        <li key={file.id}>
          <a href={`${file.url}?seat=${encodeURIComponent(seat)}`} target="_blank" rel="noreferrer">
            {file.title || file.name}
          </a>{' '}
          <span className="meta">
            {file.name} · {formatSize(file.size)}
          </span>
        </li>
      ))}
    </ul>
  )
}
