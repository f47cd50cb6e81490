import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { type CalendarDate, calendarDate } from '#lib/calendar-date/index.ts'
import { uuidV7 } from '#lib/identifiers/index.ts'
import type { SeatRole, Standing } from '#lib/roles/index.ts'
import { createAgency } from '#modules/agencies/create-agency.ts'
import { createIssuer } from '#modules/agencies/create-issuer.ts'
import { createPersonWithLogin } from '#modules/agencies/create-person.ts'
import { openSeatDirectory } from '#modules/agencies/directory.ts'
import { giveSeat } from '#modules/agencies/give-seat.ts'
import { saveUnit } from '#modules/agencies/save-unit.ts'
import type { SeatActor, SystemActor } from '#platform/acts/actor.ts'
import type { ActContext, Context } from '#platform/acts/context.ts'
import { type ActMachinery, runAct } from '#platform/acts/run.ts'
import { hashPassword } from '#platform/sessions/passwords.ts'
import { type MachineryOptions, testMachinery } from './machinery.ts'

/** The seats of a made office: one of every role, and the second ones that flows need. */
export const officeSeats = [
  'leader',
  'deputy',
  'office-head',
  'clerk',
  'unit-head',
  'specialist',
  'other-unit-head',
  'other-specialist',
  'village-head',
  'agency-admin',
  'auditor',
] as const
export type OfficeSeat = (typeof officeSeats)[number]
export const seatRoleOf = (seat: OfficeSeat): SeatRole => posts[seat].role

const unitNames = ['leadership', 'office', 'economy', 'culture', 'village'] as const
export type OfficeUnit = (typeof unitNames)[number]

export type MadeSeat = {
  readonly id: string
  readonly personId: string
  readonly login: string
  readonly fullName: string
  readonly unitId: string
}

export type Office = {
  readonly agencyId: string
  /** The people's committee; `identifier` lies in the test range. */
  readonly issuer: { readonly id: string; readonly identifier: string; readonly abbreviation: string }
  /** The people's council under the same roof. */
  readonly council: { readonly id: string; readonly identifier: string }
  readonly units: Readonly<Record<OfficeUnit, string>>
  readonly seats: Readonly<Record<OfficeSeat, MadeSeat>>
  readonly machinery: ActMachinery
  /** The actor as the session would find it now, with the delegations in force. */
  actor(seat: OfficeSeat): Promise<SeatActor>
  /** Runs an act as the holder of a seat, in a transaction of its own, with what follows the commit. */
  act<Result>(
    seat: OfficeSeat,
    act: (context: ActContext) => Promise<Result>,
    options?: { at?: Date; mode?: 'read only' },
  ): Promise<Result>
  /** Runs an act as the platform itself. */
  system<Result>(act: (context: Context<SystemActor>) => Promise<Result>): Promise<Result>
}

export type OfficeOptions = MachineryOptions & {
  /** Share one machinery (ports, events, store) between offices that send to each other. */
  readonly machinery?: ActMachinery
  /** 'Cam Lộ': the commune's name; the province has none of it. */
  readonly place?: string
  readonly parentId?: string
  readonly level?: string
}

/** Every made login has this password. */
export const officePassword = 'mật khẩu thử nghiệm 2026'
export const officeOpenedOn: CalendarDate = calendarDate('2025-07-01')

/**
 * Makes a commune's office with its two issuers, five units and a person in every seat, in a new agency of its own, by
 * the module's own functions.
 *
 * @param pools `server` is a pool of the server's role, under row-level security
 * @example
 * const office = await makeOffice(await testDatabase(), { ports: { assignments: assignmentsPort } })
 * await office.act('clerk', context => registerIncoming(context, input))
 */
