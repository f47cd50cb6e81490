import { readFileSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StartError } from '../start-error.ts'
import { fullDisk } from './data-folder.ts'

export type FolderLock = { release(): void }
const busy = 5 // SQLITE_BUSY
const full = 13 // SQLITE_FULL

/**
 * Holds a data folder for this process until it ends, however it ends: the kernel frees an SQLite lock after kill -9.
 *
 * @throws StartError that names who holds it
 */
export function lockFolder(folder: string): FolderLock {
  const holder = path.join(folder, 'holder.json')
  let database: DatabaseSync
  try {
    database = new DatabaseSync(path.join(folder, 'lock.db'))
    database.exec('PRAGMA busy_timeout=0; PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE')
  } catch (error) {
    const { errcode, message } = error as Error & { errcode?: number }
    if (errcode === full) throw fullDisk(folder)
    if (errcode !== busy)
      throw new StartError(
        `Không khóa được thư mục dữ liệu ${folder} (${message}). Kiểm tra thư mục có thuộc người dùng này không.`,
      )
    throw new StartError(
      `Thư mục dữ liệu ${folder} đang được dùng${holderWords(holder)}. Dừng lần chạy đó trước, hoặc đặt XASO_DATA khác cho lần này.`,
    )
  }
  writeFileSync(holder, JSON.stringify({ pid: process.pid, host: os.hostname(), at: new Date().toISOString() }))
  return {
    release: () => {
      database.exec('ROLLBACK')
      database.close()
    },
  }
}

function holderWords(file: string): string {
  try {
    const { pid, host, at } = JSON.parse(readFileSync(file, 'utf8')) as { pid: number; host: string; at: string }
    return ` bởi tiến trình ${pid} trên máy ${host}, từ ${at}`
  } catch {
    return ''
  }
}
