import { execFile } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { promisify } from 'node:util'
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFRawStream } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fillNumber } from './fill-number.ts'
import { type FieldPlace, freezePdf } from './freeze-pdf.ts'
import { renderLetter } from './render-letter.ts'
import { createdAt, officialLetter, pdfWith, testFolder } from './testing.ts'

const run = promisify(execFile)
let here: Awaited<ReturnType<typeof testFolder>>
let stages: readonly (readonly [name: string, path: string])[]
beforeAll(async () => {
  here = await testFolder()
  const letter = await renderLetter({ letter: officialLetter, createdAt }, here.context)
  const frozen = await freezePdf({ path: letter.pdfPath, places: letter.places! }, here.context)
  const numbered = await fillNumber({ path: frozen.pdfPath, ...numbering }, here.context)
  stages = [
    ['rendered', letter.pdfPath],
    ['frozen', frozen.pdfPath],
    ['numbered', numbered.pdfPath],
  ]
})
afterAll(() => rm(here.folder, { recursive: true }))

const numbering = { number: '15', date: 'ngày 05 tháng 01 năm 2026' }
const metadataOf = async (path: string) => (await run('pdfinfo', ['-meta', path])).stdout

/** Every object of a file by its own dictionary; what is a stream's stands in the stream. */
async function dictionariesOf(path: string) {
  const document = await PDFDocument.load(await readFile(path), { updateMetadata: false })
  const dictionaries = document.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) =>
      object instanceof PDFDict ? [object] : object instanceof PDFRawStream ? [object.dict] : [],
    )
  return { document, dictionaries }
}
const nameIn = (dictionary: PDFDict, key: string): string => String(dictionary.lookup(PDFName.of(key)) ?? '')

/**
 * What ISO 19005-2 (PDF/A-2b) asks of a letter's file, as far as our own revisions could break it: a validator that says
 * it whole (veraPDF) is not among Debian's packages.
 */
describe('a letter written here', () => {
  test('is sound to a strict reader when rendered, when frozen and when numbered', async () => {
    for (const [name, path] of stages) {
      const { stdout, stderr } = await run('qpdf', ['--check', path])
      expect(stdout, name).toContain('No syntax or stream encoding errors found')
      expect(stderr, name).toBe('')
    }
  })

  test('says that it is PDF/A-2b, and still does after number and date came', async () => {
    for (const [name, path] of stages) {
      const metadata = await metadataOf(path)
      expect(metadata, name).toContain('<pdfaid:part>2</pdfaid:part>')
      expect(metadata, name).toContain('<pdfaid:conformance>B</pdfaid:conformance>')
    }
  })

  test('brings every font along, those of the fields too, with the words behind the signs', async () => {
    for (const [name, path] of stages) {
      const { stdout } = await run('pdffonts', [path])
      const fonts = stdout.trim().split('\n').slice(2)
      expect(fonts.length, name).toBeGreaterThanOrEqual(name === 'rendered' ? 4 : 6)
      for (const font of fonts) expect(font, name).toMatch(/CID TrueType\s+Identity-H\s+yes yes yes/)
      const { dictionaries } = await dictionariesOf(path)
      const descendants = dictionaries.filter(one => nameIn(one, 'Subtype') === '/CIDFontType2')
      for (const font of descendants) expect(nameIn(font, 'CIDToGIDMap'), name).toBe('/Identity')
    }
  })

  test('states the colours it means, and has nothing in it that acts, hides or is drawn by the viewer', async () => {
    for (const [name, path] of stages) {
      const { document, dictionaries } = await dictionariesOf(path)
      const { context, catalog } = document
      const intents = context.lookup(catalog.get(PDFName.of('OutputIntents')), PDFArray)
      const intent = intents.lookup(0, PDFDict)
      expect(nameIn(intent, 'S'), name).toBe('/GTS_PDFA1')
      const profile = intent.lookup(PDFName.of('DestOutputProfile'))
      expect(profile instanceof PDFRawStream && profile.dict.lookup(PDFName.of('N'), PDFNumber).asNumber()).toBe(3)
      expect(context.trailerInfo.ID, name).toBeDefined()
      expect(context.trailerInfo.Encrypt, name).toBeUndefined()
      const acts = ['AA', 'OpenAction', 'JS', 'XFA', 'NeedAppearances']
      for (const dictionary of dictionaries) {
        expect(acts.filter(key => dictionary.has(PDFName.of(key)))).toEqual([])
        expect(nameIn(dictionary, 'Filter')).not.toContain('LZW')
      }
      const widgets = dictionaries.filter(one => nameIn(one, 'Subtype') === '/Widget')
      expect(widgets, name).toHaveLength(name === 'rendered' ? 0 : 2)
      for (const widget of widgets) {
        // Printed, and neither hidden nor of the screen alone.
        expect(widget.lookup(PDFName.of('F'), PDFNumber).asNumber()).toBe(4)
        const appearance = widget.lookup(PDFName.of('AP'), PDFDict)
        expect(appearance.keys().map(String)).toEqual(['/N'])
        expect(appearance.lookup(PDFName.of('N'))).toBeInstanceOf(PDFRawStream)
      }
    }
  })
})

describe('an uploaded PDF', () => {
  test('stays what it was: it is not made to say PDF/A, and is sound after both revisions', async () => {
    const place = (x: number): FieldPlace => ({
      ...{ page: 1, x, y: 90, width: 160, height: 14.4 },
      ...{ style: 'upright', align: 'left', cover: true, blankText: '' },
    })
    const path = await here.put('upload.pdf', await pdfWith(() => {}))
    const frozen = await freezePdf({ path, places: { number: place(60), date: place(300) } }, here.context)
    const { pdfPath } = await fillNumber({ path: frozen.pdfPath, ...numbering }, here.context)
    for (const one of [frozen.pdfPath, pdfPath]) {
      expect((await run('qpdf', ['--check', one])).stdout).toContain('No syntax or stream encoding errors found')
      expect(await metadataOf(one)).not.toContain('pdfaid')
      const { stdout } = await run('pdffonts', [one])
      for (const font of stdout.trim().split('\n').slice(2)) expect(font).toMatch(/\s+yes yes yes/)
    }
  })
})