export async function makeOffice(pools: { server: pg.Pool }, options: OfficeOptions = {}): Promise<Office> {
  const { machinery: given, place = 'Cam Lộ', parentId, level = 'commune', ...machineryOptions } = options
  const machinery = given ?? testMachinery(pools.server, machineryOptions)
  const agencyId = testId()
  const code = `Z99.XASO.${agencyId.slice(-12).toUpperCase()}`
  const issuer = { id: testId(), identifier: code, abbreviation: 'UBND' }
  const council = { id: testId(), identifier: `${code}.1` }
  const units = { leadership: testId(), office: testId(), economy: testId(), culture: testId(), village: testId() }
  const seats = Object.fromEntries(
    officeSeats.map(seat => [seat, madeSeat(seat, agencyId, units[posts[seat].unit])]),
  ) as Record<OfficeSeat, MadeSeat>

  const system = <Result>(act: (context: Context<SystemActor>) => Promise<Result>) =>
    runAct(machinery, { agency: agencyId, actor: platformItself, origin: fromTest }, act)
  await system(async context => {
    const opening = { openedOn: officeOpenedOn, placeName: place }
    const committee = `Ủy ban nhân dân xã ${place}`
    const short = `UBND xã ${place}`
    await createAgency(context, {
      id: agencyId,
      parentId: parentId ?? null,
      level,
      name: committee,
      shortName: short,
      ...opening,
    })
    const superior = { letterhead: ['TỈNH QUẢNG TRỊ'], agencyId, ...opening }
    await createIssuer(context, {
      ...superior,
      ...{ id: issuer.id, kind: 'people-committee', ordinal: 1, identifiers: [issuer.identifier] },
      ...{ name: committee, shortName: short, abbreviation: issuer.abbreviation },
    })
    await createIssuer(context, {
      ...superior,
      ...{ id: council.id, kind: 'people-council', ordinal: 2, identifiers: [council.identifier] },
      ...{ name: `Hội đồng nhân dân xã ${place}`, shortName: `HĐND xã ${place}`, abbreviation: 'HĐND' },
    })
    for (const [index, unit] of unitNames.entries())
      await saveUnit(context, { id: units[unit], ...unitFacts[unit], ordinal: index + 1, validFrom: officeOpenedOn })
    const passwordHash = await knownHash
    for (const seat of officeSeats) {
      const { id, personId, fullName, login, unitId } = seats[seat]
      const { role, standing, title } = posts[seat]
      await createPersonWithLogin(context, { personId, fullName, login, passwordHash, mustChangePassword: false })
      await giveSeat(context, {
        ...{ id, person: { personId }, unitId, issuerId: issuer.id, role, standing, title, validFrom: officeOpenedOn },
      })
    }
  })

  const directory = openSeatDirectory(machinery.pool)
  const actor = async (seat: OfficeSeat): Promise<SeatActor> => {
    const found = await directory.findActor(seats[seat].personId, { id: seats[seat].id, agencyId })
    if (!found) throw new Error(`the seat ${seat} is not held today`)
    return found
  }
  return {
    ...{ agencyId, issuer, council, units, seats, machinery, actor, system },
    act: async (seat, act, at = {}) =>
      runAct(machinery, { agency: agencyId, actor: await actor(seat), origin: fromTest, ...at }, act),
  }
}

/** A client-made id. */
export const testId = (): string => uuidV7(Date.now(), randomBytes(10))

const platformItself: SystemActor = { kind: 'system', name: 'test' }
export const fromTest = { requestId: 'test', network: '127.0.0.1' }
const knownHash = hashPassword(officePassword)

const unitFacts = {
  leadership: { name: 'Lãnh đạo Ủy ban nhân dân', abbreviation: 'LĐ', kind: 'leadership' },
  office: { name: 'Văn phòng HĐND và UBND', abbreviation: 'VP', kind: 'office' },
  economy: { name: 'Phòng Kinh tế', abbreviation: 'KT', kind: 'department' },
  culture: { name: 'Phòng Văn hóa – Xã hội', abbreviation: 'VHXH', kind: 'department' },
  village: { name: 'Thôn Đông Hòa', abbreviation: 'ĐH', kind: 'village' },
} as const

type Post = { role: SeatRole; standing: Standing; title: string; unit: OfficeUnit; name: string }
const posts: Readonly<Record<OfficeSeat, Post>> = {
  leader: post('leader', 'head', 'CHỦ TỊCH', 'leadership', 'Lê Văn Định'),
  deputy: post('leader', 'deputy', 'PHÓ CHỦ TỊCH', 'leadership', 'Hồ Thị Đào'),
  'office-head': post('office-head', 'unit-head', 'CHÁNH VĂN PHÒNG', 'office', 'Nguyễn Hữu Phước'),
  clerk: post('clerk', 'staff', 'Văn thư', 'office', 'Trần Thị Lụa'),
  'unit-head': post('unit-head', 'unit-head', 'TRƯỞNG PHÒNG', 'economy', 'Phan Quốc Việt'),
  specialist: post('specialist', 'staff', 'Chuyên viên', 'economy', 'Đỗ Minh Ánh'),
  'other-unit-head': post('unit-head', 'unit-head', 'TRƯỞNG PHÒNG', 'culture', 'Võ Thị Ái'),
  'other-specialist': post('specialist', 'staff', 'Chuyên viên', 'culture', 'Bùi Đức Thiện'),
  'village-head': post('village-head', 'unit-head', 'TRƯỞNG THÔN', 'village', 'Hoàng Đình Cảnh'),
  'agency-admin': post('agency-admin', 'staff', 'Phụ trách quản trị hệ thống', 'office', 'Lý Gia Khánh'),
  auditor: post('auditor', 'staff', 'Phụ trách kiểm tra nội bộ', 'office', 'Mai Thế Sự'),
}

function post(role: SeatRole, standing: Standing, title: string, unit: OfficeUnit, name: string): Post {
  return { role, standing, title, unit, name }
}

function madeSeat(seat: OfficeSeat, agencyId: string, unitId: string): MadeSeat {
  const login = `${seat}.${agencyId.slice(-12)}`
  return { id: testId(), personId: testId(), login, fullName: posts[seat].name, unitId }
}
