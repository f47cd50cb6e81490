import { findDocumentType } from '#lib/document-form/index.ts'
import type { z } from '#lib/schemas/index.ts'
import type { Lateness } from '#lib/working-calendar/index.ts'
import type { IncomingAct, IncomingRow } from '../contract.ts'
import type { IncomingDocumentRow } from './rows.ts'
import { isOpenIncoming } from './states.ts'

export type RowFacts = Pick<
  IncomingDocumentRow,
  | 'id'
  | 'state'
  | 'subject'
  | 'notation'
  | 'type_code'
  | 'issuer_name'
  | 'issued_on'
  | 'arrival_number'
  | 'arrived_at'
  | 'carrier'
  | 'urgency'
  | 'handle_by'
  | 'holder_name'
  | 'due_on'
  | 'restricted'
>

/** A row of a list; `unread` is the acting seat's, `act` what it waits for from it. */
export const presentRow = (
  row: RowFacts,
  unread: boolean,
  latenessOf: (dueOn: string | null, open?: boolean) => Lateness,
  act: IncomingAct | null,
): z.input<typeof IncomingRow> => ({
  id: row.id,
  state: row.state,
  subject: row.subject,
  notation: row.notation,
  typeName: typeNameOf(row.type_code),
  issuerName: row.issuer_name,
  issuedOn: row.issued_on,
  arrivalNumber: row.arrival_number,
  arrivedAt: row.arrived_at.toISOString(),
  carrier: row.carrier,
  urgency: row.urgency,
  handleBy: row.handle_by?.toISOString() ?? null,
  holderName: row.holder_name,
  dueOn: row.due_on,
  lateness: latenessOf(row.due_on, isOpenIncoming(row.state)),
  unread,
  act,
  restricted: row.restricted,
})

export const typeNameOf = (typeCode: string | null): string | null =>
  typeCode === null ? null : (findDocumentType(typeCode)?.name ?? typeCode)
