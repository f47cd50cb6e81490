/** What the tests of the tasks share: a folder of their own, a letter, and papers that no honest program would make. */
import { mkdtemp, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib'
import type { TaskContext } from '../task.ts'
import type { LetterData } from './letter.ts'

export async function testFolder(): Promise<{ folder: string; context: TaskContext; put: PutFile }> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'việc thử '))
  let count = 0
  return {
    folder,
    context: { outputFile: name => path.join(folder, `${++count}-${name}`) },
    put: async (name, bytes) => {
      const file = path.join(folder, `${++count}-${name}`)
      await writeFile(file, bytes)
      return file
    },
  }
}
type PutFile = (name: string, bytes: Uint8Array | string) => Promise<string>

export const createdAt = '2026-01-05T03:00:00Z'
export const officialLetter: LetterData = {
  layout: 'official-letter',
  letterhead: { superior: [], issuer: ['ỦY BAN NHÂN DÂN', 'XÃ ĐAKRÔNG'] },
  numbering: { kind: 'reserved', year: 2026 },
  afterNumber: '/UBND-VX',
  place: 'Đakrông',
  subject: 'rà soát hộ nghèo, hộ cận nghèo năm 2026',
  addressees: ['Trưởng các thôn', 'Công an xã'],
  blocks: [
    { kind: 'paragraph', runs: [{ text: 'Thực hiện kế hoạch của Ủy ban nhân dân tỉnh, đề nghị các thôn:' }] },
    { kind: 'item', mark: '1.', runs: [{ text: 'Lập danh sách hộ nghèo trước ngày 15 tháng 01 năm 2026.' }] },
    { kind: 'paragraph', runs: [{ text: 'Đề nghị các thôn nghiêm túc thực hiện.' }] },
  ],
  recipients: ['Như trên', 'Lưu: VT, VX'],
  signing: { lines: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'], name: 'Hồ Thị Thử' },
}

/** A one-page PDF that `change` may spoil. */
export async function pdfWith(change: (document: PDFDocument) => void | Promise<void>): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  document.addPage([595, 842])
  await change(document)
  return document.save()
}

export const addScript = (document: PDFDocument): void => {
  const action = document.context.obj({ S: 'JavaScript' })
  action.set(PDFName.of('JS'), PDFString.of('app.alert(1)'))
  document.catalog.set(PDFName.of('OpenAction'), document.context.register(action))
}

/** A PDF whose page tree hides among very many small objects. */
export function pdfOfManyObjects(count: number): string {
  const offsets: number[] = []
  const parts = ['%PDF-1.4\n']
  let length = parts[0]!.length
  const add = (body: string) => {
    offsets.push(length)
    const part = `${offsets.length} 0 obj\n${body}\nendobj\n`
    parts.push(part)
    length += part.length
  }
  add('<</Type/Catalog/Pages 2 0 R>>')
  add('<</Type/Pages/Kids[3 0 R]/Count 1>>')
  add(
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Annots[${Array.from({ length: 50 }, (_, i) => `${i + 4} 0 R`).join(' ')}]>>`,
  )
  while (offsets.length < count)
    add(`<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Next ${(offsets.length % count) + 1} 0 R>>`)
  const table = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = count + 1
  parts.push(
    `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${length}\n%%EOF`,
  )
  return parts.join('')
}

/** The smallest baseline JPEG: 2 × 1 pixels; `orientation` adds what a phone writes, a place among it. */
export function jpeg(orientation?: number): Buffer {
  const base = Buffer.from(
    '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAAEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQH/wAALCAABAAIBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AVN//2Q==',
    'base64',
  )
  if (orientation === undefined) return base
  const tiff = Buffer.alloc(26)
  tiff.write('MM\0*', 0, 'latin1')
  tiff.writeUInt32BE(8, 4)
  tiff.writeUInt16BE(1, 8)
  tiff.writeUInt16BE(0x0112, 10)
  tiff.writeUInt16BE(3, 12)
  tiff.writeUInt32BE(1, 14)
  tiff.writeUInt16BE(orientation, 18)
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from('GPS 16.8 107.1')])
  const header = Buffer.from([0xff, 0xe1, 0, 0])
  header.writeUInt16BE(exif.length + 2, 2)
  return Buffer.concat([base.subarray(0, 2), header, exif, base.subarray(2)])
}
