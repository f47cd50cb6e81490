import type { DocumentFile } from '#modules/documents/contract.ts'
import { FileLink } from '#platform/ui/actions/file-link.tsx'
import { formatSize } from '#platform/ui/text/format.ts'

/** Files as links, with their size. */
export function FileLinks({ files }: { files: readonly DocumentFile[] }) {
  return (
    <ul className="outgoing-reader-files">
      {files.map(file => (
        <li key={file.id}>
          <FileLink address={file.url}>{file.title || file.name}</FileLink>{' '}
          <span className="meta">
            {file.name} · {formatSize(file.size)}
          </span>
        </li>
      ))}
    </ul>
  )
}
