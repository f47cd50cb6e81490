import type { CalendarDate } from '#lib/calendar-date/index.ts'
import { writeNumber } from '#lib/document-form/index.ts'
import type { Context } from '#platform/acts/context.ts'
import { type ActMachinery, runAct } from '#platform/acts/run.ts'
import type { OutboxItem } from '#platform/outbox/relay.ts'
import { bySystem } from '../by-system.ts'
import { keepPdf } from './keep-pdf.ts'
import { findOutgoing } from './rows.ts'
import { signatureOf, signed } from './sign.ts'

/** Fills number and date into the frozen PDF, as an incremental revision: what was frozen stays its exact beginning. */
export async function fillNumber(machinery: ActMachinery, item: OutboxItem): Promise<void> {
  const { workshop, store } = machinery
  const ready = await runAct(machinery, { ...bySystem(item), mode: 'read only' }, context =>
    whatToFill(context, item.subjectId),
  )
  if (!ready) return
  const { hash, number, date, frozenFileId, toSign, ...file } = ready
  const { pdfPath } = await workshop.run('fill-number', { path: store.pathOf(hash), number, date })
  const toKeep = toSign
    ? await signed(machinery, { ...toSign, id: item.id, as: 'agency', pdfPath, fieldsLeftOpen: [] })
    : { pdfPath, isSigned: false }
  await keepPdf(
    machinery,
    item,
    { ...file, ...toKeep, column: 'numbered_file_id' },
    document => document.frozen_file_id === frozenFileId && document.numbered_file_id === null,
  )
}

async function whatToFill(context: Context, id: string) {
  const document = await findOutgoing(context, id)
  if (!document?.number || document.numbered_file_id) return undefined
  const file = await context.tx
    .selectFrom('document_files')
    .select(['hash', 'pages', 'name'])
    .where('agency_id', '=', context.agency)
    .where('id', '=', document.frozen_file_id!)
    .executeTakeFirstOrThrow()
  return {
    ...{ hash: file.hash, name: file.name, pages: file.pages ?? 0, frozenFileId: document.frozen_file_id },
    // The agency signs only what its signer has signed (NĐ 30/2020 Điều 32.2).
    toSign: document.signature === 'unsigned' ? undefined : signatureOf(document, document.numbered_by!),
    number: writeNumber(document.number, document.number_suffix),
    date: dateInWords(document.issued_on!),
  }
}

/** 'ngày 05 tháng 01 năm 2026': days below 10 and months 1 and 2 bear a 0 (NĐ 30/2020 Phụ lục I, mục II.4b). */
export function dateInWords(date: CalendarDate): string {
  const [year, month, day] = date.split('-') as [string, string, string]
  return `ngày ${day} tháng ${Number(month) > 2 ? Number(month) : month} năm ${year}`
}
