import { findAddressed } from '#modules/documents/incoming/receive-document.ts'
import { registerIncoming } from '#modules/documents/incoming/register-incoming.ts'
import { findIncoming } from '#modules/documents/incoming/rows.ts'
import { type ActMachinery, runAct } from '#platform/acts/run.ts'
import { inAgency } from '#platform/database/transaction.ts'
import { finishedEntry, openEntries } from '#platform/outbox/entries.ts'
import type { OutboxHandler } from '#platform/outbox/relay.ts'
import type {
  DemonstrationPlan,
  IncomingStep,
  InsideDocument,
  OutgoingStep,
  OutsideDocument,
  PlannedReceipt,
} from '../types.ts'
import type { Cast } from './cast.ts'
import { fromLoader, loader } from './load-offices.ts'
import { makeScan } from './make-scan.ts'
import { doIncoming } from './tell-incoming.ts'
import { doOutgoing } from './tell-outgoing.ts'
import type { TypeCodes } from './type-codes.ts'

type Event =
  | { readonly kind: 'outgoing'; readonly at: string; readonly document: InsideDocument; readonly step: OutgoingStep }
  | {
      readonly kind: 'receipt'
      readonly at: string
      readonly document: InsideDocument
      readonly receipt: PlannedReceipt
      readonly step: IncomingStep
    }
  | { readonly kind: 'outside'; readonly at: string; readonly document: OutsideDocument; readonly step: IncomingStep }

export type Loading = {
  readonly machinery: ActMachinery
  readonly cast: Cast
  readonly types: TypeCodes
  readonly handlersAt: (at: Date) => Readonly<Record<string, OutboxHandler>>
  /** Told of a step that could not be done: the rest of its document is left out, and the operator's log says so. */
  readonly missed: (what: string, error: unknown) => void
  readonly stopped: () => boolean
}

/**
 * Lets the people of the plan do what they did, in the order of time, through the same acts as real people: registers,
 * directions, drafts, numbers and dispatches come out as if the weeks had passed here.
 *
 * @param paperBook the documents are entered after later ones: their numbers stand in the paper book already
 */
export async function loadDocuments(
  loading: Loading,
  documents: DemonstrationPlan['documents'],
  paperBook: boolean,
): Promise<void> {
  const broken = new Set<string>()
  const receipts = receiptsOf(documents)
  for (const event of eventsOf(documents)) {
    if (loading.stopped()) return
    const key = event.kind === 'receipt' ? event.receipt.id : event.document.id
    if (broken.has(key) || broken.has(event.document.id)) continue
    try {
      await happen(loading, event, { receipts, paperBook })
    } catch (error) {
      broken.add(key)
      loading.missed(`${event.document.id} ${event.kind} ${event.step.act}`, error)
    }
  }
}

function eventsOf(documents: DemonstrationPlan['documents']): Event[] {
  const events = documents.flatMap((document): Event[] =>
    document.direction === 'incoming'
      ? document.receipt.steps.map(step => ({ kind: 'outside', at: step.at, document, step }))
      : [
          ...document.steps.map(step => ({ kind: 'outgoing' as const, at: step.at, document, step })),
          ...document.receipts.flatMap(receipt =>
            receipt.steps.map(step => ({ kind: 'receipt' as const, at: step.at, document, receipt, step })),
          ),
        ],
  )
  return events.sort((left, right) => (left.at < right.at ? -1 : left.at > right.at ? 1 : 0))
}

type Receipts = ReadonlyMap<string, { readonly document: InsideDocument; readonly receipt: PlannedReceipt }>

const receiptsOf = (documents: DemonstrationPlan['documents']): Receipts =>
  new Map(
    documents.flatMap(document =>
      document.direction === 'outgoing'
        ? document.receipts.map(receipt => [receipt.id, { document, receipt }] as const)
        : [],
    ),
  )

