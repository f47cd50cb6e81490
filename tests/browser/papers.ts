import { setTimeout as sleep } from 'node:timers/promises'
import { PDFDocument } from '@cantoo/pdf-lib'
import { newId } from '#platform/ui/data/ids.ts'
import { samplePdf } from '#tests/office/sample-pdf.ts'
import type { AtWork } from './people.ts'

/** Documents for tests that are about what is done with them: made through the API, without its screens. */

type Made = { readonly id: string }

/** Sends a PDF; answers the upload's id. */
async function uploadPdf({ context, person }: AtWork, bytes: Uint8Array): Promise<string> {
  const upload = await context.request.post('/api/v1/files', {
    headers: { 'x-seat': person.seatId },
    multipart: { file: { name: 'quet.pdf', mimeType: 'application/pdf', buffer: Buffer.from(bytes) } },
  })
  return ((await upload.json()) as Made).id
}

/** Begins a draft from a PDF that was made elsewhere, with blanks for number and date. */
export async function uploadDraft(work: AtWork): Promise<string> {
  const { items } = await work.api<{ items: readonly { seatId: string }[] }>('GET', '/documents/outgoing/signers')
  const pdf = await samplePdf({ numbering: { kind: 'blank', year: new Date().getFullYear() }, afterNumber: '/UBND-KT' })
  const { id } = await work.api<Made>('POST', '/documents/outgoing', {
    ...{ id: newId(), typeCode: 'cong-van', subject: 'Lịch ngừng cấp điện để bảo trì đường dây' },
    ...{ signerSeatId: items[0]!.seatId, files: [{ uploadId: await uploadPdf(work, pdf), role: 'main' }] },
  })
  return id
}

/** Enters a paper in the register, as the clerk. */
export async function enterPaper(
  work: AtWork,
  facts: { readonly subject: string } & Readonly<Record<string, unknown>>,
): Promise<string> {
  const pdf = await PDFDocument.create()
  pdf.addPage()
  const uploadId = await uploadPdf(work, await pdf.save())
  const { id } = await work.api<Made>('POST', '/documents/incoming', {
    ...{ id: newId(), carrier: 'paper', files: [{ uploadId, role: 'main' }], typeCode: 'cong-van' },
    ...{ issuerName: 'Điện lực Cam Lộ', ...facts },
  })
  return id
}

type Sender = {
  readonly drafter: AtWork
  readonly checkers: readonly AtWork[]
  readonly leader: AtWork
  readonly clerk: AtWork
}

/** Writes, approves, numbers and sends a letter to one office; answers when it is on its way. */
export async function sendLetter(
  { drafter, checkers, leader, clerk }: Sender,
  { subject, to }: { readonly subject: string; readonly to: string },
): Promise<string> {
  type Found = { readonly items: readonly { readonly issuerId: string; readonly name: string }[] }
  const { items } = await drafter.api<Found>('GET', `/agencies?inside=true&q=${encodeURIComponent(to)}`)
  const { id } = await drafter.api<Made>('POST', '/documents/outgoing', {
    ...{ id: newId(), typeCode: 'cong-van', subject, signerSeatId: leader.person.seatId },
    recipients: [{ id: newId(), kind: 'agency', issuerId: items[0]!.issuerId, carrier: 'system', purpose: 'act' }],
    letter: {
      addressees: [to],
      blocks: [{ kind: 'paragraph', runs: [{ text: 'Đề nghị quý cơ quan rà soát và báo cáo trước ngày 30.' }] }],
    },
  })
  await drafter.api('POST', `/documents/outgoing/${id}/submit`, { revision: 1 })
  // Content and form, each by the one who answers for it.
  for (const { api } of checkers)
    await api('POST', `/documents/outgoing/${id}/review`, { revision: 1, result: 'agreed' })
  await leader.api('POST', `/documents/outgoing/${id}/approve`, { revision: 1 })
  // The file is frozen after approval; until then it cannot be numbered, nor sent before its number is in it.
  await onceItCan(() => clerk.api('POST', `/documents/outgoing/${id}/number`, {}))
  await onceItCan(() => clerk.api('POST', `/documents/outgoing/${id}/dispatch`, {}))
  return id
}

async function onceItCan(act: () => Promise<unknown>): Promise<void> {
  for (let left = 60; ; left -= 1)
    try {
      await act()
      return
    } catch (error) {
      if (left === 0 || !String(error).includes(' 409 ')) throw error
      await sleep(500)
    }
}
