import type { TaskFunction } from '../task.ts'
import { type RenderLetter, renderLetter } from './render-letter.ts'

export type MakeDemoDocument = {
  input: RenderLetter['input']
  output: { readonly pdfPath: string; readonly pages: number }
}

/** A document of the demonstration province: like a real one, but each page says at its foot that it is a sample. */
export const makeDemoDocument: TaskFunction<MakeDemoDocument> = async ({ letter, createdAt }, context) => {
  const { pdfPath, pages } = await renderLetter({ letter: { ...letter, footMark: 'TÀI LIỆU MẪU' }, createdAt }, context)
  return { pdfPath, pages }
}
