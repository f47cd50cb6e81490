import type { Province } from './province.ts'
import type { Books } from './registers.ts'
import type { PlannedAgency, PlannedIssuer, PlannedRegister, PlannedSeat, PlannedSeries, PlannedUnit } from './types.ts'

/** One record office as the stories of documents see it: who decides, who registers, who does the work. */
export type Office = {
  readonly agency: PlannedAgency
  readonly issuers: readonly PlannedIssuer[]
  readonly units: readonly PlannedUnit[]
  /** Has the people for the whole way: leader, office head, unit heads, specialists. */
  readonly whole: boolean
  readonly clerks: readonly PlannedSeat[]
  readonly head: PlannedSeat
  readonly deputies: readonly PlannedSeat[]
  /** Signs for the People's Council of the same office. */
  readonly councilLeader: PlannedSeat | undefined
  readonly officeHead: PlannedSeat | undefined
  readonly villageHeads: readonly PlannedSeat[]
  readonly registers: readonly PlannedRegister[]
  readonly series: readonly PlannedSeries[]
  /** Office, departments and centre that have a head. */
  readonly rooms: readonly PlannedUnit[]
  unit(key: string): PlannedUnit
  unitHead(key: string): PlannedSeat
  specialists(key: string): readonly PlannedSeat[]
  /** The series of an issuer that numbers a type. */
  seriesFor(issuerId: string, typeCode: string): PlannedSeries
  registerFor(typeCode: string): PlannedRegister
}

export type Directory = {
  readonly offices: readonly Office[]
  office(agencyKey: string): Office
  /** The staffed office to which an issuer belongs, if it has one. */
  officeOf(issuer: PlannedIssuer): Office | undefined
  issuer(key: string): PlannedIssuer
  findIssuer(key: string): PlannedIssuer | undefined
  /**
   * Whom an office means by a name: the body of its own commune (its Party committee, its police), else the one of the
   * province. Never a body of the office itself, which bears the same name one level below: nobody writes to himself.
   */
  findPartner(office: Office, key: string): PlannedIssuer | undefined
  readonly communeCommittees: readonly PlannedIssuer[]
}

/** Only posts that last through the whole plan act in its documents. */
export function directoryOf(
  province: Province,
  units: readonly PlannedUnit[],
  seats: readonly PlannedSeat[],
  books: Books,
): Directory {
  const lasting = seats.filter(seat => seat.validTo === null && seat.ordinal < 900)
  const offices = province.agencies
    .filter(agency => agency.staffed && lasting.some(seat => seat.agencyId === agency.id && seat.role === 'leader'))
    .map(agency => officeOf(agency, province, units, lasting, books))
  const issuers = new Map(province.issuers.map(issuer => [issuer.key, issuer]))
  const existing = <Value>(value: Value | undefined, name: string): Value => {
    if (value === undefined) throw new Error(`the directory has no ${name}`)
    return value
  }
  return {
    offices,
    office: key =>
      existing(
        offices.find(office => office.agency.key === key),
        key,
      ),
    officeOf: issuer => offices.find(office => office.agency.id === issuer.agencyId),
    issuer: key => existing(issuers.get(key), key),
    findIssuer: key => issuers.get(key),
    findPartner: ({ agency }, key) => {
      const near = issuers.get(`${key}-${agency.key.split('-')[1]}`)
      return near && near.agencyId !== agency.id ? near : issuers.get(key)
    },
    communeCommittees: province.issuers.filter(issuer => /^UBND-\d/.test(issuer.key)),
  }
}

function officeOf(
  agency: PlannedAgency,
  province: Province,
  allUnits: readonly PlannedUnit[],
  allSeats: readonly PlannedSeat[],
  books: Books,
): Office {
  const own = <Row extends { readonly agencyId: string | null }>(rows: readonly Row[]) =>
    rows.filter(row => row.agencyId === agency.id)
  const [units, seats, series, registers] = [own(allUnits), own(allSeats), own(books.series), own(books.registers)]
  const issuers = own(province.issuers)
  const first = issuers.find(issuer => issuer.ordinal === 1)
  const leaders = seats.filter(seat => seat.role === 'leader' && seat.issuerId === first?.id)
  const found = <Value>(value: Value | undefined, what: string): Value => {
    if (value === undefined) throw new Error(`${agency.key} has no ${what}`)
    return value
  }
  const unit = (key: string) =>
    found(
      units.find(one => one.key === key),
      `unit ${key}`,
    )
  const inUnit = (key: string, role: PlannedSeat['role']) =>
    seats.filter(seat => seat.role === role && seat.unitId === unit(key).id)
  const findHead = (key: string) => inUnit(key, 'unit-head')[0] ?? inUnit(key, 'office-head')[0]
  return {
    agency,
    issuers,
    units,
    series,
    registers,
    whole: seats.some(seat => seat.role === 'specialist'),
    clerks: seats.filter(seat => seat.role === 'clerk'),
    head: found(
      leaders.find(seat => seat.standing !== 'deputy'),
      'head',
    ),
    deputies: leaders.filter(seat => seat.standing === 'deputy'),
    councilLeader: seats.find(seat => seat.role === 'leader' && seat.issuerId !== first?.id),
    officeHead: seats.find(seat => seat.role === 'office-head' && seat.standing === 'unit-head'),
    villageHeads: seats.filter(seat => seat.role === 'village-head'),
    rooms: units.filter(one => one.kind !== 'village' && findHead(one.key) !== undefined),
    unit,
    unitHead: key => found(findHead(key), `head of ${key}`),
    specialists: key => inUnit(key, 'specialist'),
    seriesFor: (issuerId, typeCode) => {
      const fits = series.filter(one => one.direction === 'outgoing' && one.issuerId === issuerId)
      return found(
        fits.find(one => one.typeCodes.includes(typeCode)) ?? fits.find(one => one.typeCodes.length === 0),
        `series for ${typeCode}`,
      )
    },
    registerFor: typeCode => {
      const incoming = registers.filter(one => one.direction === 'incoming')
      const named = incoming.find(one => series.find(two => two.id === one.seriesId)?.typeCodes.includes(typeCode))
      return found(named ?? incoming.find(one => one.isDefault), 'incoming register')
    },
  }
}
