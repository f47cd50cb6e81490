import { readFile, rm } from 'node:fs/promises'
import { degrees, PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fillNumber } from './fill-number.ts'
import { type FieldPlace, freezePdf } from './freeze-pdf.ts'
import { inspectPdf } from './inspect-pdf.ts'
import { renderLetter } from './render-letter.ts'
import { addScript, createdAt, officialLetter, pdfWith, testFolder } from './testing.ts'

let here: Awaited<ReturnType<typeof testFolder>>
beforeAll(async () => {
  here = await testFolder()
})
afterAll(() => rm(here.folder, { recursive: true }))

const date = 'ngày 05 tháng 01 năm 2026'
const place = (change: Partial<FieldPlace> = {}): FieldPlace => ({
  ...{ page: 1, x: 100, y: 90, width: 40, height: 14.4 },
  ...{ style: 'upright', align: 'right', cover: false, blankText: '' },
  ...change,
})
const places = { number: place(), date: place({ x: 300, width: 160, style: 'italic', align: 'left' }) }

async function frozenLetter(): Promise<string> {
  const { pdfPath, places } = await renderLetter({ letter: officialLetter, createdAt }, here.context)
  return (await freezePdf({ path: pdfPath, places: places! }, here.context)).pdfPath
}
const freeze = async (bytes: Uint8Array, at = places) =>
  freezePdf({ path: await here.put('upload.pdf', bytes), places: at }, here.context)

describe('freezing', () => {
  test('adds two empty fields and leaves what was approved an exact prefix', async () => {
    const { pdfPath, places } = await renderLetter({ letter: officialLetter, createdAt }, here.context)
    const frozen = await freezePdf({ path: pdfPath, places: places! }, here.context)
    const [before, after] = await Promise.all([readFile(pdfPath), readFile(frozen.pdfPath)])
    expect(after.subarray(0, before.length).equals(before)).toBe(true)
    const form = (await PDFDocument.load(after)).getForm()
    expect(form.getFields().map(field => field.getName())).toEqual(['so', 'ngay'])
    expect(form.getTextField('so').getText() ?? '').toBe('')
    // Nobody fills them by hand in a viewer.
    expect(form.getFields().every(field => field.isReadOnly())).toBe(true)
  })

  test.each([
    ['ActiveContent', pdfWith(addScript)],
    [
      'ActiveContent',
      pdfWith(document =>
        document.catalog.set(PDFName.of('OpenAction'), document.context.obj({ S: 'Named', N: 'Print' })),
      ),
    ],
    [
      'AlreadySigned',
      pdfWith(
        document =>
          void document.context.register(document.context.obj({ Type: 'Sig', ByteRange: [0, 1, 2, 3], Contents: [] })),
      ),
    ],
    ['Encrypted', pdfWith(document => document.encrypt({ userPassword: 'a', ownerPassword: 'b' }))],
    ['Malformed', Promise.resolve(Buffer.from('%PDF-1.7\nkhông phải PDF'))],
  ])('refuses %s', async (code, bytes) => {
    await expect(freeze(await bytes)).rejects.toMatchObject({ code })
  })

  test('lets a jump on opening pass, as Word and LibreOffice write it', async () => {
    const bytes = await pdfWith(document => {
      const { context } = document
      document.catalog.set(PDFName.of('OpenAction'), context.obj({ S: 'GoTo', D: [document.getPage(0).ref, 'Fit'] }))
    })
    await expect(freeze(bytes)).resolves.toBeDefined()
  })

  test('refuses a place off the page, and a second freezing', async () => {
    const bytes = await pdfWith(() => {})
    await expect(freeze(bytes, { ...places, number: place({ x: 580 }) })).rejects.toMatchObject({ code: 'OutsidePage' })
    await expect(freeze(bytes, { ...places, number: place({ page: 2 }) })).rejects.toMatchObject({
      code: 'OutsidePage',
    })
    const once = await readFile((await freeze(bytes)).pdfPath)
    await expect(freeze(once)).rejects.toMatchObject({ code: 'AlreadyFrozen' })
  })
})

