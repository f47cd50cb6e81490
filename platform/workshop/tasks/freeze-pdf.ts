import { readFile, writeFile } from 'node:fs/promises'
import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  type PDFFont,
  PDFHexString,
  PDFName,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib'
import { Refusal } from '../errors.ts'
import { hasActiveContent, isSigned } from '../pdf/active-content.ts'
import { vietnameseCharacters } from '../pdf/fonts.ts'
import { lineHeight, type PlaceOnPage, rectangleOnPage, rotationOf } from '../pdf/geometry.ts'
import {
  alignments,
  drawField,
  embedTinos,
  type FieldLook,
  type FieldName,
  fieldNames,
  findField,
  formOf,
  openToAppend,
} from '../pdf/number-fields.ts'
import type { TaskFunction } from '../task.ts'

export type FieldPlace = PlaceOnPage & {
  readonly style: FieldLook['style']
  readonly align: FieldLook['align']
  /** Hides what is printed below, for a page that was not made to hold the field. */
  readonly cover: boolean
  /** Shown until the field is filled: 'ngày … tháng … năm 2026'. The value stays empty. */
  readonly blankText: string
}
export type FreezePdf = {
  input: { readonly path: string; readonly places: { readonly number: FieldPlace; readonly date: FieldPlace } }
  output: { readonly pdfPath: string }
}

const readOnly = 1
const printed = 4
const tooltips: Record<FieldName, string> = { so: 'Số văn bản', ngay: 'Ngày, tháng, năm ban hành' }

/**
 * Adds the empty fields `so` and `ngay`. The result changes only by revisions appended to it: number and date, then
 * signatures. The height of a place gives the size of its text.
 * @throws Refusal Encrypted, Malformed, ActiveContent, AlreadySigned, AlreadyFrozen, OutsidePage, DoesNotFit
 */
export const freezePdf: TaskFunction<FreezePdf> = async ({ path, places }, context) => {
  const { document, changed, append } = await openToAppend(await readFile(path))
  if (hasActiveContent(document.context, document.catalog)) throw new Refusal('ActiveContent')
  if (isSigned(document.context)) throw new Refusal('AlreadySigned')
  if (fieldNames.some(name => findField(document, name))) throw new Refusal('AlreadyFrozen')

  const placed = { so: places.number, ngay: places.date }
  const fonts = {
    upright: await embedTinos(document, 'upright', vietnameseCharacters),
    italic: await embedTinos(document, 'italic', vietnameseCharacters),
  }
  const refs = fieldNames.map(name => addField(document, changed, name, placed[name], fonts))
  addToForm(document, changed, refs, Object.values(fonts))
  const pdfPath = context.outputFile('frozen.pdf')
  await writeFile(pdfPath, await append())
  return { pdfPath }
}

function addField(
  document: PDFDocument,
  changed: (ref: PDFRef) => void,
  name: FieldName,
  place: FieldPlace,
  fonts: Record<FieldLook['style'], PDFFont>,
): PDFRef {
  const page = document.getPages()[place.page - 1]
  const rectangle = page && rectangleOnPage(page, place)
  if (!page || !rectangle) throw new Refusal('OutsidePage')
  const { context } = document
  const font = fonts[place.style]
  const appearance = drawField(document, { ...place, rotation: rotationOf(page) }, font, place.blankText)
  const field = context.obj({
    Type: 'Annot',
    Subtype: 'Widget',
    FT: 'Tx',
    Ff: readOnly,
    F: printed,
    Rect: rectangle,
    P: page.ref,
    Q: alignments.indexOf(place.align),
    MK: { R: rotationOf(page), ...(place.cover ? { BG: [1] } : {}) },
    AP: { N: appearance },
  })
  field.set(PDFName.of('T'), PDFString.of(name))
  field.set(PDFName.of('TU'), PDFHexString.fromText(tooltips[name]))
  field.set(PDFName.of('DA'), PDFString.of(`/${font.name} ${(place.height / lineHeight).toFixed(2)} Tf 0 g`))
  const ref = context.register(field)
  addToList(document, changed, page.node, page.ref, 'Annots', [ref])
  return ref
}

/** Adds to an array that may stand in the object itself, or by itself, or not yet. */
function addToList(
  document: PDFDocument,
  changed: (ref: PDFRef) => void,
  owner: PDFDict,
  ownerRef: PDFRef,
  key: string,
  items: readonly PDFRef[],
): void {
  const entry = owner.get(PDFName.of(key))
  const list = document.context.lookup(entry)
  if (list instanceof PDFArray) {
    for (const item of items) list.push(item)
    changed(entry instanceof PDFRef ? entry : ownerRef)
  } else {
    owner.set(PDFName.of(key), document.context.obj([...items]))
    changed(ownerRef)
  }
}

function addToForm(
  document: PDFDocument,
  changed: (ref: PDFRef) => void,
  fields: readonly PDFRef[],
  fonts: readonly PDFFont[],
): void {
  const { context, catalog } = document
  const catalogRef = context.trailerInfo.Root
  if (!(catalogRef instanceof PDFRef)) throw new Refusal('Malformed')
  if (!formOf(document)) {
    const form = context.register(context.obj({ Fields: [], DR: { Font: {} } }))
    catalog.set(PDFName.of('AcroForm'), form)
    changed(catalogRef)
  }
  const form = formOf(document)!
  const formRef = form.ref ?? catalogRef
  addToList(document, changed, form.dict, formRef, 'Fields', fields)
  const resources = dictIn(document, form.dict, 'DR')
  const list = dictIn(document, resources.dict, 'Font')
  for (const font of fonts) list.dict.set(PDFName.of(font.name), font.ref)
  changed(list.ref ?? resources.ref ?? formRef)
  if (resources.ref) changed(resources.ref)
}

function dictIn(document: PDFDocument, owner: PDFDict, key: string): { dict: PDFDict; ref: PDFRef | undefined } {
  const entry = owner.get(PDFName.of(key))
  const found = document.context.lookup(entry)
  if (found instanceof PDFDict) return { dict: found, ref: entry instanceof PDFRef ? entry : undefined }
  const dict = document.context.obj({})
  owner.set(PDFName.of(key), dict)
  return { dict, ref: undefined }
}
