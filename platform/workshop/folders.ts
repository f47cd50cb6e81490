import { constants } from 'node:fs'
import { copyFile, lstat, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

const prefix = 'xaso-workshop-'

/** Makes the workshop's private folder, and removes those that a killed process left: they may hold documents. */
export async function makeWorkshopFolder(parent = os.tmpdir()): Promise<string> {
  for (const name of await readdir(parent)) {
    const owner = new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1]
    // Another user's folder cannot be removed, and need not be.
    if (owner && !isRunning(Number(owner)))
      await rm(path.join(parent, name), { recursive: true, force: true }).catch(() => {})
  }
  return mkdtemp(path.join(parent, `${prefix}${process.pid}-`))
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

export type ChildFolders = { readonly root: string; readonly input: string; readonly output: string }

export async function makeChildFolders(workshopFolder: string): Promise<ChildFolders> {
  const root = await mkdtemp(path.join(workshopFolder, 'child-'))
  const folders = { root, input: path.join(root, 'in'), output: path.join(root, 'out') }
  await mkdir(folders.input, { mode: 0o700 })
  await mkdir(folders.output, { mode: 0o700 })
  return folders
}

/** A child works on a copy: the original lies where it may not even look. */
export async function copyIn<Input extends object>(
  input: Input,
  fields: readonly string[],
  folders: ChildFolders,
): Promise<Input> {
  const values = new Map<string, unknown>(Object.entries(input))
  let count = 0
  const copy = async (original: string): Promise<string> => {
    const target = path.join(folders.input, String(count++))
    await copyFile(original, target, constants.COPYFILE_FICLONE)
    return target
  }
  for (const field of fields) {
    const value = values.get(field)
    if (typeof value === 'string') values.set(field, await copy(value))
    if (Array.isArray(value)) {
      const copies: string[] = []
      for (const original of value) copies.push(await copy(String(original)))
      values.set(field, copies)
    }
  }
  return { ...input, ...Object.fromEntries(values) }
}

/**
 * Moves the files that an answer names into a folder of the caller's. The answer comes from a child that may have been
 * taken over: only a plain file directly in its output folder counts.
 */
export async function moveOut<Output extends object>(
  output: Output,
  fields: readonly string[],
  folders: ChildFolders,
  workshopFolder: string,
): Promise<Output | undefined> {
  const moved: Record<string, string> = {}
  for (const field of fields) {
    const value: unknown = new Map<string, unknown>(Object.entries(output)).get(field)
    if (typeof value !== 'string' || path.dirname(value) !== folders.output) return undefined
    const facts = await lstat(value).catch(() => undefined)
    if (!facts?.isFile() || facts.nlink > 1) return undefined
    const target = path.join(await mkdtemp(path.join(workshopFolder, 'result-')), path.basename(value))
    await rename(value, target)
    moved[field] = target
  }
  return { ...output, ...moved }
}

export async function emptyFolders(folders: ChildFolders): Promise<void> {
  for (const folder of [folders.input, folders.output])
    for (const name of await readdir(folder)) await rm(path.join(folder, name), { recursive: true, force: true })
}

/** Bytes below a folder, links not followed. */
export async function sizeOf(folder: string): Promise<number> {
  let total = 0
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isFile())
      total += (await lstat(path.join(entry.parentPath, entry.name)).catch(() => undefined))?.size ?? 0
  }
  return total
}
