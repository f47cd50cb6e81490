import type { SeatRole, Standing } from '#lib/roles/index.ts'
import { fold, normaliseInput } from '#lib/vietnamese/index.ts'
import { standingsOfRole } from '../contract/common.ts'
import { faultOfKnownLogin } from './known-login.ts'
import { agencyMessages } from './messages.vi.ts'

/** The form of a seat: a new person, one of another office, or (the third) somebody who sits here. */
export type SeatValue = {
  readonly who: 'new' | 'existing'
  readonly fullName: string
  readonly login: string
  readonly existingLogin: string
  readonly seenLogin: string
  readonly ordinal: string
  readonly unitId: string
  readonly issuerId: string
  readonly role: SeatRole
  readonly standing: Standing
  readonly title: string
  readonly validFrom: string
  readonly validTo: string
}
export type Who = SeatValue['who'] | 'here'
const validLogin = /^[a-z0-9][a-z0-9._-]{2,49}$/

/**
 * The login that is proposed for a name: given name, then the first letters of the others.
 *
 * @example loginOf('Nguyễn Thị Hương Giang')   // 'giang.nth'
 */
export function loginOf(fullName: string): string {
  const words = fold(normaliseInput(fullName))
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
  const given = words.at(-1)
  if (!given) return ''
  const others = words.slice(0, -1).map(word => word[0])
  return others.length > 0 ? `${given}.${others.join('')}` : given
}

/** Left empty, or a number as the API takes it. */
export const fitsOrder = (ordinal: string): boolean => /^([1-9]\d{0,3})?$/.test(ordinal.trim())

export function faultsOfSeat(value: SeatValue, who: Who): { path: string; message: string }[] {
  const { missing, delegations, give } = agencyMessages
  const login = value.login || loginOf(value.fullName)
  const known = faultOfKnownLogin(value)
  const rules: readonly (readonly [path: string, broken: boolean, message: string])[] = [
    ['fullName', who === 'new' && value.fullName.trim() === '', missing.write(give.fullName)],
    ['login', who === 'new' && value.fullName.trim() !== '' && !validLogin.test(login), give.loginFault],
    ['existingLogin', who === 'existing' && known !== undefined, known ?? ''],
    ['unitId', value.unitId === '', missing.choose(give.unit)],
    ['title', value.title.trim() === '', missing.write(give.jobTitle)],
    ['ordinal', !fitsOrder(value.ordinal), agencyMessages.correct.ordinalFault],
    ['validFrom', value.validFrom === '', missing.firstDay],
    ['validTo', value.validTo !== '' && value.validTo < value.validFrom, delegations.crossed],
  ]
  return rules.filter(([, broken]) => broken).map(([path, , message]) => ({ path, message }))
}

/** What the API takes, without the seat's id. */
export function requestOfSeat(value: SeatValue, who: Who, personId: string | undefined) {
  const { fullName, login, existingLogin, unitId, issuerId, role, title, validFrom, validTo } = value
  const standing = standingsOfRole[role].includes(value.standing) ? value.standing : standingsOfRole[role][0]!
  const person =
    who === 'here'
      ? { personId }
      : who === 'existing'
        ? { existingLogin: existingLogin.trim() }
        : { fullName, login: login || loginOf(fullName) }
  const order = value.ordinal.trim() ? { ordinal: Number(value.ordinal) } : {}
  return { person, unitId, issuerId, role, standing, title, ...order, validFrom, validTo: validTo || null }
}
