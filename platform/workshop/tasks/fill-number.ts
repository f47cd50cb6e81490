import { readFile, writeFile } from 'node:fs/promises'
import { PDFArray, PDFDict, type PDFDocument, PDFHexString, PDFName, PDFNumber } from '@cantoo/pdf-lib'
import { Refusal } from '../errors.ts'
import {
  alignments,
  drawField,
  embedTinos,
  type FieldLook,
  type FieldName,
  findField,
  numberOf,
  openToAppend,
  textOf,
} from '../pdf/number-fields.ts'
import type { TaskFunction } from '../task.ts'

export type FillNumber = {
  /** The texts as printed: '15', 'ngày 05 tháng 01 năm 2026'. The notation and the place stand on the page already. */
  input: { readonly path: string; readonly number: string; readonly date: string }
  output: { readonly pdfPath: string }
}

/**
 * Fills number and date in a new revision: the bytes signed before are an exact prefix of the result, and beside new
 * objects only the two fields change, which a certification with DocMDP P=2 allows.
 * @throws Refusal Encrypted, Malformed, NotFrozen, AlreadyNumbered, DoesNotFit
 */
export const fillNumber: TaskFunction<FillNumber> = async ({ path, number, date }, context) => {
  const { document, changed, append } = await openToAppend(await readFile(path))
  const texts: [FieldName, string][] = [
    ['so', number.normalize('NFC')],
    ['ngay', date.normalize('NFC')],
  ]
  for (const [name, text] of texts) {
    const field = findField(document, name)
    if (!field) throw new Refusal('NotFrozen')
    if (textOf(field.dict, 'V') !== '') throw new Refusal('AlreadyNumbered')
    const look = lookOf(document, field.dict)
    const font = await embedTinos(document, look.style, text)
    field.dict.set(PDFName.of('V'), PDFHexString.fromText(text))
    field.dict.set(PDFName.of('AP'), document.context.obj({ N: drawField(document, look, font, text) }))
    changed(field.ref)
  }
  const pdfPath = context.outputFile('numbered.pdf')
  await writeFile(pdfPath, await append())
  return { pdfPath }
}

/** What the freezing laid down in the field itself. */
function lookOf(document: PDFDocument, field: PDFDict): FieldLook {
  const rectangle = field.lookup(PDFName.of('Rect'))
  const sides = rectangle instanceof PDFArray ? rectangle.asArray() : []
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = sides.map(side => (side instanceof PDFNumber ? side.asNumber() : 0))
  const marks = document.context.lookup(field.get(PDFName.of('MK')))
  const marksDict = marks instanceof PDFDict ? marks : document.context.obj({})
  const rotation = numberOf(marksDict, 'R')
  const upright = rotation % 180 === 0
  return {
    width: upright ? x1 - x0 : y1 - y0,
    height: upright ? y1 - y0 : x1 - x0,
    rotation,
    style: textOf(field, 'DA').includes('Italic') ? 'italic' : 'upright',
    align: alignments[numberOf(field, 'Q')] ?? 'left',
    cover: marksDict.has(PDFName.of('BG')),
  }
}
