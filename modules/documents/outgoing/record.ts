import type { Context } from '#platform/acts/context.ts'
import type { Hat } from '#platform/acts/hats.ts'
import type { OutgoingState } from '../contract.ts'
import { writeHistory } from '../history.ts'
import { readersOf } from '../readers.ts'
import { type OutgoingRowStored, outgoingSubject } from './rows.ts'
import type { OutgoingEvent } from './states.ts'

type Changes = Partial<{
  readonly [Column in keyof OutgoingRowStored]: OutgoingRowStored[Column]
}>

/** What is done to a document, and under which hat; what happens without a person has none. */
export type RecordedAct = {
  readonly document: OutgoingRowStored
  readonly act: OutgoingEvent
  readonly hat?: Hat
  /** Whose decision it is, where the actor carries out another's. */
  readonly inPlaceOf?: Pick<NonNullable<Hat['standIn']>, 'seatId' | 'fullName'> | undefined
}

/** Writes a change of a document with its history and audit rows, and tells the open screens of its readers. */
export async function recordOutgoing(
  context: Context,
  { document, hat, act, inPlaceOf = hat?.standIn }: RecordedAct,
  said: {
    readonly after: OutgoingState
    readonly text?: string | undefined
    readonly detail?: Readonly<Record<string, unknown>>
    /** What readers of the document are not to know. */
    readonly auditedOnly?: Readonly<Record<string, unknown>>
  },
  changes: Changes,
): Promise<void> {
  await Promise.all([
    updateOutgoing(context, document.id, { state: said.after, ...changes }),
    writeHistory(context, {
      documentId: document.id,
      act,
      before: document.state,
      after: said.after,
      text: said.text,
      onBehalfOfName: inPlaceOf?.fullName,
      ...(said.detail ? { detail: said.detail } : {}),
    }),
    context.audit({
      act: `documents.outgoing-${act}`,
      subject: outgoingSubject(document.id),
      onBehalfOf: inPlaceOf?.seatId,
      before: { state: document.state },
      after: { state: said.after, ...(said.text ? { text: said.text } : {}), ...said.detail, ...said.auditedOnly },
    }),
    announceOutgoing(context, document),
  ])
}

export async function updateOutgoing(
  { tx, agency, now }: Context,
  id: string,
  { signing_lines, number_place, ...changes }: Changes,
): Promise<void> {
  await tx
    .updateTable('outgoing_documents')
    .set({
      ...changes,
      // The driver writes arrays as PostgreSQL arrays, so what is stored as jsonb is handed over as text.
      ...(signing_lines === undefined ? {} : { signing_lines: asJson(signing_lines) }),
      ...(number_place === undefined ? {} : { number_place: asJson(number_place) }),
      changed_at: now,
    })
    .where('agency_id', '=', agency)
    .where('id', '=', id)
    .execute()
}

const asJson = (value: unknown): string | null => (value === null ? null : JSON.stringify(value))

export async function announceOutgoing(
  context: Context,
  document: Pick<OutgoingRowStored, 'id' | 'restricted'>,
): Promise<void> {
  const to = await readersOf(context, document.id)
  context.announce({
    kind: 'documents.outgoing',
    id: document.id,
    direction: 'outgoing',
    to,
    everyoneWhoSeesAll: !document.restricted,
  })
}
