import { execFile } from 'node:child_process'
import { realpathSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { TaskEntry, TaskTypes } from './task.ts'

/** What holds a child on this machine; `xaso doctor` may show it. */
export type Confinement = {
  /** Files: Node's permission model, everywhere. Native code (Typst) could pass it by; strangers' files never meet it. */
  readonly files: true
  /** No network: an empty network namespace, on Linux where the kernel lets us make one. */
  readonly network: boolean
  /** The kernel ends the child with its parent even in an endless loop (Linux); else it ends when it next reads stdin. */
  readonly diesWithParent: boolean
  /** The command in front of `node` that brings this about. */
  readonly wrapper: readonly string[]
}

const programFolder = realpathSync(fileURLToPath(new URL('../../', import.meta.url)))
const run = promisify(execFile)

/** Finds the strongest wrapper that works here, by trying; about 10 ms, done once a process. */
export async function findConfinement(): Promise<Confinement> {
  const dieWithParent = ['setpriv', '--pdeathsig', 'KILL']
  // A namespace made by root keeps root's rights over files; a user needs a user namespace of his own around it. The
  // signal is set after it, because a change of credentials clears it.
  const noNetwork = process.getuid?.() === 0 ? ['unshare', '--net'] : ['unshare', '--net', '--map-current-user']
  const candidates: Confinement[] = [
    { files: true, network: true, diesWithParent: true, wrapper: [...noNetwork, ...dieWithParent] },
    { files: true, network: true, diesWithParent: false, wrapper: noNetwork },
    { files: true, network: false, diesWithParent: true, wrapper: dieWithParent },
  ]
  for (const candidate of process.platform === 'linux' ? candidates : []) {
    const [command = '', ...rest] = candidate.wrapper
    const works = await run(command, [...rest, process.execPath, '--version'], { timeout: 5000, env: {} }).then(
      () => true,
      () => false,
    )
    if (works) return candidate
  }
  return { files: true, network: false, diesWithParent: false, wrapper: [] }
}

/** The whole command line of a child. It may read the program and its input, and write its output, nothing else. */
export function childCommand(options: {
  handles: TaskEntry<TaskTypes>['handles']
  wrapper: readonly string[]
  tableUrl: string
  inputFolder: string
  outputFolder: string
  heapMb: number
}): { command: string; args: string[]; env: Record<string, string> } {
  const tableFile = fileURLToPath(options.tableUrl)
  // The data folder may lie inside the program's, so its parts are named one by one.
  const readable = [
    ...['package.json', 'lib/', 'platform/', 'node_modules/'].map(name => path.join(programFolder, name)),
    path.dirname(tableFile),
    options.inputFolder,
    options.outputFolder,
  ]
  const [command = '', ...args] = [
    ...options.wrapper,
    process.execPath,
    '--permission',
    ...readable.map(place => `--allow-fs-read=${place}`),
    `--allow-fs-write=${options.outputFolder}`,
    ...(options.handles === 'own-data' ? ['--allow-addons'] : []),
    '--disallow-code-generation-from-strings',
    `--max-old-space-size=${options.heapMb}`,
    '--no-warnings',
    // A child at work stays at 130 to 170 MB, half of what V8 would take by itself.
    '--expose-gc',
    '--max-semi-space-size=4',
    path.join(programFolder, 'platform/workshop/child.ts'),
    options.tableUrl,
  ]
  // Nothing of the server's environment, where its secrets are. Windows cannot start a program without SystemRoot.
  const env: Record<string, string> = process.env.SystemRoot ? { SystemRoot: process.env.SystemRoot } : {}
  return { command, args, env }
}
