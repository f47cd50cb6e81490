import IconUpload from '@tabler/icons-react/icons/IconUpload'
import { useRef, useState } from 'react'
import { Button } from '../actions/button.tsx'
import type { Uploads } from '../data/use-uploads.ts'
import { formatSize } from '../text/format.ts'
import { kitMessages } from '../text/messages.vi.ts'
import { FieldFrame, type FieldProps, useFieldIds } from './field.tsx'
import { UploadLine } from './upload-line.tsx'

type FileDropProps<Answer> = FieldProps & {
  uploads: Uploads<Answer>
  /** Endings with dot: `['.pdf', '.docx']`. */
  accept: readonly string[]
  /** Bytes; 50 MB unless told. */
  largest?: number
  multiple?: boolean
}

/** Chooses files or takes dropped ones, and shows each on its way: size, percent, time left, pause, cancel. */
export function FileDrop<Answer>(props: FileDropProps<Answer>) {
  const {
    label,
    hint,
    error,
    optional,
    name,
    className,
    uploads,
    accept,
    largest = 50 * 1024 * 1024,
    multiple = false,
  } = props
  const [refusals, setRefusals] = useState<readonly string[]>([])
  const [over, setOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const words = kitMessages.upload
  const shown = error ?? (refusals.length > 0 ? refusals.join(' ') : undefined)
  const ids = useFieldIds({ name, hint, error: shown })

  function take(files: readonly File[]) {
    const chosen = multiple ? files : files.slice(0, 1)
    setRefusals(chosen.flatMap(file => refusalOf(file, accept, largest) ?? []))
    const good = chosen.filter(file => !refusalOf(file, accept, largest))
    if (!multiple && good.length > 0) for (const item of uploads.items) uploads.remove(item.id)
    uploads.add(good)
  }

  return (
    <FieldFrame {...{ label, hint, error: shown, optional, className, ids }} group labelId={`${ids.id}-label`}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button inside is the first. */}
      <div
        className="upload-drop"
        data-over={over || undefined}
        onDragOver={event => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={event => {
          event.preventDefault()
          setOver(false)
          take([...event.dataTransfer.files])
        }}
      >
        <input
          ref={input}
          type="file"
          hidden
          accept={accept.join()}
          multiple={multiple}
          onChange={event => {
            take([...(event.target.files ?? [])])
            // The same file may be chosen again after it was removed.
            event.target.value = ''
          }}
        />
        <Button
          id={ids.id}
          icon={IconUpload}
          aria-describedby={[`${ids.id}-label`, ids.describedBy].filter(Boolean).join(' ')}
          onClick={() => input.current?.click()}
        >
          {words.choose}
        </Button>
        <span className="meta">{words.drop}</span>
      </div>
      <ul>
        {uploads.items.map(upload => (
          <UploadLine key={upload.id} upload={upload} uploads={uploads} />
        ))}
      </ul>
    </FieldFrame>
  )
}

function refusalOf(file: File, accept: readonly string[], largest: number): string | undefined {
  const words = kitMessages.upload
  if (!accept.some(ending => file.name.toLowerCase().endsWith(ending)))
    return words.wrongType(file.name, accept.join(', '))
  if (file.size === 0) return words.empty(file.name)
  if (file.size > largest) return words.tooLarge(file.name, formatSize(file.size), formatSize(largest))
  return undefined
}
