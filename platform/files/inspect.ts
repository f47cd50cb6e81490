import { workshopErrors } from '../workshop/errors.ts'
import type { TextLine } from '../workshop/pdf/lines.ts'
import type { Workshop } from '../workshop/workshop.ts'

/** What an incoming file is and says, found in a child process; nothing of it is believed from its name. */
export type Inspected = {
  readonly mediaType: string
  /** Counted for PDFs; a picture is one page; of a Word file it is not known. */
  readonly pages: number | null
  readonly text: string
  readonly firstPage: { readonly width: number; readonly height: number; readonly lines: readonly TextLine[] } | null
  /** The lines in the top third of the first page, where a secrecy mark stands (NĐ 30/2020 Phụ lục I). */
  readonly topLines: readonly string[]
}

/** So many lines of a Word file are taken for the top of its first page. */
const topOfWord = 25

/** @throws workshop.*: the type is not taken, it is damaged, has a password or active content, or costs too much */
export async function inspect(workshop: Workshop, path: string): Promise<Inspected> {
  const file = await workshop.run('inspect-file', { path })
  if (file.type === 'docx') {
    // Word has no pages until it is laid out: its headers and first lines are the top of the page.
    const linesOf = (text: string) => text.split('\n').filter(line => line.trim() !== '')
    const topLines = [...linesOf(file.header), ...linesOf(file.text).slice(0, topOfWord)]
    return { mediaType: file.mediaType, pages: null, text: file.text, firstPage: null, topLines }
  }
  if (file.type !== 'pdf') return { mediaType: file.mediaType, pages: 1, text: '', firstPage: null, topLines: [] }
  const pdf = await workshop.run('inspect-pdf', { path })
  // What an office sends needs no script; what has one is out to do something on the reader's machine.
  if (pdf.hasJavaScript) throw workshopErrors.ActiveContent()
  const size = pdf.pageSizes[0] ?? { width: 595, height: 842 }
  return {
    mediaType: file.mediaType,
    pages: pdf.pages,
    text: pdf.text.join('\n\n'),
    firstPage: { ...size, lines: pdf.lines },
    topLines: pdf.lines.filter(line => line.y < size.height / 3).map(line => line.text),
  }
}
