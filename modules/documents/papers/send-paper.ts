import { formatDate, vietnamTime } from '#lib/vietnamese/index.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { runAct } from '#platform/acts/run.ts'
import { sendMadePdf } from '#platform/files/send-file.ts'
import type { Call } from '#platform/http/routes.ts'
import { scopeOf } from '#platform/http/scope.ts'
import type { Form } from '#platform/workshop/tasks/forms.ts'

/** A paper of the decree with the name of its file. */
export type Paper = { readonly form: Form; readonly fileName: string; readonly createdAt: Date }

/**
 * Answers a request with a paper as PDF. What stands on it is read, and the print logged, in one transaction; the
 * rendering is slow and holds none.
 */
export async function sendPaper(call: Call, write: (context: ActContext) => Promise<Paper>) {
  const { reply, gate } = call
  const paper = await runAct(gate.machinery, scopeOf(call), write)
  const { pdfPath } = await gate.machinery.workshop.run('render-form', {
    form: paper.form,
    createdAt: paper.createdAt.toISOString(),
  })
  return sendMadePdf(reply, pdfPath, { fileName: paper.fileName })
}

/** Who prints and when, for the mark on each sheet (NĐ 30/2020 Phụ lục VI, III.6k). */
export const printMark = ({ actor, now, today }: ActContext): Form['printed'] => ({
  by: actor.fullName,
  at: `${vietnamTime(now)} ${formatDate(today)}`,
})
