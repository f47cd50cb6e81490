import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { Refusal } from '../errors.ts'
import { tinosFolder } from '../pdf/fonts.ts'

const folder = path.dirname(fileURLToPath(import.meta.url))
const styles = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic']
/** Typst keeps what it computed; without this memory grows with every document. */
const evictEvery = 20
const evictOlderThan = 1

let compiler: NodeCompiler | undefined
let compiled = 0

export type Marked = { page: number; x: number; baseline: number; width: number; size: number }
export type Rendered = { readonly pdf: Buffer; readonly pages: number; placeOf(label: string): Marked | undefined }

export type RenderOptions = {
  /** Tags let a screen reader follow the text; of a table of thousands of cells they are most of the file. Default true. */
  readonly tagged?: boolean
  /** Shows '?' for a character no font has, for a list of what others wrote; else such a text is refused. */
  readonly replaceMissing?: boolean
}

/**
 * Renders a template of this folder to PDF/A-2b. The data goes in as JSON and is only ever text: a '#' in it stays a '#'.
 * @throws Refusal NotPrintable; anything else means that the template is wrong
 */
export function renderTypst(template: string, data: object, createdAt: Date, options: RenderOptions = {}): Rendered {
  const missing = new Set<string>()
  // Each round names the characters it stumbled over; a text with ever more of them is not worth a fourth.
  for (let round = 0; round < 4; round++) {
    const outcome = attempt(template, data, createdAt, options, missing)
    if ('pdf' in outcome) return outcome
    for (const character of outcome.missing) missing.add(character)
    if (!options.replaceMissing) break
  }
  throw new Refusal('NotPrintable', { characters: [...missing].slice(0, 20).join(' ') })
}

function attempt(
  template: string,
  data: object,
  createdAt: Date,
  options: RenderOptions,
  missing: ReadonlySet<string>,
): Rendered | { missing: string[] } {
  compiler ??= createCompiler()
  const typst = compiler
  if (++compiled % evictEvery === 0) typst.evictCache(evictOlderThan)
  const result = typst.compile({
    mainFilePath: path.join(folder, template),
    inputs: {
      data: JSON.stringify(data, (_key, value: unknown) =>
        typeof value === 'string' ? printable(value, missing) : value,
      ),
    },
  })
  const document = result.result
  if (!document) throw new Error(JSON.stringify(result.takeDiagnostics()?.shortDiagnostics ?? 'no diagnostics'))
  try {
    const pdf = typst.pdf(document, {
      pdfStandard: 'a-2b',
      pdfTags: options.tagged ?? true,
      creationTimestamp: Math.floor(createdAt.getTime() / 1000),
    })
    const placeOf: Rendered['placeOf'] = label => typst.query(document, { selector: `<${label}>`, field: 'value' })?.[0]
    return { pdf, pages: document.numOfPages, placeOf }
  } catch (error) {
    // PDF/A forbids to show a character that no font has; Typst names each.
    const named = error instanceof Error ? [...error.message.matchAll(/the text `\\?"(.+?)\\?"` could not/gu)] : []
    if (named.length === 0) throw error
    return { missing: named.flatMap(([, text = '']) => [...text]) }
  }
}

function createCompiler(): NodeCompiler {
  const require = createRequire(import.meta.url)
  const typst: typeof import('@myriaddreamin/typst-ts-node-compiler') = require('@myriaddreamin/typst-ts-node-compiler')
  return typst.NodeCompiler.create({
    workspace: folder,
    fontArgs: [{ fontPaths: styles.map(style => path.join(tinosFolder, style)) }],
  })
}

const unprintable = /[\p{Cc}\p{Cs}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/gu

/** Control characters and those that turn the direction of writing have no place in a paper; they can hide or swap words. */
function printable(text: string, missing: ReadonlySet<string>): string {
  const clean = text
    .normalize('NFC')
    .replace(/\t/g, ' ')
    .replace(unprintable, character => (character === '\n' ? '\n' : ''))
  return missing.size === 0 ? clean : [...clean].map(character => (missing.has(character) ? '?' : character)).join('')
}