describe('numbering', () => {
  test('shows number and date where they belong, and reads like a paper', async () => {
    const { pdfPath } = await fillNumber({ path: await frozenLetter(), number: '15', date }, here.context)
    const { lines, formFields } = await inspectPdf({ path: pdfPath }, here.context)
    expect(lines.map(line => line.text)).toContain('Số: 15/UBND-VX')
    expect(lines.map(line => line.text)).toContain(`Đakrông, ${date}`)
    expect(formFields).toEqual([
      { name: 'so', type: 'text' },
      { name: 'ngay', type: 'text' },
    ])
  })

  test('on an uploaded page hides the words below, to the eye and to the reader', async () => {
    const numbering = { kind: 'blank', year: 2026 } as const
    const upload = await renderLetter({ letter: { ...officialLetter, numbering }, createdAt }, here.context)
    const { lines } = await inspectPdf({ path: upload.pdfPath }, here.context)
    const line = lines.find(({ text }) => text === 'Đakrông, ngày tháng năm 2026')!
    const from = line.x + line.runs[0]!.width * ('Đakrông, '.length / 'Đakrông, ngày'.length)
    const { y, height } = line
    const cover = place({ x: from, y, width: line.x + line.width + 2 - from, height, style: 'italic', cover: true })
    const frozen = await freezePdf({ path: upload.pdfPath, places: { ...places, date: cover } }, here.context)
    const { pdfPath } = await fillNumber({ path: frozen.pdfPath, number: '15', date }, here.context)
    const read = await inspectPdf({ path: pdfPath }, here.context)
    expect(read.lines.map(({ text }) => text)).toContain(`Đakrông, ${date}`)
  })

  test('appends one revision that changes the two fields and no other object', async () => {
    const path = await frozenLetter()
    const { pdfPath } = await fillNumber({ path, number: '15', date }, here.context)
    const [before, after] = await Promise.all([readFile(path), readFile(pdfPath)])
    expect(after.subarray(0, before.length).equals(before)).toBe(true)
    const [old, now] = await Promise.all(
      [before, after].map(bytes => PDFDocument.load(bytes, { updateMetadata: false })),
    )
    const changed = old!.context
      .enumerateIndirectObjects()
      .filter(([ref, object]) => String(now!.context.lookup(ref)) !== String(object))
      .map(([, object]) => /\/T \((\w+)\)/.exec(String(object))?.[1])
    expect(changed).toEqual(['so', 'ngay'])
  })

  test('refuses to write over a number, and a file without the fields', async () => {
    const { pdfPath } = await fillNumber({ path: await frozenLetter(), number: '15', date }, here.context)
    await expect(fillNumber({ path: pdfPath, number: '16', date }, here.context)).rejects.toMatchObject({
      code: 'AlreadyNumbered',
    })
    const plain = await here.put('plain.pdf', await pdfWith(() => {}))
    await expect(fillNumber({ path: plain, number: '16', date }, here.context)).rejects.toMatchObject({
      code: 'NotFrozen',
    })
  })

  test('makes a long number smaller, and refuses one that would not be read', async () => {
    const path = await frozenLetter()
    await expect(fillNumber({ path, number: '123456', date }, here.context)).resolves.toBeDefined()
    await expect(fillNumber({ path, number: '123456789012', date }, here.context)).rejects.toMatchObject({
      code: 'DoesNotFit',
    })
  })

  test.each([0, 90, 180, 270])('stands upright at its place on a page turned by %i degrees', async angle => {
    const bytes = await pdfWith(document => void document.getPage(0).setRotation(degrees(angle)))
    const frozen = await freeze(bytes)
    const { pdfPath } = await fillNumber({ path: frozen.pdfPath, number: '15', date }, here.context)
    const { lines } = await inspectPdf({ path: pdfPath }, here.context)
    const shown = lines.find(line => line.text === '15')!
    expect([shown.x, shown.y, shown.width].map(Math.round)).toEqual([100, 90, 40])
  })
})
