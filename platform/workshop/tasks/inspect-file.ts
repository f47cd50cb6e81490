import { readFile } from 'node:fs/promises'
import { Refusal } from '../errors.ts'
import { readDocx } from '../files/docx.ts'
import { readJpeg } from '../files/jpeg.ts'
import { readPngSize } from '../files/png.ts'
import type { TaskFunction } from '../task.ts'

export type InspectFile = {
  input: { readonly path: string }
  output:
    | { readonly type: 'pdf'; readonly mediaType: 'application/pdf' }
    | {
        readonly type: 'docx'
        readonly mediaType: typeof docxType
        readonly text: string
        readonly textCut: boolean
        /** What stands at the top of its pages. */
        readonly header: string
      }
    | {
        readonly type: 'jpeg' | 'png'
        readonly mediaType: 'image/jpeg' | 'image/png'
        /** In pixels, upright. */
        readonly width: number
        readonly height: number
      }
}

const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/**
 * What a file is by its content; its name and the sender's word count for nothing. A PDF's own facts: `inspect-pdf`.
 * @throws Refusal TypeNotAccepted, HasMacro, Encrypted, Malformed, TooLarge
 */
export const inspectFile: TaskFunction<InspectFile> = async ({ path }) => {
  const bytes = await readFile(path)
  // ISO 32000 lets the header stand anywhere in the first 1024 bytes; scanners use that.
  if (bytes.subarray(0, 1024).includes('%PDF-')) return { type: 'pdf', mediaType: 'application/pdf' }
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return { type: 'docx', mediaType: docxType, ...readDocx(bytes) }
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) {
    const { width, height } = readJpeg(bytes)
    return { type: 'jpeg', mediaType: 'image/jpeg', width, height }
  }
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) {
    return { type: 'png', mediaType: 'image/png', ...readPngSize(bytes) }
  }
  // A Word file with a password is a compound file that holds a stream of this name.
  const isCompoundFile = startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])
  if (isCompoundFile && bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))) throw new Refusal('Encrypted')
  throw new Refusal('TypeNotAccepted')
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte)
}
