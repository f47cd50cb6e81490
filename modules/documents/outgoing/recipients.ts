import type { ActContext, Context } from '#platform/acts/context.ts'
import { documentErrors, type RecipientInput } from '../contract.ts'
import { recordOutgoing, takeUp } from './case.ts'

export const mostRecipients = 1000

/**
 * Writes whom a document goes to (nơi nhận) in place of what stood there: names and identifiers come from the directory as
 * it is today, of outsiders from what was typed.
 *
 * @throws documents.TooManyRecipients, RecipientUnknown
 */
export async function writeRecipients(
  context: Context,
  documentId: string,
  recipients: readonly RecipientInput[],
): Promise<void> {
  const { tx, agency } = context
  if (recipients.length > mostRecipients)
    throw documentErrors.TooManyRecipients({ count: recipients.length, limit: mostRecipients })
  await tx
    .deleteFrom('outgoing_recipients')
    .where('agency_id', '=', agency)
    .where('document_id', '=', documentId)
    .execute()
  if (recipients.length === 0) return
  const names = await namesOf(context, recipients)
  const rows = recipients.map((one, at) => {
    const named = names(one)
    return {
      agency_id: agency,
      id: one.id,
      document_id: documentId,
      ordinal: at + 1,
      kind: one.kind,
      // A body that is not here cannot be reached through the system, whatever was chosen.
      carrier: one.carrier === 'system' && !named.inside ? 'paper' : one.carrier,
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
  await tx.insertInto('outgoing_recipients').values(rows).execute()
}

type Named = { name: string; identifier: string | null; agencyId: string | null; inside: boolean }

async function namesOf(
  context: Context,
  recipients: readonly RecipientInput[],
): Promise<(one: RecipientInput) => Named> {
  const { agencies } = context.ports
  const wanted = <Key extends 'issuerId' | 'unitId' | 'seatId'>(key: Key) => recipients.flatMap(one => one[key] ?? [])
  const issuers = new Map((await agencies.findIssuers(context, wanted('issuerId'))).map(one => [one.id, one]))
  const units = new Map(
    (await agencies.getOpenUnits(context, [...new Set(wanted('unitId'))])).map(one => [one.id, one]),
  )
  const seats = new Map((await agencies.getSeats(context, [...new Set(wanted('seatId'))])).map(one => [one.id, one]))
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

/** Changes whom a document goes to while it is not dispatched; the list is frozen then. */
export async function setRecipients(
  context: ActContext,
  input: { id: string; recipients: readonly RecipientInput[] },
): Promise<{ id: string }> {
  const theCase = await takeUp(context, input.id, 'set-recipients')
  await writeRecipients(context, input.id, input.recipients)
  await recordOutgoing(
    context,
    theCase,
    { after: theCase.document.state, detail: { recipients: input.recipients.length } },
    {},
  )
  return { id: input.id }
}
