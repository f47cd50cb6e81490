import { createHash, randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { access, chmod, mkdir, open, readdir, rename, rm, stat, statfs } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { platformErrors } from '../acts/errors.ts'

/** A file that came in and is not trusted yet. */
export type Quarantined = { readonly path: string; readonly hash: Buffer; readonly size: number }

export type FileStore = ReturnType<typeof openFileStore>

const leastFreeShare = 0.05

/**
 * Content-addressed files below the data folder: `files/ab/cd/<sha-256>`. What comes in waits in `quarantine` until its
 * checks passed; a file stands under its hash whole and synced before any row names it.
 */
export function openFileStore(dataFolder: string) {
  const files = path.join(dataFolder, 'files')
  const quarantine = path.join(dataFolder, 'quarantine')

  const pathOf = (hash: Buffer): string => {
    const name = hash.toString('hex')
    return path.join(files, name.slice(0, 2), name.slice(2, 4), name)
  }

  /** Takes bytes in; whoever lets them in says how many. @throws platform.DiskFull; what was written is gone then */
  async function receive(bytes: Readable): Promise<Quarantined> {
    await mkdir(quarantine, { recursive: true, mode: 0o700 })
    await refuseFullDisk()
    const target = path.join(quarantine, randomBytes(16).toString('hex'))
    const hash = createHash('sha256')
    let size = 0
    try {
      await pipeline(
        bytes,
        async function* measured(source: AsyncIterable<Buffer>) {
          for await (const chunk of source) {
            size += chunk.length
            hash.update(chunk)
            yield chunk
          }
        },
        createWriteStream(target, { mode: 0o600, flush: true }),
      )
    } catch (error) {
      await rm(target, { force: true })
      throw error
    }
    return { path: target, hash: hash.digest(), size }
  }

  /** Moves a checked file under its hash; the same content twice is one file. */
  async function keep(file: Quarantined): Promise<void> {
    const target = pathOf(file.hash)
    await mkdir(path.dirname(target), { recursive: true, mode: 0o700 })
    await chmod(file.path, 0o400)
    await rename(file.path, target)
    await syncFolder(path.dirname(target))
  }

  /** Takes content off the disk for good, also where a crash had taken it already. Nothing may name it any more. */
  async function remove(hash: Buffer): Promise<void> {
    await rm(pathOf(hash), { force: true })
    await syncFolder(path.dirname(pathOf(hash))).catch(error => {
      if (error.code !== 'ENOENT') throw error
    })
  }

  /** Overwrites and removes a file whose content must not stay (a state secret). */
  async function destroy(file: Pick<Quarantined, 'path' | 'size'>): Promise<void> {
    const handle = await open(file.path, 'r+')
    try {
      const zeros = Buffer.alloc(1024 * 1024)
      for (let at = 0; at < file.size; at += zeros.length)
        await handle.write(zeros, 0, Math.min(zeros.length, file.size - at), at)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rm(file.path, { force: true })
  }

  const discard = (file: Quarantined): Promise<void> => rm(file.path, { force: true })
  const read = (hash: Buffer, range?: { start: number; end: number }): Readable => createReadStream(pathOf(hash), range)
  const has = (hash: Buffer): Promise<boolean> =>
    access(pathOf(hash)).then(
      () => true,
      error => {
        if (error.code === 'ENOENT') return false
        throw error
      },
    )

  /** The contents below one of the 256 folders (`00` … `ff`) that were put there more than so many days ago. */
  async function contentsIn(folder: string, days: number): Promise<Buffer[]> {
    const before = Date.now() - days * 86_400_000
    const found: Buffer[] = []
    for (const below of await namesIn(path.join(files, folder)))
      for (const name of await namesIn(path.join(files, folder, below))) {
        const put = await stat(path.join(files, folder, below, name)).catch(() => undefined)
        if (put && put.mtimeMs < before && /^[0-9a-f]{64}$/.test(name)) found.push(Buffer.from(name, 'hex'))
      }
    return found
  }

  /** Destroys what a process that died left unchecked: it may be a state secret. Before the first file comes in. */
  async function emptyQuarantine(): Promise<void> {
    for (const name of await readdir(quarantine).catch(() => [])) {
      const left = path.join(quarantine, name)
      await chmod(left, 0o600)
      await destroy({ path: left, size: (await stat(left)).size })
    }
  }

  async function refuseFullDisk(): Promise<void> {
    const { bavail, blocks } = await statfs(quarantine)
    if (bavail / blocks < leastFreeShare) throw platformErrors.DiskFull()
  }

  return { receive, keep, remove, destroy, discard, emptyQuarantine, contentsIn, read, has, pathOf }
}

/** What a folder holds; nothing where there is none. */
const namesIn = (folder: string): Promise<string[]> =>
  readdir(folder).catch(error => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return []
    throw error
  })

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}
