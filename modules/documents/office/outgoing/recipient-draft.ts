import type { z } from '#lib/schemas/index.ts'
import type { Addressee, Party, RecipientGroup } from '#modules/agencies/contract.ts'
import type { RecentRecipient, RecipientInput, RecipientView } from '#modules/documents/contract.ts'
import { newId } from '#platform/ui/data/ids.ts'

/** A recipient while it is being chosen. `refId` is the issuer, unit or seat; outsiders have none. */
export type RecipientDraft = {
  readonly id: string
  readonly kind: RecipientInput['kind']
  readonly refId: string
  readonly name: string
  readonly note: string
  readonly address: string
  readonly carrier: RecipientInput['carrier']
  readonly purpose: RecipientInput['purpose']
  /** Reached through the system; others on paper or by mail. */
  readonly inside: boolean
}
export type Group = z.infer<typeof RecipientGroup>
type Facts = Omit<RecipientDraft, 'id'>

const draftOf = (facts: Partial<Facts> & Pick<Facts, 'kind' | 'refId' | 'name'>): RecipientDraft => ({
  note: '',
  address: '',
  carrier: facts.inside === false ? 'paper' : 'system',
  purpose: 'inform',
  inside: true,
  ...facts,
  id: newId(),
})

export const ofAddressee = (one: Addressee): RecipientDraft =>
  draftOf({
    kind: 'agency',
    refId: one.issuerId,
    name: one.name,
    note: one.parentName ?? '',
    purpose: 'act',
    inside: one.agencyId !== null,
  })

export const ofParty = (one: Party): RecipientDraft =>
  draftOf({ kind: one.kind, refId: one.id, name: one.name, note: one.kind === 'seat' ? one.detail : '' })

export const ofMember = (member: Group['members'][number]): RecipientDraft => {
  const { issuerId, unitId, seatId, agencyId, name } = member
  if (issuerId) return draftOf({ kind: 'agency', refId: issuerId, name, purpose: 'act', inside: agencyId !== null })
  return draftOf({ kind: unitId ? 'unit' : 'seat', refId: unitId ?? seatId ?? '', name })
}

export const ofRecent = ({ kind, issuerId, unitId, seatId, name, detail, carrier }: RecentRecipient): RecipientDraft =>
  draftOf({
    kind,
    refId: issuerId ?? unitId ?? seatId ?? '',
    name,
    carrier,
    inside: carrier === 'system',
    ...(kind === 'agency' ? { purpose: 'act' } : {}),
    ...(kind === 'outside' ? { address: detail } : { note: detail }),
  })

export const outsider = (facts: Pick<Facts, 'name' | 'address' | 'carrier'>): RecipientDraft =>
  draftOf({ ...facts, kind: 'outside', refId: '', inside: false })

export const ofView = (view: RecipientView): RecipientDraft => ({
  id: view.id,
  kind: view.kind,
  refId: view.issuerId ?? view.unitId ?? view.seatId ?? '',
  name: view.name,
  note: '',
  address: view.address ?? '',
  carrier: view.carrier,
  purpose: view.purpose,
  inside: view.carrier === 'system',
})

/** Adds those that are not there yet. @returns the whole list; nobody stands in it twice */
export function withAdded(
  recipients: readonly RecipientDraft[],
  added: readonly RecipientDraft[],
): readonly RecipientDraft[] {
  const keys = new Set(recipients.map(keyOf))
  const fresh = added.filter(one => {
    const key = keyOf(one)
    if (keys.has(key)) return false
    keys.add(key)
    return true
  })
  return [...recipients, ...fresh]
}

/** Under which two entries are the same recipient. */
export const keyOf = ({ kind, refId, name, address }: Pick<RecipientDraft, 'kind' | 'refId' | 'name' | 'address'>) =>
  refId ? `${kind}:${refId}` : `${kind}:${name.toLocaleLowerCase('vi')}:${address.toLocaleLowerCase('vi')}`

/** As the API takes it. */
export function recipientInput(one: RecipientDraft): RecipientInput {
  const { id, kind, refId, name, address, carrier, purpose } = one
  const common = { id, kind, carrier, purpose }
  switch (kind) {
    case 'agency':
      return { ...common, issuerId: refId, ...(address ? { address } : {}) }
    case 'unit':
      return { ...common, unitId: refId }
    case 'seat':
      return { ...common, seatId: refId }
    case 'outside':
      return { ...common, name, ...(address ? { address } : {}) }
  }
}
