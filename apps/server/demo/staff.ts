import { addDays, type CalendarDate } from '#lib/calendar-date/index.ts'
import type { Identify } from './identify.ts'
import { capitalised } from './offices.ts'
import { type PeopleMaker, peopleMaker } from './people.ts'
import { openingDay, type Province, plainLetters } from './province.ts'
import type { Random } from './random.ts'
import type { CommuneRow, PostRow, Tables } from './tables.ts'
import type { PlannedAccount, PlannedAgency, PlannedPerson, PlannedSeat, PlannedUnit } from './types.ts'

/** One password for everybody: a demonstration binds loopback only and says so on every page. */
export const demonstrationPassword = 'xaso-minh-hoa-2026'
const openingInstant = '2025-06-30T17:00:00Z'

export type Staff = {
  readonly people: readonly PlannedPerson[]
  readonly seats: readonly PlannedSeat[]
  readonly accounts: readonly PlannedAccount[]
}

type Making = {
  readonly tables: Tables
  readonly province: Province
  readonly units: readonly PlannedUnit[]
  readonly identify: Identify
  readonly today: CalendarDate
}

/** People, their posts and their ways to sign in, by `posts.tsv`; then those who hold two posts or changed one. */
export function planStaff(making: Making, random: Random): Staff {
  const maker = peopleMaker(making.tables, random)
  const people: PlannedPerson[] = []
  const seats: PlannedSeat[] = []
  const accounts: PlannedAccount[] = []

  for (const agency of making.province.agencies.filter(one => one.staffed)) {
    const commune = making.tables.communes.find(row => agency.key === `xa-${row.code}`)
    const posts = making.tables.posts.filter(row => row.office === postTable(agency, commune))
    for (const post of posts) {
      for (let count = 1; count <= post.count; count++) {
        const name = `${agency.key}/${post.unit}/${post.role}/${post.standing}/${count}`
        const person = { id: making.identify(`person/${name}`, openingInstant), fullName: maker.name() }
        people.push(person)
        seats.push(seatOf(making, agency, commune, post, person, name, seats.length))
        accounts.push(accountOf(making, agency, post, person, maker))
      }
    }
  }
  const operator = { id: making.identify('person/installation', openingInstant), fullName: maker.name() }
  people.push(operator)
  accounts.push({
    personId: operator.id,
    login: maker.login(operator.fullName, 'hethong'),
    password: demonstrationPassword,
    name: operator.fullName,
    role: 'installation-admin',
    agencyId: null,
    agencyCode: null,
    agencyName: null,
  })
  return { people, seats: [...seats, ...furtherSeats(making, seats)], accounts }
}

function postTable(agency: PlannedAgency, commune: CommuneRow | undefined): string {
  if (commune) return commune.staff === 'full' ? 'commune' : 'commune-small'
  if (agency.key === 'tinh') return 'province'
  return agency.level === 'department' ? 'department' : 'party'
}

/** The key under which the tables' posts and registers mean an issuer of this agency. */
export function issuerKeyOf(agency: PlannedAgency, name: string): string {
  if (agency.level === 'department') return agency.key.toUpperCase()
  if (agency.key === 'tinh') return name
  return `${name}-${agency.key.split('-')[1]}`
}

function seatOf(
  { identify, province, tables, units }: Making,
  agency: PlannedAgency,
  commune: CommuneRow | undefined,
  post: PostRow,
  person: PlannedPerson,
  name: string,
  ordinal: number,
): PlannedSeat {
  const unit = units.find(one => one.agencyId === agency.id && one.key === post.unit)
  const issuer = province.issuers.find(one => one.key === issuerKeyOf(agency, post.issuer))
  if (!unit || !issuer) throw new Error(`no unit or issuer for ${name}`)
  const village = tables.villages.find(row => row.code === commune?.code)
  return {
    id: identify(`seat/${name}`, openingInstant),
    agencyId: agency.id,
    personId: person.id,
    unitId: unit.id,
    issuerId: issuer.id,
    role: post.role,
    standing: standingOf(agency, post),
    title: headTitle(agency, post) ?? post.title.replace('{villageHead}', villageHeadTitle(village?.kind ?? 'thôn')),
    ordinal: ordinal + 1,
    validFrom: openingDay,
    validTo: null,
  }
}

