import { randomBytes } from 'node:crypto'
import { closeSync, openSync, rmSync, statfsSync, statSync, writeSync } from 'node:fs'
import path from 'node:path'

const megabyte = 1024 * 1024
const ballastMegabytes = 64
/** Below this the ballast is given up: PostgreSQL needs room for its next checkpoint, or it panics. */
const scarceBytes = 24 * megabyte
/** Above this there is room again, also for a new ballast. */
const enoughBytes = 4 * ballastMegabytes * megabyte

export type DiskWatch = {
  /** The disk is so full that only the ballast is left: what can wait must not be written. */
  isFull(): boolean
  stop(): void
}

const ballastFile = (folder: string): string => path.join(folder, 'ballast')
/** What an ordinary account may still write. */
export const freeBytes = (folder: string): number => {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}

/**
 * Keeps 64 MB of disk in hand: a checkpoint with no byte left makes PostgreSQL panic, and without room to work an
 * operator cannot even tidy up. A disk that would be scarce after it is left as it is.
 */
export function ensureBallast(folder: string): void {
  const file = ballastFile(folder)
  if (statSync(file, { throwIfNoEntry: false })?.size === ballastMegabytes * megabyte) return
  if (freeBytes(folder) < 2 * ballastMegabytes * megabyte) return
  // Random, for a file system that compresses would hold zeros in no room at all.
  const block = randomBytes(megabyte)
  try {
    const opened = openSync(file, 'w', 0o600)
    try {
      for (let written = 0; written < ballastMegabytes * megabyte; ) written += writeSync(opened, block)
    } finally {
      closeSync(opened)
    }
  } catch {
    releaseBallast(folder)
  }
}

/** Gives the ballast up, for want of room. */
export const releaseBallast = (folder: string): void => rmSync(ballastFile(folder), { force: true })

/**
 * Watches the disk of a data folder: gives the ballast up before the last byte is taken, raises the alarm once, and lays
 * a new one when there is room again. Asking the kernel costs some microseconds, so it is asked often.
 *
 * @param alarm told one Vietnamese sentence when the disk becomes full, and one when it is well again
 */
export function watchDisk(folder: string, alarm: (sentence: string) => void, everyMs = 2_000): DiskWatch {
  let full = false
  const look = () => {
    const free = freeBytes(folder)
    if (!full && free < scarceBytes) {
      full = true
      releaseBallast(folder)
      alarm(`Ổ đĩa chứa ${folder} đã đầy: chỉ còn đọc được. Giải phóng ít nhất ${enoughBytes / megabyte} MB.`)
    }
    if (full && free > enoughBytes) {
      full = false
      ensureBallast(folder)
      alarm(`Ổ đĩa chứa ${folder} đã có chỗ trở lại: ghi được bình thường.`)
    }
  }
  look()
  const timer = setInterval(look, everyMs)
  timer.unref()
  return { isFull: () => full, stop: () => clearInterval(timer) }
}
