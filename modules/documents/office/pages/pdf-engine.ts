import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'

export type Pdf = PDFDocumentProxy
export type OpenedPdf = { readonly pdf: Promise<Pdf>; close(): void }
type PdfSource = { url: string; seat: string; onProgress: (loaded: number, total: number) => void }

GlobalWorkerOptions.workerSrc = workerUrl

/**
 * Opens a PDF of the server. Only the pieces of the pages in view are fetched: a scan of forty pages shall not cross a thin
 * line for the sake of its first. Loaded on press alone, for it is larger than all the rest of the app.
 */
export function openPdf({ url, seat, onProgress }: PdfSource): OpenedPdf {
  const task = getDocument({
    url,
    httpHeaders: { 'x-seat': seat },
    withCredentials: true,
    disableAutoFetch: true,
    disableStream: true,
    rangeChunkSize: 128 * 1024,
    // Nothing of a stranger's file is run; pictures in JBIG2 and JPEG 2000, as scanners write them, are read by script.
    enableXfa: false,
    useWasm: false,
    wasmUrl: '/pdf/',
    useSystemFonts: true,
  })
  task.onProgress = ({ loaded, total }: { loaded: number; total: number }) => onProgress(loaded, total)
  return { pdf: task.promise, close: () => void task.destroy() }
}
