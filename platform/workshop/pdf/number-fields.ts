import fontkit from '@cantoo/fontkit'
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  type PDFFont,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib'
import { Refusal } from '../errors.ts'
import { type TinosStyle, tinos } from './fonts.ts'
import { descent, lineHeight } from './geometry.ts'

/** The two fields of a frozen document. Their names are part of what is signed: the leader's signature spares them. */
export const fieldNames = ['so', 'ngay'] as const
export type FieldName = (typeof fieldNames)[number]

export type FieldLook = {
  readonly width: number
  readonly height: number
  /** How far the page is turned clockwise; the text is turned back. */
  readonly rotation: number
  readonly style: TinosStyle
  readonly align: 'left' | 'center' | 'right'
  /** On an uploaded page words may stand where the field is: a white ground hides them. */
  readonly cover: boolean
}
export const alignments = ['left', 'center', 'right'] as const
/** Below this share of its size a text no longer looks like the line it stands in. */
const smallestShare = 0.7

/** Opens a PDF to append to it. Nothing of what was read is rewritten: that is what a signature later stands on. */
export async function openToAppend(bytes: Uint8Array) {
  const document = await PDFDocument.load(bytes, { updateMetadata: false }).catch((error: Error) => {
    throw new Refusal(error.name === 'EncryptedPDFError' || /encrypt/i.test(error.message) ? 'Encrypted' : 'Malformed')
  })
  // The library opens what it cannot read as a document without a root.
  if (!(document.context.lookup(document.context.trailerInfo.Root) instanceof PDFDict)) throw new Refusal('Malformed')
  if (!hasReadablePages(document)) throw new Refusal('Malformed')
  document.registerFontkit(fontkit)
  const usesStreams = document.context.pdfFileDetails.useObjectStreams
  const snapshot = document.takeSnapshot()
  return {
    document,
    /** An existing object that was changed and must be in the new revision. */
    changed: (ref: PDFRef) => snapshot.markRefForSave(ref),
    /** The file with its new revision: the bytes read are an exact prefix. */
    append: async (): Promise<Uint8Array> => {
      const revision = await document.saveIncremental(snapshot, { useObjectStreams: usesStreams })
      return Buffer.concat([bytes, revision])
    },
  }
}

function hasReadablePages(document: PDFDocument): boolean {
  try {
    return document.getPages().every(page => page.getCropBox().width > 0)
  } catch {
    return false
  }
}

export async function embedTinos(document: PDFDocument, style: TinosStyle, characters: string): Promise<PDFFont> {
  // The six letters mark a subset; they must differ between the subsets of one file.
  const tag = style === 'upright' ? 'XASOUP' : 'XASOIT'
  const base = style === 'upright' ? 'Tinos-Regular' : 'Tinos-Italic'
  const font = await document.embedFont(await tinos(style), {
    subset: true,
    customName: `${tag}+${base}`,
    // A ligature would make one glyph of two letters, and the text could no longer be searched.
    features: { liga: false, clig: false },
  })
  font.encodeText(characters)
  return font
}

/** Draws a field's text as the form object that viewers and printers show. @throws Refusal DoesNotFit */
export function drawField(document: PDFDocument, look: FieldLook, font: PDFFont | undefined, text: string): PDFRef {
  const { context } = document
  const parts: string[] = []
  if (look.cover) parts.push(`q 1 g 0 0 ${look.width} ${look.height} re f Q`)
  if (font && text !== '') {
    const { size, x } = fitText(font, look, text)
    // A text made smaller keeps the baseline of the line it stands in.
    const baseline = (look.height / lineHeight) * descent
    const codes = font.encodeText(text).toString()
    parts.push(
      `/Tx BMC q BT 0 g /${font.name} ${round(size)} Tf ${round(x)} ${round(baseline)} Td ${codes} Tj ET Q EMC`,
    )
  }
  const turn = turnBack(look.rotation)
  const stream = context.flateStream(parts.join('\n'), {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, 0, look.width, look.height],
    ...(turn ? { Matrix: turn } : {}),
    Resources: font ? { Font: { [font.name]: font.ref } } : {},
  })
  return context.register(stream)
}

function fitText(font: PDFFont, look: FieldLook, text: string): { size: number; x: number } {
  const fullSize = look.height / lineHeight
  const fullWidth = font.widthOfTextAtSize(text, fullSize)
  const share = Math.min(1, look.width / fullWidth)
  if (share < smallestShare) throw new Refusal('DoesNotFit')
  const free = look.width - fullWidth * share
  return { size: fullSize * share, x: look.align === 'left' ? 0 : look.align === 'center' ? free / 2 : free }
}

function turnBack(rotation: number): number[] | undefined {
  if (rotation === 90) return [0, 1, -1, 0, 0, 0]
  if (rotation === 180) return [-1, 0, 0, -1, 0, 0]
  if (rotation === 270) return [0, -1, 1, 0, 0, 0]
  return undefined
}

const round = (value: number): number => Math.round(value * 1000) / 1000

/** The form's dictionary and its list of fields, if the document has one. */
export function formOf(
  document: PDFDocument,
): { dict: PDFDict; ref: PDFRef | undefined; fields: PDFRef[] } | undefined {
  const entry = document.catalog.get(PDFName.of('AcroForm'))
  const dict = document.context.lookup(entry)
  if (!(dict instanceof PDFDict)) return undefined
  const list = document.context.lookup(dict.get(PDFName.of('Fields')))
  const fields = list instanceof PDFArray ? list.asArray().filter(item => item instanceof PDFRef) : []
  return { dict, ref: entry instanceof PDFRef ? entry : undefined, fields }
}

export function findField(document: PDFDocument, wanted: FieldName): { ref: PDFRef; dict: PDFDict } | undefined {
  for (const ref of formOf(document)?.fields ?? []) {
    const dict = document.context.lookup(ref)
    if (dict instanceof PDFDict && textOf(dict, 'T') === wanted) return { ref, dict }
  }
  return undefined
}

export function textOf(dict: PDFDict, key: string): string {
  const value = dict.lookup(PDFName.of(key))
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : ''
}

export function numberOf(dict: PDFDict, key: string): number {
  const value = dict.lookup(PDFName.of(key))
  return value instanceof PDFNumber ? value.asNumber() : 0
}
