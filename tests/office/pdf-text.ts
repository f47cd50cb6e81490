import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/**
 * What a reader of PDFs that is not ours (pdftotext of poppler) finds in one, its white space single.
 *
 * @param order as its words were written into the file, one cell after the other, or line by line as they are printed
 */
export async function pdfText(bytes: Uint8Array, order: 'raw' | 'layout' = 'raw'): Promise<string> {
  const read = run('pdftotext', [`-${order}`, '-', '-'])
  read.child.stdin!.end(bytes)
  return (await read).stdout.normalize('NFC').replace(/\s+/g, ' ')
}