async function happen(
  loading: Loading,
  event: Event,
  { receipts, paperBook }: { readonly receipts: Receipts; readonly paperBook: boolean },
): Promise<void> {
  const { cast, types } = loading
  const { step } = event
  const numberOnPaper = paperBook && (step.act === 'register' || step.act === 'number') ? step.number : undefined
  const once = { stepId: step.id, documentId: event.document.id }
  const as = { once, seatId: step.seatId, at: step.at, numberOnPaper }
  if (event.kind === 'outgoing') {
    const answered = event.step.act === 'draft' && event.document.inReplyTo
    const inReplyTo = answered ? await rowOfReceipt(loading, receipts.get(answered)) : undefined
    await cast.act(as, context => doOutgoing(context, event.document, event.step, { types, inReplyTo }))
  } else if (event.kind === 'outside' && event.step.act === 'register')
    await registerPaper(loading, event.document, event.step, as)
  else {
    const id = event.kind === 'outside' ? event.document.id : await rowOfReceipt(loading, event)
    await cast.act(as, context => doIncoming(context, id, event.step))
  }
  await carry(loading, cast.seat(step.seatId).agencyId, new Date(step.at))
}

async function registerPaper(
  loading: Loading,
  document: OutsideDocument,
  step: IncomingStep & { act: 'register' },
  as: Parameters<Cast['act']>[0],
): Promise<void> {
  if (await isRegistered(loading, document)) return
  const uploadId = await makeScan(loading.machinery, document, step, loading.types)
  const { content } = document
  await loading.cast.act(as, context =>
    registerIncoming(context, {
      id: document.id,
      registerId: step.registerId,
      carrier: document.carrier,
      typeCode: loading.types(content.typeCode),
      ...(document.notation ? { notation: document.notation } : {}),
      issuedOn: document.issuedOn,
      ...(document.issuerId ? { issuerId: document.issuerId } : { issuerName: document.issuerName }),
      subject: content.subject,
      ...(document.signer ? { signerTitle: document.signer.title, signerName: document.signer.name } : {}),
      urgency: content.urgency,
      restricted: content.restricted,
      dueOn: step.dueOn,
      files: [{ uploadId, role: 'main' }],
      duplicateReason: 'Bản minh họa',
      ...(content.meeting
        ? { meetingAt: content.meeting.at, meetingPlace: content.meeting.place, meetingChair: content.meeting.chair }
        : {}),
      ...(step.leaderSeatId ? { leaderSeatId: step.leaderSeatId } : {}),
    }),
  )
}

/** It was, when the loading was stopped after this document. */
const isRegistered = ({ machinery }: Loading, { id, receipt: { agencyId } }: OutsideDocument): Promise<boolean> =>
  runAct(
    machinery,
    { agency: agencyId, actor: loader, origin: fromLoader, mode: 'read only' },
    async context => (await findIncoming(context, id)) !== undefined,
  )

/** Rows that messages made at receivers, by the plan's key of the receipt. */
const receiptRows = new Map<string, string>()

async function rowOfReceipt(
  { machinery }: Loading,
  planned: { readonly document: InsideDocument; readonly receipt: PlannedReceipt } | undefined,
): Promise<string> {
  if (!planned) throw new Error('the plan has no such receipt')
  const { document, receipt } = planned
  const known = receiptRows.get(receipt.id)
  if (known) return known
  const row = await runAct(
    machinery,
    { agency: receipt.agencyId, actor: loader, origin: fromLoader, mode: 'read only' },
    context => findAddressed(context, { documentId: document.id, issuerId: receipt.addresseeIssuerId }),
  )
  if (!row) throw new Error('the document has not arrived')
  receiptRows.set(receipt.id, row.id)
  return row.id
}

/** Carries at once what an act put into its agency's outbox, at the time of the act, and what that brings about. */
async function carry(loading: Loading, agencyId: string, at: Date, depth = 0): Promise<void> {
  const handlers = loading.handlersAt(at)
  const { pool } = loading.machinery
  const items = await inAgency(pool, agencyId, tx => openEntries(tx, agencyId))
  const touched = new Set<string>()
  for (const item of items) {
    await handlers[item.kind]!(item)
    await inAgency(pool, agencyId, tx => finishedEntry(tx, item, at))
    const { receiverAgencyId } = item.payload
    if (typeof receiverAgencyId === 'string') touched.add(receiverAgencyId)
  }
  // Receivers answer by states; those of a letter to all communes are left to the relay.
  if (depth < 2 && touched.size <= 6) for (const other of touched) await carry(loading, other, at, depth + 1)
}
