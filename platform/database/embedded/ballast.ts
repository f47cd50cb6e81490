import { existsSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const size = 64 * 1024 * 1024
const fileOf = (folder: string): string => path.join(folder, 'ballast')

/**
 * Keeps 64 MB of disk in hand: a checkpoint with no byte left makes PostgreSQL panic, and without room to work an
 * operator cannot even tidy up. A disk too full for it is left as it is.
 */
export function ensureBallast(folder: string): void {
  if (existsSync(fileOf(folder))) return
  try {
    writeFileSync(fileOf(folder), Buffer.alloc(size))
  } catch {
    rmSync(fileOf(folder), { force: true })
  }
}

/** Gives the ballast up, when a write failed for want of room. */
export const releaseBallast = (folder: string): void => rmSync(fileOf(folder), { force: true })
