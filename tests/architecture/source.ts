import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))
const skipped = new Set(['node_modules', 'dist', 'data', 'data-bench', '.git', 'test-results'])

export type Import = { readonly target: string; readonly typeOnly: boolean }
export type SourceFile = {
  /** From the root, with '/': 'modules/documents/register-incoming.ts'. */
  readonly path: string
  readonly text: string
  readonly lines: number
  /** Imported files of this repository, as paths from the root; packages are left out. */
  readonly imports: readonly Import[]
}

/** Every source file of the house with what it imports. */
export function sourceFiles(): SourceFile[] {
  return ['apps', 'modules', 'platform', 'lib', 'tests', 'bench'].flatMap(folder => filesBelow(folder))
}

function filesBelow(folder: string): SourceFile[] {
  return readdirSync(path.join(root, folder)).flatMap(name => {
    const inner = `${folder}/${name}`
    if (skipped.has(name)) return []
    if (statSync(path.join(root, inner)).isDirectory()) return filesBelow(inner)
    return /\.(ts|tsx)$/.test(name) ? [read(inner)] : []
  })
}

function read(file: string): SourceFile {
  const text = readFileSync(path.join(root, file), 'utf8')
  return { path: file, text, lines: text.split('\n').length, imports: importsOf(file, text) }
}

const importPattern = /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|import\('([^']+)'\)/g

function importsOf(file: string, text: string): Import[] {
  return [...text.matchAll(importPattern)].flatMap(([, typeOnly, fixed, lazy]) => {
    const target = resolve(file, (fixed ?? lazy)!)
    return target ? [{ target, typeOnly: typeOnly !== undefined }] : []
  })
}

function resolve(file: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return path.posix.normalize(path.posix.join(path.posix.dirname(file), specifier))
  const shared = /^#(lib|platform|modules|apps|tests)\/(.*)$/.exec(specifier)
  return shared ? `${shared[1]}/${shared[2]}` : undefined
}

export const moduleOf = (file: string): string | undefined => /^modules\/([^/]+)\//.exec(file)?.[1]
export const layerOf = (file: string): string => file.split('/')[0]!
export const isTest = (file: string): boolean =>
  /\.test\.tsx?$/.test(file) || file.startsWith('tests/') || file.startsWith('bench/')
