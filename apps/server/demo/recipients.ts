import type { Directory, Office } from './directory.ts'
import type { Identify } from './identify.ts'
import type { PeopleMaker } from './people.ts'
import type { Random } from './random.ts'
import type { SubjectRow } from './tables.ts'
import type { PlannedIssuer, PlannedRecipient, PlannedUnit } from './types.ts'

export type Addressing = {
  readonly recipients: readonly PlannedRecipient[]
  /** Lines under 'Kính gửi'. */
  readonly addressees: readonly string[]
  /** Those among them that this installation delivers to. */
  readonly receivers: readonly PlannedIssuer[]
}

type Sending = {
  readonly directory: Directory
  readonly people: PeopleMaker
  readonly identify: Identify
  readonly name: string
  readonly office: Office
  readonly row: SubjectRow
  /** Codes of the communes that a document 'to communes' surely reaches. */
  readonly communes: readonly string[]
  /** To all 78 of them. */
  readonly toAll: boolean
}

const central = /^G\d\d$/

/** Nơi nhận: who acts, who is reported to, who is informed, and how the document reaches each of them. */
export function addressTo(sending: Sending, random: Random): Addressing {
  const { directory, office, row, toAll } = sending
  const code = office.agency.key.split('-')[1]
  if (row.to === 'X' || row.to === 'X*') {
    const issuers = toAll ? directory.communeCommittees : communesOf(sending, random)
    const addressees = toAll ? ['Ủy ban nhân dân các xã, phường, đặc khu'] : issuers.map(issuer => issuer.name)
    return addressing(sending, { issuers, addressees, report: office.agency.key === 'tinh' ? [] : ['UBND'] })
  }
  if (row.to === 'N') return toOwnUnits(sending, random)
  if (row.to === 'HDX')
    return addressing(sending, {
      issuers: [],
      addressees: [directory.issuer(`HĐND-${code}`).name],
      units: [office.unit('TTHD')],
    })
  if (row.to === 'CITIZEN') {
    const name = sending.people.name()
    const letter = recipient(sending, 'citizen', {
      kind: 'outside',
      carrier: 'mail',
      purpose: 'act',
      name,
      address: `${office.agency.placeName}, tỉnh Quảng Trị`,
    })
    return { recipients: [letter], addressees: [name], receivers: [] }
  }
  const target = directory.findPartner(office, row.to) ?? directory.issuer(row.to)
  return addressing(sending, { issuers: [target], addressees: [target.name] })
}

function communesOf({ directory, communes, row }: Sending, random: Random): PlannedIssuer[] {
  const sure = communes.map(code => directory.issuer(`UBND-${code}`))
  const others = directory.communeCommittees.filter(issuer => !sure.includes(issuer))
  return [...sure, ...random.shuffled(others).slice(0, row.to === 'X*' ? random.between(3, 6) : random.between(0, 2))]
}

function toOwnUnits(sending: Sending, random: Random): Addressing {
  const { office, row, directory } = sending
  const villages = office.units.filter(unit => unit.kind === 'village')
  const units = random.chance(0.4) && villages.length > 0 ? [...office.rooms, ...villages] : office.rooms
  const code = office.agency.key.split('-')[1]
  const party = directory.findIssuer(`DU-${code}`)
  const issuers = party && ['KH', 'QĐ', 'NQ'].includes(row.type) ? [party] : []
  // The commune's police and military command are partners without a connection: by hand, with a signature.
  const partners = ['CAX', 'QSX'].flatMap(key => directory.findIssuer(`${key}-${code}`) ?? [])
  const asked =
    ['disaster', 'security', 'military', 'culture'].includes(row.field) || random.chance(0.3) ? partners : []
  const addressees = row.type === 'CV' ? units.map(unit => unit.name) : []
  return addressing(sending, { issuers: asked, report: issuers.map(issuer => issuer.key), units, addressees })
}

type Whom = {
  readonly issuers: readonly PlannedIssuer[]
  readonly addressees: readonly string[]
  readonly report?: readonly string[]
  readonly units?: readonly PlannedUnit[]
}

function addressing(sending: Sending, whom: Whom): Addressing {
  const { directory } = sending
  const reported = (whom.report ?? []).map(key => directory.issuer(key))
  const toIssuer = (issuer: PlannedIssuer, purpose: 'act' | 'report') =>
    recipient(sending, issuer.key, {
      ...(issuer.agencyId
        ? { kind: 'agency', carrier: 'system' }
        : { kind: 'outside', carrier: central.test(issuer.key) ? 'mail' : 'paper' }),
      purpose,
      issuerId: issuer.id,
      name: issuer.name,
    })
  const toUnit = (unit: PlannedUnit) =>
    recipient(sending, unit.key, { kind: 'unit', carrier: 'system', purpose: 'act', unitId: unit.id, name: unit.name })
  return {
    recipients: [
      ...whom.issuers.map(one => toIssuer(one, 'act')),
      ...reported.map(one => toIssuer(one, 'report')),
      ...(whom.units ?? []).map(toUnit),
    ],
    addressees: whom.addressees,
    receivers: [...whom.issuers, ...reported].filter(issuer => issuer.agencyId !== null),
  }
}

const recipient = (
  { identify, name }: Sending,
  part: string,
  facts: Pick<PlannedRecipient, 'kind' | 'carrier' | 'purpose' | 'name'> & Partial<PlannedRecipient>,
): PlannedRecipient => ({
  id: identify(`${name}/recipient/${part}`, '2025-06-30T17:00:00Z'),
  issuerId: null,
  unitId: null,
  seatId: null,
  address: null,
  ...facts,
})
