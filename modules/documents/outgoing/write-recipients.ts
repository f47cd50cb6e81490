import { readsDocuments, roleNames, type SeatRole } from '#lib/roles/index.ts'
import { formatNumber } from '#lib/vietnamese/index.ts'
import type { Context } from '#platform/acts/context.ts'
import { documentErrors, type RecipientInput } from '../contract.ts'
import { refuseGone } from './gone.ts'

export const mostRecipients = 1000

/**
 * Writes whom a document goes to (nơi nhận) in place of what stood there: names and identifiers come from the directory as
 * it is today, of outsiders from what was typed. Who stands there twice, by himself and in a group, is taken once.
 *
 * @throws documents.TooManyRecipients, RecipientUnknown, RecipientUnfit, RecipientGone, ReadsNoDocuments
 */
export async function writeRecipients(
  context: Context,
  documentId: string,
  given: readonly RecipientInput[],
): Promise<void> {
  const { tx, agency } = context
  if (given.length > mostRecipients)
    throw documentErrors.TooManyRecipients({ count: formatNumber(given.length), limit: formatNumber(mostRecipients) })
  const before = await tx
    .deleteFrom('outgoing_recipients')
    .where('agency_id', '=', agency)
    .where('document_id', '=', documentId)
    .returning(['id', 'state'])
    .execute()
  // A pair that was sent and is over stays over at the receiver: who gets the document anew is a pair of its own.
  const over = new Set(before.flatMap(one => (one.state === 'waiting' ? [] : one.id)))
  const recipients = onceEach(given).map(one => (over.has(one.id) ? { ...one, id: context.newId() } : one))
  if (recipients.length === 0) return
  await insertRecipients(context, documentId, recipients, 1)
}

/** Adds one recipient behind those that are there. @throws documents.RecipientUnknown, RecipientGone */
export async function addRecipient(
  context: Context,
  documentId: string,
  given: RecipientInput,
): Promise<{ name: string }> {
  const { last } = await context.tx
    .selectFrom('outgoing_recipients')
    .select(({ fn }) => fn.max('ordinal').as('last'))
    .where('agency_id', '=', context.agency)
    .where('document_id', '=', documentId)
    .executeTakeFirstOrThrow()
  const [row] = await insertRecipients(context, documentId, [given], last + 1)
  return { name: row!.name }
}

async function insertRecipients(
  context: Context,
  documentId: string,
  recipients: readonly RecipientInput[],
  from: number,
) {
  const { tx, agency } = context
  const names = await namesOf(context, recipients)
  const rows = recipients.map((one, at) => {
    const named = names(one)
    return {
      agency_id: agency,
      id: one.id,
      document_id: documentId,
      ordinal: from + at,
      kind: one.kind,
      // Who is not here cannot be reached through the system, whatever was chosen.
      carrier: one.carrier === 'system' && (one.kind === 'outside' || !named.inside) ? 'paper' : one.carrier,
      purpose: one.purpose,
      issuer_id: one.issuerId ?? null,
      receiver_agency_id: named.agencyId,
      unit_id: one.unitId ?? null,
      seat_id: one.seatId ?? null,
      name: named.name,
      identifier: named.identifier,
      address: one.address ?? null,
      state: 'waiting',
    }
  })
  await refuseGone(context, rows)
  const written = await tx
    .insertInto('outgoing_recipients')
    .values(rows)
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .execute()
  // An id that another document has already: a client that makes its ids anew is never told so.
  if (written.length < rows.length) throw documentErrors.RecipientUnfit()
  return rows
}

/** Each party once, the first time it stands there. @throws documents.RecipientUnfit for an id that stands there twice */
function onceEach(given: readonly RecipientInput[]): RecipientInput[] {
  if (new Set(given.map(one => one.id)).size < given.length) throw documentErrors.RecipientUnfit()
  const parties = new Set<string>()
  return given.filter(one => {
    const party = partyOf(one)
    if (parties.has(party)) return false
    parties.add(party)
    return true
  })
}

/** Who is meant. An outsider that the directory knows is named by it. @throws documents.RecipientUnfit for any other mixture */
function partyOf({ kind, issuerId, unitId, seatId, name, address }: RecipientInput): string {
  const ids = { agency: issuerId, unit: unitId, seat: seatId, outside: issuerId }
  const named = ids[kind] ?? (kind === 'outside' ? name && `${name}, ${address ?? ''}` : undefined)
  const others = [issuerId, unitId, seatId].filter(id => id !== undefined && id !== ids[kind])
  if (!named || others.length > 0) throw documentErrors.RecipientUnfit()
  return `${kind}: ${named}`
}

type Named = { name: string; identifier: string | null; agencyId: string | null; inside: boolean }

async function namesOf(
  context: Context,
  recipients: readonly RecipientInput[],
): Promise<(one: RecipientInput) => Named> {
  const { agencies } = context.ports
  const wanted = <Key extends 'issuerId' | 'unitId' | 'seatId'>(key: Key) => recipients.flatMap(one => one[key] ?? [])
  const issuers = new Map((await agencies.findIssuers(context, wanted('issuerId'))).map(one => [one.id, one]))
  const units = new Map((await agencies.getOpenUnits(context, wanted('unitId'))).map(one => [one.id, one]))
  const people = await agencies.getSeats(context, wanted('seatId'))
  refuseWhoReadsNothing(people)
  const seats = new Map(people.map(one => [one.id, one]))
  return one => {
    const issuer = one.issuerId ? issuers.get(one.issuerId) : undefined
    if (issuer)
      return {
        name: issuer.name,
        identifier: issuer.identifier,
        agencyId: issuer.agencyId,
        inside: issuer.inside && issuer.agencyId !== null,
      }
    const own = (one.unitId && units.get(one.unitId)?.name) || (one.seatId && seats.get(one.seatId)?.fullName)
    if (own) return { name: own, identifier: null, agencyId: null, inside: true }
    if (one.kind === 'outside' && one.name) return { name: one.name, identifier: null, agencyId: null, inside: false }
    throw documentErrors.RecipientUnknown()
  }
}

/** Anybody else would be told of a document, or asked for it, that he cannot open. @throws documents.ReadsNoDocuments */
export function refuseWhoReadsNothing(people: readonly { readonly fullName: string; readonly role: SeatRole }[]): void {
  const other = people.find(one => !readsDocuments(one.role))
  if (other) throw documentErrors.ReadsNoDocuments({ name: other.fullName, role: roleNames[other.role] })
}
