import IconPlayerPause from '@tabler/icons-react/icons/IconPlayerPause'
import IconRefresh from '@tabler/icons-react/icons/IconRefresh'
import IconX from '@tabler/icons-react/icons/IconX'
import { useState } from 'react'
import { Button } from '../actions/button.tsx'
import type { Upload, Uploads } from '../data/use-uploads.ts'
import { formatSize } from '../text/format.ts'
import { kitMessages } from '../text/messages.vi.ts'
import { TextField } from './text-field.tsx'

/** One file on its way, and what can be done with it. */
export function UploadLine<Answer>({ upload, uploads }: { upload: Upload<Answer>; uploads: Uploads<Answer> }) {
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
      {upload.problem?.code === 'platform.StateSecret' && (
        <NotSecret onReason={reason => uploads.resumeWithReason(upload.id, reason)} />
      )}
      <div className="row">
        {moving && (
          <Button small icon={IconPlayerPause} onClick={() => uploads.pause(upload.id)}>
            {words.pause}
          </Button>
        )}
        {(upload.state === 'paused' || (upload.state === 'failed' && upload.problem?.mayPass)) && (
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

/** The gate saw a mark of secrecy. Where it is wrong, the way past it is reasoned and recorded. */
function NotSecret({ onReason }: { onReason: (reason: string) => void }) {
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const words = kitMessages.upload
  function send() {
    setTried(true)
    if (reason.trim() !== '') onReason(reason.trim())
  }
  return (
    <details className="upload-not-secret">
      <summary>{words.notSecret}</summary>
      <TextField
        label={words.notSecretReason}
        hint={words.notSecretHint}
        value={reason}
        onChange={setReason}
        error={tried && reason.trim() === '' ? words.notSecretMissing : undefined}
      />
      <Button small onClick={send}>
        {words.again}
      </Button>
    </details>
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
