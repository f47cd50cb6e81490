import IconX from '@tabler/icons-react/icons/IconX'
import { useEffect } from 'react'
import { Button } from '#platform/ui/actions/button.tsx'
import { useUploads } from '#platform/ui/data/use-uploads.ts'
import { FileDrop } from '#platform/ui/forms/file-drop.tsx'
import { actLabels } from '#platform/ui/text/act-labels.ts'
import { formatSize } from '#platform/ui/text/format.ts'
import type { KeptFile } from './act-value.ts'
import { readerMessages } from './reader-messages.vi.ts'

type KeptFilesProps = {
  label: string
  hint: string
  accept: readonly string[]
  most: number
  optional?: boolean
  error: string | undefined
  files: readonly KeptFile[]
  onChange: (files: readonly KeptFile[]) => void
  onUploading: (busy: boolean) => void
}

/** Files of a form: sent as soon as they are chosen, and then kept with what is typed. */
export function KeptFiles(props: KeptFilesProps) {
  const { label, hint, accept, most, optional, error, files, onChange, onUploading } = props
  const uploads = useUploads<KeptFile>(({ id, name, size }, upload) => {
    onChange([...files, { id, name, size }].slice(0, most))
    uploads.remove(upload.id)
  })
  const { busy } = uploads
  useEffect(() => {
    onUploading(busy)
    return () => onUploading(false)
  }, [busy, onUploading])
  return (
    <div>
      <FileDrop
        label={label}
        hint={hint}
        name="files"
        accept={accept}
        error={error}
        uploads={uploads}
        optional={optional}
        multiple
      />
      {files.length > 0 && (
        <ul className="incoming-reader-files" aria-label={readerMessages.form.uploaded}>
          {files.map(file => (
            <li key={file.id}>
              <span className="grow">
                {file.name} <span className="meta">{formatSize(file.size)}</span>
              </span>
              <Button
                small
                look="plain"
                icon={IconX}
                aria-label={`${actLabels.remove}: ${file.name}`}
                onClick={() => onChange(files.filter(({ id }) => id !== file.id))}
              >
                {actLabels.remove}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