/** Two offices without a head of their own: one has an acting head, in the other a deputy is in charge. */
function standingOf(agency: PlannedAgency, post: PostRow): PlannedSeat['standing'] {
  if (post.standing !== 'head') return post.standing
  if (agency.key === 'xa-19564') return 'acting-head'
  return agency.key === 'skhcn' ? 'deputy-in-charge' : 'head'
}
const headTitle = (agency: PlannedAgency, post: PostRow): string | undefined =>
  agency.key === 'skhcn' && post.standing === 'head' ? 'PHÓ GIÁM ĐỐC' : undefined

const villageHeadTitle = (kind: string): string =>
  kind === 'khu phố' ? 'Khu phố trưởng' : capitalised(`trưởng ${kind}`)

function accountOf(
  { province }: Making,
  agency: PlannedAgency,
  post: PostRow,
  person: PlannedPerson,
  maker: PeopleMaker,
): PlannedAccount {
  const own = province.issuers.find(issuer => issuer.agencyId === agency.id && issuer.ordinal === 1)
  return {
    personId: person.id,
    login: maker.login(person.fullName, loginPlace(agency)),
    password: demonstrationPassword,
    name: person.fullName,
    role: post.role,
    agencyId: agency.id,
    agencyCode: own?.identifiers[0]?.code ?? null,
    agencyName: agency.name,
  }
}

function loginPlace(agency: PlannedAgency): string {
  if (agency.level !== 'commune') return agency.key
  return `${agency.key.startsWith('xa-') ? '' : 'dang'}${plainLetters(agency.placeName)}`
}

/** Second posts (kiêm nhiệm), a secondment from–to, an inspector's dated seat, and a post that has ended. */
function furtherSeats({ identify, province, units, today }: Making, seats: readonly PlannedSeat[]): PlannedSeat[] {
  const agency = (key: string) => province.agencies.find(one => one.key === key)!
  const held = (agencyKey: string, fits: (seat: PlannedSeat) => boolean) =>
    seats.find(seat => seat.agencyId === agency(agencyKey).id && fits(seat))!
  const further = (
    name: string,
    of: PlannedSeat,
    agencyKey: string,
    unitKey: string,
    post: Partial<PlannedSeat>,
  ): PlannedSeat => {
    const { id: agencyId } = agency(agencyKey)
    return {
      ...of,
      id: identify(`seat/further/${name}`, openingInstant),
      agencyId,
      unitId: units.find(unit => unit.agencyId === agencyId && unit.key === unitKey)!.id,
      issuerId: province.issuers.find(issuer => issuer.agencyId === agencyId && issuer.ordinal === 1)!.id,
      role: 'specialist',
      standing: 'staff',
      title: 'Chuyên viên',
      ordinal: 900,
      ...post,
    }
  }
  const role = (name: PlannedSeat['role']) => (seat: PlannedSeat) => seat.role === name
  const [camLo, dongHa, dakrong] = ['xa-19597', 'xa-19333', 'xa-19564'] as const
  const roomOf = (key: string) => units.find(unit => unit.agencyId === agency(dongHa).id && unit.key === key)!.id
  return [
    further('party', held(camLo, role('leader')), 'du-19597', 'LD', {
      role: 'leader',
      standing: 'deputy',
      title: 'PHÓ BÍ THƯ',
    }),
    further('archive', held(dakrong, role('clerk')), dakrong, 'VP', { title: 'Phụ trách lưu trữ' }),
    further('administrator', held(camLo, role('agency-admin')), camLo, 'VP', {}),
    further('secondment', held('skhcn', role('specialist')), dakrong, 'VHXH', {
      title: 'Chuyên viên biệt phái',
      validFrom: addDays(today, -60),
      validTo: addDays(today, 120),
    }),
    further('inspection', held('tinh', role('auditor')), camLo, 'VP', {
      role: 'auditor',
      title: 'Thành viên đoàn kiểm tra',
      validFrom: addDays(today, -10),
      validTo: addDays(today, 30),
    }),
    further(
      'moved',
      held(dongHa, seat => seat.role === 'specialist' && seat.unitId === roomOf('KT')),
      camLo,
      'KT',
      {
        validTo: addDays(today, -40),
      },
    ),
  ]
}
