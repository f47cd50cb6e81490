import { writeFile } from 'node:fs/promises'
import { ascent, lineHeight } from '../pdf/geometry.ts'
import type { TaskFunction } from '../task.ts'
import { type Marked, type Rendered, renderTypst } from '../typst/compiler.ts'
import type { FieldPlace } from './freeze-pdf.ts'
import { type LetterData, toTemplate } from './letter.ts'

export type RenderLetter = {
  input: {
    readonly letter: LetterData
    /** Written into the PDF as its time of creation, ISO: the same letter gives the same bytes. */
    readonly createdAt: string
  }
  output: {
    readonly pdfPath: string
    readonly pages: number
    /** Where the fields go, ready for `freeze-pdf`; only of a letter whose numbering is reserved. */
    readonly places: { readonly number: FieldPlace; readonly date: FieldPlace } | null
  }
}

/** A letter → PDF/A-2b in the layout of NĐ 30/2020. */
export const renderLetter: TaskFunction<RenderLetter> = async ({ letter, createdAt }, context) => {
  const rendered = renderTypst('letter.typ', toTemplate(letter), new Date(createdAt))
  const pdfPath = context.outputFile('letter.pdf')
  await writeFile(pdfPath, rendered.pdf)
  return { pdfPath, pages: rendered.pages, places: placesOf(rendered, letter) }
}

function placesOf(rendered: Rendered, letter: LetterData): RenderLetter['output']['places'] {
  if (letter.numbering.kind !== 'reserved') return null
  const number = rendered.placeOf('number-place')
  const date = rendered.placeOf('date-place')
  if (!number || !date) throw new Error('the template marked no places')
  // As wide as a date: two digits between two spaces are six spaces of this font.
  const gap = ' '.repeat(6)
  return {
    number: { ...toPlace(number), style: 'upright', align: 'right', cover: false, blankText: '' },
    date: {
      ...toPlace(date),
      style: 'italic',
      align: 'left',
      cover: false,
      blankText: `ngày${gap}tháng${gap}năm ${letter.numbering.year}`,
    },
  }
}

function toPlace(mark: Marked) {
  const { page, x, width, size } = mark
  return { page, x, y: mark.baseline - size * ascent, width, height: size * lineHeight }
}
