import { createWriteStream, type WriteStream } from 'node:fs'

export type LogFile = { write(line: string): void; end(): void }

/** How long a file that could not be written is left alone. */
const restMillis = 1_000

/** Lines of this time are written at once: each write wakes a thread and costs more than its bytes. */
const gatheredMillis = 20

function gather(stream: WriteStream): void {
  if (stream.writableCorked > 0) return
  stream.cork()
  setTimeout(() => stream.uncork(), gatheredMillis)
}

/**
 * The log as a file to which lines are appended. A line that cannot be written is lost: a full disk must not end the
 * program, which goes on reading, says that the disk is full, and logs again once there is room.
 */
export function openLogFile(file: string): LogFile {
  let failedAt = Number.NEGATIVE_INFINITY
  const open = (): WriteStream => {
    const opened = createWriteStream(file, { flags: 'a', mode: 0o600 })
    opened.on('error', () => {
      failedAt = performance.now()
    })
    return opened
  }
  let stream = open()
  return {
    write: line => {
      if (stream.errored) {
        if (performance.now() - failedAt < restMillis) return
        stream = open()
      }
      gather(stream)
      stream.write(line)
    },
    end: () => void stream.end(),
  }
}
