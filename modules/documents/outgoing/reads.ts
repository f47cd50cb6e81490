import { officeRoles, type SeatRole } from '#lib/roles/index.ts'
import type { SeatFacts } from '#modules/agencies/contract.ts'
import { seatKey } from '#platform/acts/actor.ts'
import type { ActContext, Context } from '#platform/acts/context.ts'
import { readersOf } from '../readers.ts'
import type { OutgoingRowStored, RecipientRow } from './rows.ts'
import { toBeRead } from './unread.ts'

/** Who of a unit has read what was issued to it, and how many are to. */
export type ReadMarks = { readonly of: number; readonly by: { readonly name: string; readonly at: string }[] }

type Issued = Pick<
  OutgoingRowStored,
  'drafter_seat_id' | 'signer_seat_id' | 'approved_by' | 'numbered_by' | 'dispatched_by'
>

/** Whether somebody looks at a document as its receiver: not who had a hand in issuing it, nor who checks the office. */
export const looksAsReceiver = (document: Issued, seat: { readonly id: string; readonly role: SeatRole }): boolean =>
  officeRoles.includes(seat.role) &&
  ![
    document.drafter_seat_id,
    document.signer_seat_id,
    document.approved_by,
    document.numbered_by,
    document.dispatched_by,
  ].includes(seat.id)

/** The people of a unit who are to read what is issued to it; of a restricted document those alone who may see it. */
async function readersIn(
  context: Context,
  document: OutgoingRowStored,
  unitIds: readonly string[],
): Promise<readonly SeatFacts[]> {
  const seats = await context.ports.agencies.seatsWhere(context, {})
  const keys = document.restricted ? await readersOf(context, document.id) : undefined
  return seats.filter(
    seat =>
      unitIds.includes(seat.unitId) && looksAsReceiver(document, seat) && (!keys || keys.includes(seatKey(seat.id))),
  )
}

const unitsOf = (recipients: readonly RecipientRow[]): string[] => recipients.flatMap(one => one.unit_id ?? [])

/** By the id of each unit that a document was issued to: who of it has read the document. */
export async function readMarks(
  context: ActContext,
  document: OutgoingRowStored,
  recipients: readonly RecipientRow[],
): Promise<ReadonlyMap<string, ReadMarks>> {
  const unitIds = unitsOf(recipients.filter(one => one.state !== 'waiting'))
  if (unitIds.length === 0) return new Map()
  const seats = await readersIn(context, document, unitIds)
  const reads = new Map((await readsOf(context, document.id)).map(one => [one.seat_id, one.first_read_at]))
  return new Map(
    unitIds.map(unitId => {
      const of = seats.filter(seat => seat.unitId === unitId)
      const by = of.flatMap(({ id, fullName }) => {
        const at = reads.get(id)
        return at ? { name: fullName, at: at.toISOString() } : []
      })
      return [unitId, { of: of.length, by: by.toSorted((one, other) => (one.at < other.at ? -1 : 1)) }]
    }),
  )
}

const readsOf = ({ tx, agency }: Context, documentId: string) =>
  tx
    .selectFrom('document_reads')
    .select(['seat_id', 'first_read_at'])
    .where('agency_id', '=', agency)
    .where('document_id', '=', documentId)
    .execute()

/** What is issued now is to be read, also by who looked at its draft. */
export async function markUnread(
  context: Context,
  document: OutgoingRowStored,
  recipients: readonly RecipientRow[],
): Promise<void> {
  const inUnits = await readersIn(context, document, unitsOf(recipients))
  await toBeRead(context, document.id, [
    ...inUnits.map(seat => seat.id),
    ...recipients.flatMap(one => one.seat_id ?? []),
  ])
}
