import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { Refusal } from '../errors.ts'

const folder = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

/** Opens a stranger's PDF for reading text. @throws Refusal Encrypted, Malformed */
export async function openToRead(bytes: Uint8Array) {
  // Imported here, not above: the module takes 150 ms to load, which only the tasks that read PDFs should pay.
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const loading = pdfjs.getDocument({
    data: bytes,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
    disableFontFace: true,
    useSystemFonts: false,
    cMapUrl: pathToFileURL(`${path.join(folder, 'cmaps')}/`).href,
    cMapPacked: true,
    enableXfa: false,
  })
  const document = await loading.promise.catch((error: Error) => {
    throw new Refusal(error.name === 'PasswordException' ? 'Encrypted' : 'Malformed')
  })
  return { document, transform: pdfjs.Util.transform, close: () => loading.destroy() }
}
