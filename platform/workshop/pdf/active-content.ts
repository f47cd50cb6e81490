import { PDFArray, type PDFContext, PDFDict, PDFName, type PDFObject, PDFRef, PDFStream } from '@cantoo/pdf-lib'

/** Actions that run code, start programs or send data. Links (URI) and jumps (GoTo) are what documents are made of. */
const activeActions = new Set([
  'JavaScript',
  'Launch',
  'ImportData',
  'SubmitForm',
  'Rendition',
  'Movie',
  'Sound',
  'GoToE',
  'RichMediaExecute',
])
const name = (text: string) => PDFName.of(text)

/** Whether a PDF does something by itself: scripts, XFA forms, programs started, an action on opening that is no jump. */
export function hasActiveContent(context: PDFContext, catalog: PDFDict): boolean {
  const opening = context.lookup(catalog.get(name('OpenAction')))
  if (opening instanceof PDFDict && actionOf(opening) !== 'GoTo') return true
  return context.enumerateIndirectObjects().some(([, object]) => isActive(object, 0))
}

/** Whether something in the PDF is a signature with its bytes, not only an empty signature field. */
export function isSigned(context: PDFContext): boolean {
  return context.enumerateIndirectObjects().some(([, object]) => {
    return object instanceof PDFDict && object.has(name('ByteRange')) && object.has(name('Contents'))
  })
}

function isActive(object: PDFObject, depth: number): boolean {
  // Direct objects nest; references need not be followed, each indirect object is looked at once.
  if (depth > 50) return true
  if (object instanceof PDFRef) return false
  if (object instanceof PDFArray) return object.asArray().some(item => isActive(item, depth + 1))
  const dict = object instanceof PDFStream ? object.dict : object
  if (!(dict instanceof PDFDict)) return false
  if (activeActions.has(actionOf(dict)) || dict.has(name('JS')) || dict.has(name('XFA'))) return true
  return dict.values().some(value => isActive(value, depth + 1))
}

function actionOf(dict: PDFDict): string {
  const action = dict.get(name('S'))
  return action instanceof PDFName ? action.decodeText() : ''
}
