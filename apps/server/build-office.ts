import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { StartError } from '#platform/database/start-error.ts'

const sources = [
  'apps/office/**/*',
  'platform/ui/**/*',
  'modules/*/office/**/*',
  'modules/*/contract.ts',
  'modules/*/contract/**/*',
  'lib/**/*.ts',
  'package-lock.json',
]

/**
 * Builds the officials' app when its sources are not those of the last build.
 *
 * @throws StartError with the build's last words
 */
export async function buildOfficeIfStale(
  folder: string,
  say: (line: string) => void,
  signal?: AbortSignal,
): Promise<void> {
  if (!existsSync(path.join(folder, 'apps/office/vite.config.ts'))) return
  const stamp = path.join(folder, 'apps/office/dist/.built-from')
  const wanted = hashOfSources(folder)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  say('· Dựng giao diện (khoảng mười giây) …')
  await build(folder, signal)
  writeFileSync(stamp, wanted)
}

function hashOfSources(folder: string): string {
  const hash = createHash('sha256')
  const files = sources.flatMap(pattern => globSync(pattern, { cwd: folder, withFileTypes: true }))
  const paths = files
    .filter(file => file.isFile())
    .map(file => path.relative(folder, path.join(file.parentPath, file.name)))
  for (const file of paths.filter(one => !one.includes('/dist/') && !/\.test\.tsx?$/.test(one)).sort())
    hash.update(file).update(readFileSync(path.join(folder, file)))
  return hash.digest('hex')
}

async function build(folder: string, signal: AbortSignal | undefined): Promise<void> {
  const vite = path.join(folder, 'node_modules/vite/bin/vite.js')
  const child = spawn(process.execPath, [vite, 'build', 'apps/office', '--logLevel', 'warn'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(signal ? { signal } : {}),
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += chunk
    })
  const code = await new Promise<number | null>(resolve => {
    child.on('error', () => resolve(null))
    child.on('close', resolve)
  })
  signal?.throwIfAborted()
  if (code !== 0) throw new StartError(`Không dựng được giao diện: ${output.trim().split('\n').slice(-5).join(' | ')}`)
}
