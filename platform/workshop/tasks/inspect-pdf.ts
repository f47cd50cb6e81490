import { readFile } from 'node:fs/promises'
import type { PDFPageProxy } from 'pdfjs-dist'
import { Refusal } from '../errors.ts'
import { descent, lineHeight } from '../pdf/geometry.ts'
import { hideBelow, linesOf, type TextLine, type TextRun } from '../pdf/lines.ts'
import { openToRead } from '../pdf/open-to-read.ts'
import type { TaskFunction } from '../task.ts'

export type InspectPdf = {
  input: { readonly path: string }
  output: {
    readonly pages: number
    /** In points, as shown; of the first 200 pages. */
    readonly pageSizes: readonly { readonly width: number; readonly height: number }[]
    readonly title: string
    /** Opens without a password but restricts what may be done. */
    readonly encrypted: boolean
    /** Text per page, NFC; together at most 200,000 characters. A page without text is a scan. */
    readonly text: readonly string[]
    readonly textCut: boolean
    /** Lines of page 1 in points from the top left: what number, date, issuer and secrecy mark are read from. */
    readonly lines: readonly TextLine[]
    /** Lines of the last page, where the signer stands; empty when it is page 1. */
    readonly lastPageLines: readonly TextLine[]
    readonly hasSignatures: boolean
    readonly hasJavaScript: boolean
    readonly formFields: readonly { readonly name: string; readonly type: string }[]
  }
}

type Multiply = (matrix: readonly number[], other: readonly number[]) => readonly number[]

const longestText = 200_000
const mostPageSizes = 200
/** A page of words has fifty; a drawing that is all labels need not be read whole. */
const mostLines = 2000

/** What a PDF is and says. @throws Refusal Encrypted, Malformed */
export const inspectPdf: TaskFunction<InspectPdf> = async ({ path }) => {
  const { document, transform, close } = await openToRead(new Uint8Array(await readFile(path)))
  try {
    const { info } = await document.getMetadata()
    const facts = new Map<string, unknown>(Object.entries(info))
    const pageSizes: { width: number; height: number }[] = []
    const text: string[] = []
    let length = 0
    for (let number = 1; number <= document.numPages; number++) {
      const wantsText = length < longestText
      if (!wantsText && number > mostPageSizes) break
      const page = await document.getPage(number)
      const view = page.getViewport({ scale: 1 })
      if (number <= mostPageSizes) pageSizes.push({ width: round(view.width), height: round(view.height) })
      if (wantsText) {
        const pageText = (await textOf(page)).normalize('NFC').slice(0, longestText - length)
        length += pageText.length
        text.push(pageText)
      }
      page.cleanup()
    }
    const linesOn = async (number: number) =>
      linesOf(await runsOn(await document.getPage(number), transform), number).slice(0, mostLines)
    const fields = [...((await document.getFieldObjects()) ?? [])]
    return {
      pages: document.numPages,
      pageSizes,
      title: String(facts.get('Title') ?? '')
        .normalize('NFC')
        .slice(0, 500),
      encrypted: Boolean(facts.get('EncryptFilterName')),
      text,
      textCut: length >= longestText,
      lines: await linesOn(1),
      lastPageLines: document.numPages > 1 ? await linesOn(document.numPages) : [],
      hasSignatures: facts.get('IsSignaturesPresent') === true || ((await document.getSignatures()) ?? []).length > 0,
      hasJavaScript: (await document.getJSActions()) !== null || (await document.hasJSActions()),
      formFields: fields.slice(0, 500).map(([name, widgets]) => ({ name: name.slice(0, 200), type: typeOf(widgets) })),
    }
  } catch (error) {
    if (error instanceof Refusal) throw error
    // pdf.js names what it stumbles over in many ways; on a stranger's file each means the same.
    throw new Refusal('Malformed')
  } finally {
    await close()
  }
}

