import { readFile, writeFile } from 'node:fs/promises'
import { degrees, PDFDocument, type PDFPage } from '@cantoo/pdf-lib'
import { Refusal } from '../errors.ts'
import { readJpeg } from '../files/jpeg.ts'
import { readPngSize } from '../files/png.ts'
import type { TaskFunction } from '../task.ts'

export type ImagesToPdf = {
  /** JPEG or PNG photos of the sheets of one paper, in order. */
  input: { readonly paths: readonly string[]; readonly title: string }
  output: { readonly pdfPath: string; readonly pages: number }
}

const a4 = { short: 595.28, long: 841.89 }
const mostImages = 100
/** A JPEG is put in as it is; a PNG is unpacked here, four bytes a pixel. */
const mostPixels = { jpeg: 120_000_000, png: 30_000_000 }

/** Photos → one PDF, each upright on an A4 sheet, without the place and device that a phone writes into them. */
export const imagesToPdf: TaskFunction<ImagesToPdf> = async ({ paths, title }, context) => {
  if (paths.length === 0 || paths.length > mostImages) throw new Refusal('TooLarge')
  const document = await PDFDocument.create()
  document.setTitle(title.normalize('NFC'))
  for (const path of paths) await addSheet(document, await readFile(path))
  const pdfPath = context.outputFile('photos.pdf')
  await writeFile(pdfPath, await document.save())
  return { pdfPath, pages: paths.length }
}

async function addSheet(document: PDFDocument, bytes: Buffer): Promise<void> {
  const isPng = bytes[0] === 0x89
  const picture = isPng ? { ...readPngSize(bytes), turn: 0 as const, bare: bytes } : readJpegOnly(bytes)
  if (picture.width * picture.height > mostPixels[isPng ? 'png' : 'jpeg']) throw new Refusal('TooLarge')
  const image = await (isPng ? document.embedPng(bytes) : document.embedJpg(picture.bare)).catch(() => {
    throw new Refusal('Malformed')
  })
  const lying = picture.width > picture.height
  const page = document.addPage(lying ? [a4.long, a4.short] : [a4.short, a4.long])
  const scale = Math.min(page.getWidth() / picture.width, page.getHeight() / picture.height)
  const width = picture.width * scale
  const height = picture.height * scale
  const corner = { x: (page.getWidth() - width) / 2, y: (page.getHeight() - height) / 2 }
  drawUpright(page, image, { ...corner, width, height, turn: picture.turn })
}

function readJpegOnly(bytes: Buffer): ReturnType<typeof readJpeg> {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) throw new Refusal('TypeNotAccepted')
  return readJpeg(bytes)
}

/** PDF turns a picture counter-clockwise about its lower left corner; the corner is moved so that it stays on the sheet. */
function drawUpright(
  page: PDFPage,
  image: Parameters<PDFPage['drawImage']>[0],
  at: { x: number; y: number; width: number; height: number; turn: 0 | 90 | 180 | 270 },
): void {
  const { x, y, width, height } = at
  if (at.turn === 90) page.drawImage(image, { x, y: y + height, width: height, height: width, rotate: degrees(-90) })
  else if (at.turn === 180) page.drawImage(image, { x: x + width, y: y + height, width, height, rotate: degrees(180) })
  else if (at.turn === 270)
    page.drawImage(image, { x: x + width, y, width: height, height: width, rotate: degrees(90) })
  else page.drawImage(image, { x, y, width, height })
}
