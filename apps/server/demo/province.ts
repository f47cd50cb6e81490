import { type CalendarDate, calendarDate } from '#lib/calendar-date/index.ts'
import { fold } from '#lib/vietnamese/index.ts'
import { centralBodies } from '#modules/agencies/central-bodies/central-bodies.ts'
import type { Identify } from './identify.ts'
import type { BodyRow, CommuneRow, PartnerRow, Tables } from './tables.ts'
import type { Level, PlannedAgency, PlannedIdentifier, PlannedIssuer } from './types.ts'

/** The day on which the two-tier local government began (Nghị quyết 202/2025/QH15). */
export const openingDay: CalendarDate = calendarDate('2025-07-01')
const openingInstant = '2025-06-30T17:00:00Z'

/** Departments of the province whose people have accounts; the others send on paper. */
const staffedDepartments = ['SNV', 'STC', 'SNNMT', 'SKHCN', 'SXD']
/** The commune whose Party committee has a clerk of its own, as a second office beside the government's. */
const communeWithPartyOffice = '19597'

export type Province = { readonly agencies: readonly PlannedAgency[]; readonly issuers: readonly PlannedIssuer[] }

/**
 * The record offices of the province and everybody who issues documents or is written to.
 *
 * Codes: central bodies and the province carry those of QĐ 20/2020 and QĐ 09/2025. The province's decision on codes below
 * H50 is not known to us, so communes, departments and Party organs get the marked test range 'Z99.XASO.…', which that
 * decision leaves to others (QĐ 20/2020 Điều 6).
 */
export function planProvince(tables: Tables, identify: Identify): Province {
  const agencies: PlannedAgency[] = []
  const issuers: PlannedIssuer[] = []
  const agency = (facts: Omit<PlannedAgency, 'id' | 'openedOn'>): PlannedAgency => {
    const planned = { id: identify(`agency/${facts.key}`, openingInstant), openedOn: openingDay, ...facts }
    agencies.push(planned)
    return planned
  }
  const issuer = (facts: Omit<PlannedIssuer, 'id' | 'openedOn' | 'ordinal'>, ordinal = 1) =>
    issuers.push({ id: identify(`issuer/${facts.key}`, openingInstant), openedOn: openingDay, ordinal, ...facts })
  const body = (row: BodyRow, agencyId: string | null, ordinal = 1) => issuer(fromBody(row, agencyId), ordinal)

  const bodies = (level: BodyRow['level']) => tables.bodies.filter(row => row.level === level)
  // They are in the directory of every installation already.
  for (const central of centralBodies()) issuers.push(planned(central))
  for (const row of bodies('outside')) body(row, null)

  const province = agency(provinceAgency)
  for (const [index, row] of bodies('province').entries()) body(row, province.id, index + 1)
  for (const row of [...bodies('council'), ...bodies('department')]) {
    const staffed = staffedDepartments.includes(row.key)
    body(row, agency(departmentAgency(row, province.id, staffed)).id)
  }
  for (const commune of tables.communes) {
    const office = agency(communeAgency(commune, province.id))
    for (const facts of communeIssuers(commune, office.id)) issuer(facts.issuer, facts.ordinal)
    if (commune.staff === 'full') planPartners(commune, province.id)
  }
  return { agencies, issuers }

  function planPartners(commune: CommuneRow, provinceId: string) {
    const offices = new Map<string, PlannedAgency>()
    for (const row of tables.partners) {
      if (row.office && !offices.has(row.office)) {
        offices.set(row.office, agency(partnerAgency(row, commune, provinceId)))
      }
      issuer(fromPartner(row, commune, offices.get(row.office)?.id ?? null))
    }
  }
}

/** 'xã Cam Lộ', 'phường Đông Hà', 'đặc khu Cồn Cỏ'. */
export const communeName = (commune: Pick<CommuneRow, 'kind' | 'name'>): string => `${commune.kind} ${commune.name}`

/** Letters and digits of ASCII, for codes and logins: 'Đakrông' → 'dakrong'. */
export const plainLetters = (text: string): string => fold(text).replace(/[^a-z0-9]/g, '')

const provinceAgency = {
  key: 'tinh',
  parentId: null,
  level: 'province' as Level,
  name: 'Ủy ban nhân dân tỉnh Quảng Trị',
  shortName: 'UBND tỉnh',
  placeName: 'Quảng Trị',
  staffed: true,
}

