import { openSync, readFileSync, renameSync, statSync } from 'node:fs'
import path from 'node:path'
import { StartError } from '../start-error.ts'
import { fullDisk } from './data-folder.ts'

const largest = 8 * 1024 * 1024

/** What PostgreSQL says in this run, and what that means for the operator. */
export type PostgresLog = {
  /** For the child's output; the one who spawns closes it. */
  readonly descriptor: number
  /** Why it could not start, or stopped, in one sentence that says what to do. */
  explain(otherwise: string): StartError
}

/** Opens the log of a data folder; a large one is set aside first, the one before it goes. */
export function openPostgresLog(folder: string): PostgresLog {
  const file = path.join(folder, 'postgres.log')
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > largest) renameSync(file, `${file}.1`)
  const descriptor = openSync(file, 'a', 0o600)
  // What earlier runs said must not explain this one.
  const from = statSync(file).size
  return {
    descriptor,
    explain: otherwise => {
      const said = readFileSync(file).subarray(from).toString('utf8').trim()
      if (/No space left on device/.test(said)) return fullDisk(folder)
      if (/incompatible with server|was initialized by PostgreSQL version/.test(said))
        return new StartError(
          `Dữ liệu trong ${folder} thuộc một bản PostgreSQL khác. Dùng đúng bản Xã Số đã tạo dữ liệu, hoặc khôi phục từ bản sao lưu.`,
        )
      const last = said.split('\n').slice(-4).join(' | ')
      return new StartError(`${otherwise} Xem ${file}${last ? `: ${last}` : '.'}`)
    },
  }
}
