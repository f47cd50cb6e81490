import { formatSize } from '#platform/ui/text/format.ts'
import type { PaneFile } from './document-pane.tsx'
import { paneMessages as words } from './document-pane-messages.vi.ts'

type FileTabsProps = { files: readonly PaneFile[]; current: string | undefined; onChoose: (id: string) => void }

/** The document's files, each with its title, pages and size: what a press will cost on a thin line is said before it. */
export function FileTabs({ files, current, onChoose }: FileTabsProps) {
  return (
    <nav className="document-pane-files" aria-label={words.files}>
      <ul>
        {files.map(file => (
          <li key={file.id}>
            <button
              type="button"
              aria-current={file.id === current ? 'true' : undefined}
              onClick={() => onChoose(file.id)}
            >
              <span>{words.file(words.roles[file.role], file.title || file.name)}</span>
              <span className="meta">
                {[file.pages === null ? '' : words.pages(file.pages), formatSize(file.size)]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}
