import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { sql } from 'kysely'
import { findDocumentType } from '#lib/document-form/index.ts'
import { formatDate } from '#lib/vietnamese/index.ts'
import { type ActMachinery, runAct } from '#platform/acts/run.ts'
import { inspect } from '#platform/files/inspect.ts'
import { keepStored } from '#platform/files/stored.ts'
import { addUpload } from '#platform/files/uploads.ts'
import type { LetterData } from '#platform/workshop/tasks/letter.ts'
import type { IncomingStep, OutsideDocument } from '../types.ts'
import { fromLoader, loader } from './load-offices.ts'
import { letterOf } from './tell-outgoing.ts'
import type { TypeCodes } from './type-codes.ts'

/** Makes the paper that came from outside, as a PDF of the platform's own, and lays it among the clerk's uploads. */
export async function makeScan(
  machinery: ActMachinery,
  document: OutsideDocument,
  step: IncomingStep,
  types: TypeCodes,
): Promise<string> {
  const { workshop, store } = machinery
  const made = await workshop.run('make-demo-document', { letter: letterOfPaper(document, types), createdAt: step.at })
  const found = await inspect(workshop, made.pdfPath)
  const kept = await store.receive(createReadStream(made.pdfPath)).finally(() => rm(made.pdfPath, { force: true }))
  return runAct(
    machinery,
    { agency: document.receipt.agencyId, actor: loader, origin: fromLoader, at: new Date(step.at) },
    async context => {
      const mediaType = 'application/pdf'
      await keepStored(context.tx, store, kept, mediaType)
      return addUpload(context, {
        ...{ seatId: step.seatId, hash: kept.hash, size: kept.size, mediaType },
        name: `${document.notation.replace(/[/\\]/g, '-') || 'van-ban'}.pdf`,
        ...{ pages: found.pages, text: found.text, firstPage: null, createdAt: sql<Date>`now()` },
      })
    },
  )
}

function letterOfPaper(document: OutsideDocument, types: TypeCodes): LetterData {
  const { content, signer, notation } = document
  const type = findDocumentType(types(content.typeCode))
  const isLetter = type?.code === 'cong-van'
  const [number = '', ...rest] = notation.split('/')
  const [year, month, day] = document.issuedOn.split('-') as [string, string, string]
  const letter = letterOf(content)
  return {
    layout: isLetter ? 'official-letter' : 'named-type',
    letterhead: { superior: [], issuer: [document.issuerName.toLocaleUpperCase('vi')] },
    numbering: {
      kind: 'given',
      number,
      date: `ngày ${day} tháng ${Number(month) > 2 ? Number(month) : month} năm ${year}`,
    },
    afterNumber: rest.length > 0 ? `/${rest.join('/')}` : '',
    place: 'Quảng Trị',
    ...(isLetter ? {} : { typeName: (type?.name ?? 'Văn bản').toLocaleUpperCase('vi') }),
    subject: content.subject,
    addressees: letter.addressees,
    blocks: letter.blocks.map(block => JSON.parse(JSON.stringify(block)) as LetterData['blocks'][number]),
    recipients: ['Như trên', `Lưu: VT (${formatDate(document.issuedOn)})`],
    signing: { lines: [(signer?.title ?? 'Người gửi').toLocaleUpperCase('vi')], name: signer?.name ?? '' },
  }
}
