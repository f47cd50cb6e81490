import type { z } from '#lib/schemas/index.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { platformErrors } from '#platform/acts/errors.ts'
import { attachFiles } from '../attach-files.ts'
import { documentErrors, type RegisterArrived } from '../contract.ts'
import { columnsOfFacts } from './facts.ts'
import { refuseDates } from './register-incoming.ts'
import { asRead, type IncomingDocumentRow } from './rows.ts'

/**
 * What a paper says that was noted without a register, once it is entered into one: little was needed to set it aside, the
 * register wants the whole. What came from another agency is as it came.
 *
 * @throws documents.MainFileMissing, IssuedAfterArrival, ArrivedInFuture; platform.NotValid, StateSecret
 */
export async function completePaper(
  context: ActContext,
  document: IncomingDocumentRow,
  paper: z.output<typeof RegisterArrived>['paper'],
) {
  if (document.carrier === 'inside') {
    if (paper) throw platformErrors.NotValid({}, { errors: [asItCame] })
    return undefined
  }
  const files = paper?.files ?? []
  const hasMain = await hasMainFile(context, document.id)
  if (!hasMain && files.every(file => file.role !== 'main')) throw documentErrors.MainFileMissing()
  if (hasMain && files.some(file => file.role === 'main')) throw documentErrors.OneMainFile()
  if (!paper) return undefined
  const arrivedOn = paper.arrivedOn ?? document.arrived_on ?? context.today
  refuseDates({ arrivedOn, issuedOn: paper.issuedOn ?? null, today: context.today })
  const facts = await columnsOfFacts(context, paper)
  await attachFiles(context, asRead(document), files, { main: false })
  return { ...facts, arrived_on: arrivedOn, paper_place: paper.paperPlace ?? document.paper_place }
}

const asItCame = { path: 'paper', message: 'Thông tin đi cùng văn bản nơi khác gửi, không ghi lại.' }

async function hasMainFile({ tx, agency }: ActContext, documentId: string): Promise<boolean> {
  const main = await tx
    .selectFrom('document_files')
    .select('id')
    .where('agency_id', '=', agency)
    .where('document_id', '=', documentId)
    .where('role', '=', 'main')
    .executeTakeFirst()
  return main !== undefined
}
