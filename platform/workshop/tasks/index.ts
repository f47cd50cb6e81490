import type { TaskTable } from '../task.ts'
import type { DiffText } from './diff-text.ts'
import type { FillNumber } from './fill-number.ts'
import type { FreezePdf } from './freeze-pdf.ts'
import type { ImagesToPdf } from './images-to-pdf.ts'
import type { InspectFile } from './inspect-file.ts'
import type { InspectPdf } from './inspect-pdf.ts'
import type { MakeDemoDocument } from './make-demo-document.ts'
import type { RenderForm } from './render-form.ts'
import type { RenderLetter } from './render-letter.ts'

/** Every task of the workshop, its input and its output. */
export type WorkshopTasks = {
  'diff-text': DiffText
  'fill-number': FillNumber
  'freeze-pdf': FreezePdf
  'images-to-pdf': ImagesToPdf
  'inspect-file': InspectFile
  'inspect-pdf': InspectPdf
  'make-demo-document': MakeDemoDocument
  'render-form': RenderForm
  'render-letter': RenderLetter
}

/** Loaded by the children; the server reads only what a task handles, reads and writes, never its code. */
export const taskTable: TaskTable<WorkshopTasks> = {
  'diff-text': {
    handles: 'strangers-files',
    reads: [],
    writes: [],
    load: async () => (await import('./diff-text.ts')).diffText,
  },
  'fill-number': {
    handles: 'strangers-files',
    reads: ['path'],
    writes: ['pdfPath'],
    load: async () => (await import('./fill-number.ts')).fillNumber,
  },
  'freeze-pdf': {
    handles: 'strangers-files',
    reads: ['path'],
    writes: ['pdfPath'],
    load: async () => (await import('./freeze-pdf.ts')).freezePdf,
  },
  'images-to-pdf': {
    handles: 'strangers-files',
    reads: ['paths'],
    writes: ['pdfPath'],
    load: async () => (await import('./images-to-pdf.ts')).imagesToPdf,
  },
  'inspect-file': {
    handles: 'strangers-files',
    reads: ['path'],
    writes: [],
    load: async () => (await import('./inspect-file.ts')).inspectFile,
  },
  'inspect-pdf': {
    handles: 'strangers-files',
    reads: ['path'],
    writes: [],
    load: async () => (await import('./inspect-pdf.ts')).inspectPdf,
  },
  'make-demo-document': {
    handles: 'own-data',
    reads: [],
    writes: ['pdfPath'],
    load: async () => (await import('./make-demo-document.ts')).makeDemoDocument,
  },
  'render-form': {
    handles: 'own-data',
    reads: [],
    writes: ['pdfPath'],
    load: async () => (await import('./render-form.ts')).renderForm,
  },
  'render-letter': {
    handles: 'own-data',
    reads: [],
    writes: ['pdfPath'],
    load: async () => (await import('./render-letter.ts')).renderLetter,
  },
}
