import { rm } from 'node:fs/promises'
import { todayInVietnam } from '#lib/vietnamese/index.ts'
import type { Context } from '#platform/acts/context.ts'
import { type ActMachinery, runAct } from '#platform/acts/run.ts'
import type { OutboxItem } from '#platform/outbox/relay.ts'
import { isRefusal } from '#platform/workshop/errors.ts'
import type { LetterData } from '#platform/workshop/tasks/letter.ts'
import type { Workshop } from '#platform/workshop/workshop.ts'
import { bySystem } from '../by-system.ts'
import { giveBack } from './give-back.ts'
import { keepPdf } from './keep-pdf.ts'
import { letterData } from './letter.ts'
import { getSeriesFor, notationTail } from './notation.ts'
import { covering, type Place, type Places, uncovered } from './number-places.ts'
import { chosenPlaces } from './place-number.ts'
import { proposePlaces } from './propose-places.ts'
import { findOutgoing, findVersion, lockOutgoing, type OutgoingRowStored, recipientsOf } from './rows.ts'
import { numberFields, signatureOf, signed, type ToSign } from './sign.ts'

type ToFreeze = {
  readonly approvedAt: Date
  readonly year: number
  readonly name: string
  readonly toSign: ToSign
  readonly printedTail?: string
} & (
  | { readonly kind: 'letter'; readonly letter: LetterData }
  | { readonly kind: 'upload'; readonly path: string; readonly pages: number; readonly places: Places<Place> | null }
)

/**
 * Makes the frozen PDF of an approved document, outside every transaction: rendered from what was written, or the uploaded
 * one, with two empty fields for number and date. A file of which no such PDF can be made goes back with the reason.
 */
export async function freeze(machinery: ActMachinery, item: OutboxItem): Promise<void> {
  const ready = await runAct(machinery, { ...bySystem(item), mode: 'read only' }, context =>
    whatToFreeze(context, machinery, item.subjectId),
  )
  if (!ready) return
  try {
    const { pdfPath, pages } = await frozenPdf(machinery.workshop, ready)
    const toKeep = await signed(machinery, {
      ...{ ...ready.toSign, id: item.id, as: 'signer', pdfPath },
      fieldsLeftOpen: numberFields,
    })
    const { name, printedTail } = ready
    await keepPdf(machinery, item, { ...toKeep, pages, name, printedTail, column: 'frozen_file_id' }, document =>
      isOf(document, ready.approvedAt),
    )
  } catch (error) {
    if (!isRefusal(error) && !(error instanceof NoRoom)) throw error
    const reason = error instanceof NoRoom ? noRoom : `${error.title} ${error.detail}`
    await runAct(machinery, bySystem(item), context => giveBackUnfit(context, item.subjectId, ready, reason))
  }
}

/** Whether a document still has the approval that was prepared for, and nobody was faster. */
const isOf = (document: OutgoingRowStored, approvedAt: Date): boolean =>
  document.approved_at?.getTime() === approvedAt.getTime() && document.frozen_file_id === null

async function whatToFreeze(context: Context, { store }: ActMachinery, id: string): Promise<ToFreeze | undefined> {
  const document = await findOutgoing(context, id)
  if (document?.state !== 'approved' || document.frozen_file_id) return undefined
  const approvedAt = document.approved_at!
  const on = todayInVietnam(approvedAt)
  const toSign = signatureOf(document, document.signer_seat_id!)
  const facts = { approvedAt, year: Number(on.slice(0, 4)), name: fileNameOf(document.subject), toSign }
  const version = (await findVersion(context, id, document.version))!
  if (version.content) {
    const { agencies } = context.ports
    const series = await getSeriesFor(context, document, on)
    const [unit] = await agencies.getUnits(context, [document.drafting_unit_id])
    const parts = {
      ...{ document, letter: version.content, unit: unit!, signingLines: document.signing_lines ?? [] },
      issuer: (await agencies.findIssuer(context, document.issuer_id))!,
      recipients: await recipientsOf(context, id),
      notationTail: await notationTail(context, document, series, on),
    }
    const printedTail = parts.notationTail
    return { ...facts, printedTail, kind: 'letter', letter: letterData(parts, { kind: 'reserved', year: facts.year }) }
  }
  const file = await context.tx
    .selectFrom('document_files')
    .select(['hash', 'pages'])
    .where('agency_id', '=', context.agency)
    .where('id', '=', version.main_file_id!)
    .executeTakeFirstOrThrow()
  return {
    ...facts,
    kind: 'upload',
    path: store.pathOf(file.hash),
    pages: file.pages ?? 0,
    places: chosenPlaces(document),
  }
}

async function frozenPdf(workshop: Workshop, ready: ToFreeze): Promise<{ pdfPath: string; pages: number }> {
  if (ready.kind === 'letter') {
    const input = { letter: ready.letter, createdAt: ready.approvedAt.toISOString() }
    const { pdfPath: path, pages, places } = await workshop.run('render-letter', input)
    try {
      const { pdfPath } = await workshop.run('freeze-pdf', { path, places: places! })
      return { pdfPath, pages }
    } finally {
      await rm(path, { force: true })
    }
  }
  const { path, pages } = ready
  const { pdfPath } = await workshop.run('freeze-pdf', { path, places: await placesOn(workshop, ready) })
  return { pdfPath, pages }
}

/** As they were placed before the approval, else as the page says, else as the decree's layout has them. @throws NoRoom */
async function placesOn(
  workshop: Workshop,
  { path, places, year }: { path: string; places: Places<Place> | null; year: number },
): Promise<Places> {
  if (places) return covering(places, year)
  const proposed = await proposePlaces(workshop, path)
  if (proposed.noRoom) throw new NoRoom()
  return (proposed.from === 'page' ? covering : uncovered)(proposed.places, year)
}

class NoRoom extends Error {}
const noRoom =
  'Trang 1 chưa chừa chỗ trống sau chữ “Số:” để ghi số. Bấm “Chỗ ghi số, ngày” rồi dời khung số, hoặc chừa chỗ, xuất lại PDF và tải lên.'

async function giveBackUnfit(context: Context, id: string, { approvedAt }: ToFreeze, reason: string): Promise<void> {
  const document = await lockOutgoing(context, id)
  if (document?.state === 'approved' && isOf(document, approvedAt))
    await giveBack(context, { document, act: 'return' }, reason)
}

const fileNameOf = (subject: string): string =>
  `${subject
    .replace(/[\\/:*?"<>|]/g, ' ')
    .slice(0, 80)
    .trim()}.pdf`
