import { writeFile } from 'node:fs/promises'
import { Refusal } from '../errors.ts'
import type { TaskFunction } from '../task.ts'
import { renderTypst } from '../typst/compiler.ts'
import { type Form, toTemplate } from './forms.ts'

export type RenderForm = {
  input: { readonly form: Form; readonly createdAt: string }
  output: { readonly pdfPath: string; readonly pages: number }
}

/** 2,000 lines take about 5 s and 400 MB; a longer register is printed in ranges of numbers. */
const mostLines = 2000

/** One of the decree's papers → PDF/A-2b. @throws Refusal TooLarge */
export const renderForm: TaskFunction<RenderForm> = async ({ form, createdAt }, context) => {
  if (form.kind !== 'slip' && form.lines.length > mostLines) throw new Refusal('TooLarge')
  const { template, data } = toTemplate(form)
  const rendered = renderTypst(template, data, new Date(createdAt), {
    tagged: form.kind === 'slip',
    replaceMissing: true,
  })
  const pdfPath = context.outputFile(`${form.kind}.pdf`)
  await writeFile(pdfPath, rendered.pdf)
  return { pdfPath, pages: rendered.pages }
}
