import path from 'node:path'
import { expect, test } from 'vitest'
import type { ErrorCatalogue } from '#lib/problem-details/index.ts'
import { isTest, root, type SourceFile, sourceFiles } from './source.ts'

// Screens and their tests play what a server answers: they provoke nothing.
const files = sourceFiles().filter(
  file =>
    !/^(platform\/ui|apps\/office|tests\/browser)\/|\/office\/[^/]/.test(file.path) ||
    file.path.startsWith('tests/office/'),
)
const tests = files.filter(file => /\.test\.ts$/.test(file.path))
const catalogues = await Promise.all(
  files
    .filter(file => !isTest(file.path) && /= errorCatalogue\('\w+', \{/.test(withoutExamples(file)))
    .map(catalogueOf),
)

type Declared = { readonly folder: string; readonly codes: readonly string[] }

async function catalogueOf({ path: file }: SourceFile): Promise<Declared> {
  const found: object[] = Object.values(await import(/* @vite-ignore */ path.join(root, file)))
  const catalogue = found.find(isCatalogue)!
  return { folder: file.split('/').slice(0, 2).join('/'), codes: Object.keys(catalogue.entries) }
}

function isCatalogue(one: object): one is ErrorCatalogue<string> {
  return 'entries' in one && typeof one.entries === 'object'
}

function withoutExamples({ text }: SourceFile): string {
  return text.replace(/^ \*.*$/gm, '')
}

test('every error of every catalogue is provoked by a test that names it', () => {
  const codes = catalogues.flatMap(one => one.codes)
  expect(catalogues.length).toBeGreaterThan(7)
  expect(new Set(codes).size).toBe(codes.length)
  const unprovoked = catalogues.flatMap(({ folder, codes }) =>
    codes.filter(code => !tests.some(file => names(file, code, folder))),
  )
  expect(unprovoked).toEqual([])
})

/** Beside its catalogue a test may leave out whose error it is. */
const names = ({ path: file, text }: SourceFile, code: string, folder: string): boolean =>
  text.includes(`'${code}'`) || (file.startsWith(`${folder}/`) && text.includes(`'${code.split('.')[1]}'`))