async function textOf(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent()
  const printed = items.map(item => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
  // What was filled in later, as number and date are, stands in form fields, not in the page's text.
  const filled = filledFields(await page.getAnnotations()).map(field => `\n${field.text}`)
  return printed + filled.join('')
}

async function runsOn(page: PDFPageProxy, multiply: Multiply): Promise<TextRun[]> {
  const view = page.getViewport({ scale: 1 })
  let runs: TextRun[] = []
  for (const item of (await page.getTextContent()).items) {
    if ('str' in item && item.str.trim() !== '') runs.push(runOf(item, multiply(view.transform, item.transform)))
  }
  const annotations = await page.getAnnotations()
  runs.push(
    ...notesOn(annotations).flatMap(note => runsInNote(note.text, shownRectangle(view.transform, note.rectangle))),
  )
  for (const field of filledFields(annotations)) {
    const filled = runInField(field.text, shownRectangle(view.transform, field.rectangle))
    runs = [...(field.covers ? hideBelow(runs, filled) : runs), filled]
  }
  return runs
}

function runOf(item: { str: string; width: number }, matrix: readonly number[]): TextRun {
  const [, , c = 0, d = 0, x = 0, baseline = 0] = matrix
  return {
    text: item.str.normalize('NFC'),
    x: round(x),
    baseline: round(baseline),
    width: round(item.width),
    size: round(Math.hypot(c, d)),
  }
}

type FilledField = { text: string; rectangle: number[]; covers: boolean }
function filledFields(annotations: readonly object[]): FilledField[] {
  return annotations.flatMap(annotation => {
    const facts = new Map<string, unknown>(Object.entries(annotation))
    const text = facts.get('fieldValue')
    const rectangle = facts.get('rect')
    if (facts.get('fieldType') !== 'Tx' || typeof text !== 'string' || !Array.isArray(rectangle)) return []
    const covers = facts.get('backgroundColor') !== null && facts.get('backgroundColor') !== undefined
    return text.trim() === '' ? [] : [{ text, rectangle: rectangle.map(Number), covers }]
  })
}

/** Words typed over the page, or a stamp's: they are seen, and stand in no page's text. */
function notesOn(annotations: readonly object[]): { text: string; rectangle: number[] }[] {
  return annotations.flatMap(annotation => {
    const facts = new Map<string, unknown>(Object.entries(annotation))
    const contents = facts.get('contentsObj')
    const text = typeof contents === 'object' && contents !== null && 'str' in contents ? contents.str : undefined
    const rectangle = facts.get('rect')
    const isSeen = facts.get('subtype') === 'FreeText' || facts.get('subtype') === 'Stamp'
    if (!isSeen || typeof text !== 'string' || text.trim() === '' || !Array.isArray(rectangle)) return []
    return [{ text, rectangle: rectangle.map(Number) }]
  })
}

/** The lines of a note one below the other, for it says nothing of where each stands. */
function runsInNote(text: string, [x0 = 0, y0 = 0, x1 = 0, y1 = 0]: readonly number[]): TextRun[] {
  const lines = text.split(/[\r\n]+/).filter(line => line.trim() !== '')
  const [top, height] = [Math.min(y0, y1), Math.abs(y1 - y0) / lines.length]
  return lines
    .slice(0, mostLines)
    .map((line, at) => runInField(line, [x0, top + at * height, x1, top + (at + 1) * height]))
}

function shownRectangle(matrix: readonly number[], rectangle: readonly number[]): number[] {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = matrix
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = rectangle
  const shown = (x: number, y: number) => [a * x + c * y + e, b * x + d * y + f]
  return [...shown(x0, y0), ...shown(x1, y1)]
}

function runInField(text: string, rectangle: readonly number[]): TextRun {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = rectangle
  const height = Math.abs(y1 - y0)
  return {
    text: text.normalize('NFC').slice(0, 500),
    x: round(Math.min(x0, x1)),
    baseline: round(Math.max(y0, y1) - (height * descent) / lineHeight),
    width: round(Math.abs(x1 - x0)),
    size: round(height / lineHeight),
  }
}

function typeOf(widgets: readonly object[]): string {
  const type: unknown = new Map<string, unknown>(Object.entries(widgets[0] ?? {})).get('type')
  return typeof type === 'string' ? type : ''
}

const round = (value: number): number => Math.round(value * 100) / 100
