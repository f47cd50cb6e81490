import IconPlayerPause from '@tabler/icons-react/icons/IconPlayerPause'
import IconRefresh from '@tabler/icons-react/icons/IconRefresh'
import IconUpload from '@tabler/icons-react/icons/IconUpload'
import IconX from '@tabler/icons-react/icons/IconX'
import { useRef, useState } from 'react'
import { Button } from '../actions/button.tsx'
import type { Upload, Uploads } from '../data/use-uploads.ts'
import { formatSize } from '../text/format.ts'
import { kitMessages } from '../text/messages.vi.ts'
import { FieldFrame, type FieldProps, useFieldIds } from './field.tsx'

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

function UploadLine<Answer>({ upload, uploads }: { upload: Upload<Answer>; uploads: Uploads<Answer> }) {
  const words = kitMessages.upload
  const { sent, total } = upload.progress
  const percent = total > 0 ? Math.floor((sent / total) * 100) : 0
  const moving = upload.state === 'sending'
  return (
    <li className="upload">
      <div className="upload-head">
        <span className="upload-name">{upload.name}</span>
        <span className="meta">{formatSize(upload.size)}</span>
      </div>
      {(moving || upload.state === 'checking') && (
        <progress className="progress" aria-label={words.progressLabel(upload.name)} value={percent} max={100} />
      )}
      <p
        className={upload.state === 'failed' ? 'small text-red' : 'meta'}
        role={upload.state === 'failed' ? 'alert' : undefined}
      >
        {sentenceOf(upload)}
      </p>
      <div className="row">
        {moving && (
          <Button small icon={IconPlayerPause} onClick={() => uploads.pause(upload.id)}>
            {words.pause}
          </Button>
        )}
        {(upload.state === 'paused' || upload.state === 'failed') && (
          <Button small icon={IconRefresh} onClick={() => uploads.resume(upload.id)}>
            {upload.state === 'paused' ? words.resume : words.again}
          </Button>
        )}
        <Button
          small
          look="plain"
          icon={IconX}
          aria-label={`${words.cancel} ${upload.name}`}
          onClick={() => uploads.remove(upload.id)}
        >
          {words.cancel}
        </Button>
      </div>
    </li>
  )
}

function sentenceOf<Answer>(upload: Upload<Answer>): string {
  const words = kitMessages.upload
  const { sent, total, bytesPerSecond } = upload.progress
  switch (upload.state) {
    case 'waiting':
      return words.waiting
    case 'checking':
      return words.checking
    case 'paused':
      return words.paused
    case 'done':
      return words.done
    case 'failed':
      return upload.problem ? `${upload.problem.title} ${upload.problem.detail}` : ''
    case 'sending': {
      const seconds = bytesPerSecond > 0 ? (total - sent) / bytesPerSecond : 0
      const left =
        seconds > 90 ? words.minutes(Math.round(seconds / 60)) : words.seconds(Math.max(1, Math.round(seconds)))
      const progress = words.progress(formatSize(sent), total > 0 ? Math.floor((sent / total) * 100) : 0)
      return seconds > 4 ? `${progress} ${words.left(left)}` : progress
    }
  }
}
