import { accessSync, chmodSync, constants, mkdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import { StartError } from '../start-error.ts'
import { freeBytes } from './ballast.ts'

const megabyte = 1024 * 1024
/** A new cluster, its first log and the ballast. */
const neededForNew = 200 * megabyte
/** Recovery after a crash writes before anything can be tidied up. */
const neededForStart = 32 * megabyte

/**
 * Opens the folder that holds everything of an installation, and makes it when it is not there.
 *
 * @returns its real path
 * @throws StartError when this account cannot or should not write there, or its disk is full
 */
export function openDataFolder(wanted: string): string {
  try {
    mkdirSync(wanted, { recursive: true, mode: 0o755 })
    const folder = realpathSync(wanted)
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    refuseForeignData(folder)
    // Others may pass through to what is theirs (the cluster), not look around.
    if (process.getuid?.() === 0) chmodSync(folder, 0o711)
    return folder
  } catch (error) {
    if (error instanceof StartError) throw error
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOSPC') throw fullDisk(wanted)
    throw new StartError(
      `Không ghi được vào ${wanted} (${code}). Chạy bằng tài khoản sở hữu thư mục, hoặc đặt XASO_DATA khác.`,
    )
  }
}

/** @throws StartError when the disk has no room for what starting alone writes */
export function requireRoom(folder: string, isNew: boolean): void {
  if (freeBytes(folder) < (isNew ? neededForNew : neededForStart)) throw fullDisk(folder)
}

export const fullDisk = (folder: string): StartError =>
  new StartError(`Ổ đĩa chứa ${folder} đã đầy. Giải phóng ít nhất 200 MB rồi chạy lại; dữ liệu đã ghi vẫn còn nguyên.`)

/**
 * Root may write everywhere: once it has, the account that made the data could no longer start. So the data of an
 * ordinary account are opened by that account alone, unless all of them were given to another.
 */
function refuseForeignData(folder: string): void {
  const secret = statSync(path.join(folder, 'secret-postgres'), { throwIfNoEntry: false })
  if (!secret || secret.uid === process.getuid?.()) return
  const name = nameOf(secret.uid)
  throw new StartError(
    `Dữ liệu trong ${folder} do tài khoản “${name}” lập. Chạy bằng tài khoản đó (sudo -u ${name} npm start), hoặc đặt XASO_DATA khác.`,
  )
}

function nameOf(uid: number): string {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
  return lines.find(line => line.split(':')[2] === String(uid))?.split(':')[0] ?? `#${uid}`
}
