import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { formatDate, vietnamTime } from '#lib/vietnamese/index.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { runAct } from '#platform/acts/run.ts'
import type { Call } from '#platform/http/routes.ts'
import type { Form } from '#platform/workshop/tasks/forms.ts'

/** A paper of the decree with the name of its file. */
export type Paper = { readonly form: Form; readonly fileName: string; readonly createdAt: Date }

/**
 * Answers a request with a paper as PDF. What stands on it is read, and the print logged, in one transaction; the
 * rendering is slow and holds none.
 */
export async function sendPaper(call: Call, write: (context: ActContext) => Promise<Paper>) {
  const { actor, request, reply, gate } = call
  const scope = { agency: actor!.agencyId, actor: actor!, origin: { requestId: request.id, network: request.ip } }
  const paper = await runAct(gate.machinery, scope, write)
  const { pdfPath } = await gate.machinery.workshop.run('render-form', {
    form: paper.form,
    createdAt: paper.createdAt.toISOString(),
  })
  const pdf = createReadStream(pdfPath)
  pdf.on('close', () => void rm(pdfPath, { force: true }))
  return reply
    .header('content-disposition', `inline; filename="${paper.fileName}.pdf"`)
    .header('content-security-policy', "sandbox; default-src 'none'; style-src 'unsafe-inline'")
    .type('application/pdf')
    .send(pdf)
}

/** Who prints and when, for the mark on each sheet (NĐ 30/2020 Phụ lục VI, III.6k). */
export const printMark = ({ actor, now, today }: ActContext): Form['printed'] => ({
  by: actor.fullName,
  at: `${vietnamTime(now)} ${formatDate(today)}`,
})