const departmentAgency = (row: BodyRow, parentId: string, staffed: boolean) => ({
  key: plainLetters(row.key),
  parentId,
  level: (row.level === 'council' ? 'province' : 'department') as Level,
  name: row.name,
  shortName: row.shortName,
  placeName: 'Quảng Trị',
  staffed,
})

const communeAgency = (commune: CommuneRow, parentId: string) => ({
  key: `xa-${commune.code}`,
  parentId,
  level: 'commune' as Level,
  name: `Ủy ban nhân dân ${communeName(commune)}`,
  shortName: `UBND ${communeName(commune)}`,
  placeName: commune.name,
  staffed: commune.staff !== 'none',
})

const partnerAgency = (row: PartnerRow, commune: CommuneRow, parentId: string) => ({
  key: `${plainLetters(row.office)}-${commune.code}`,
  parentId,
  level: 'commune' as Level,
  name: forCommune(row.name, commune),
  shortName: forCommune(row.shortName, commune),
  placeName: commune.name,
  staffed: row.key === 'DU' && commune.code === communeWithPartyOffice,
})

function fromBody(row: BodyRow, agencyId: string | null): Omit<PlannedIssuer, 'id' | 'openedOn' | 'ordinal'> {
  const identifiers: PlannedIdentifier[] = []
  if (row.identifier) identifiers.push({ code: row.identifier, scheme: 'qd20', testRange: false })
  else if (agencyId) identifiers.push(testIdentifier(plainLetters(row.abbreviation).toUpperCase()))
  if (row.alias) identifiers.push({ code: row.alias, scheme: 'qcvn102', testRange: false })
  return {
    key: row.key,
    agencyId,
    kind: row.kind,
    name: row.name,
    shortName: row.shortName,
    abbreviation: row.abbreviation,
    letterhead: row.superior ? [row.superior] : [],
    placeName: 'Quảng Trị',
    identifiers,
  }
}

const planned = ({ identifiers: codes, ...body }: ReturnType<typeof centralBodies>[number]): PlannedIssuer => ({
  ...body,
  key: codes[0]!,
  identifiers: codes.map(code => ({ code, scheme: 'qd20', testRange: false })),
})

/** The two issuers of a commune's one record office, and the service centre with its own seal (NĐ 150/2025). */
function communeIssuers(commune: CommuneRow, agencyId: string) {
  const name = communeName(commune)
  const issuer = (
    ordinal: number,
    facts: Pick<PlannedIssuer, 'kind' | 'name' | 'shortName' | 'abbreviation' | 'letterhead'>,
    suffix: string,
  ) => ({
    ordinal,
    issuer: {
      key: `${facts.abbreviation}-${commune.code}`,
      agencyId,
      placeName: commune.name,
      identifiers: [testIdentifier(commune.code + suffix)],
      ...facts,
    },
  })
  const committee = `Ủy ban nhân dân ${name}`
  return [
    issuer(
      1,
      { kind: 'people-committee', name: committee, shortName: `UBND ${name}`, abbreviation: 'UBND', letterhead: [] },
      '',
    ),
    issuer(
      2,
      {
        kind: 'people-council',
        name: `Hội đồng nhân dân ${name}`,
        shortName: `HĐND ${name}`,
        abbreviation: 'HĐND',
        letterhead: [],
      },
      '.HDND',
    ),
    issuer(
      3,
      {
        kind: 'service-centre',
        name: `Trung tâm Phục vụ hành chính công ${name}`,
        shortName: `TTPVHCC ${name}`,
        abbreviation: 'TTPVHCC',
        letterhead: [committee],
      },
      '.TTPVHCC',
    ),
  ]
}

function fromPartner(
  row: PartnerRow,
  commune: CommuneRow,
  agencyId: string | null,
): Omit<PlannedIssuer, 'id' | 'openedOn' | 'ordinal'> {
  return {
    key: `${row.key}-${commune.code}`,
    agencyId,
    kind: row.kind,
    name: forCommune(row.name, commune),
    shortName: forCommune(row.shortName, commune),
    abbreviation: row.abbreviation,
    letterhead: row.superior ? [row.superior] : [],
    placeName: commune.name,
    identifiers: row.suffix ? [testIdentifier(`${commune.code}.${row.suffix}`)] : [],
  }
}

const testIdentifier = (code: string): PlannedIdentifier => ({
  code: `Z99.XASO.${code}`,
  scheme: 'qd20',
  testRange: true,
})

export const forCommune = (text: string, commune: Pick<CommuneRow, 'kind' | 'name'>): string =>
  text.replace('{commune}', communeName(commune)).replace('{place}', commune.name)
