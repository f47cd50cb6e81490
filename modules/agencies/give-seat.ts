import { sql } from 'kysely'
import { roleNames } from '#lib/roles/index.ts'
import { formatDate } from '#lib/vietnamese/index.ts'
import type { Context } from '#platform/acts/context.ts'
import { platformErrors } from '#platform/acts/errors.ts'
import { refuseOtherContent, requestHash } from '#platform/acts/same-request.ts'
import { findLogin, loginsOf, replacePassword } from '#platform/sessions/logins.ts'
import { hashPassword, randomPassword } from '#platform/sessions/passwords.ts'
import { endOfSeat } from './closing.ts'
import { agencyErrors, type GiveSeat } from './contract.ts'
import { createPersonWithLogin } from './create-person.ts'
import { firstStandings, standingFits } from './policy.ts'
import { postsChange } from './posts-change.ts'
import {
  findOwnIssuer,
  findSeat,
  getSeat,
  getUnit,
  oneAfterAnother,
  type SeatRow,
  selectLeading,
  selectSeats,
} from './queries.ts'
import { requireAdministrator } from './refusals.ts'
import { goesOnFrom } from './validity.ts'
import { foldedWords } from './words.ts'

export type GivenSeat = { readonly seat: SeatRow; readonly login: string | null; readonly firstPassword: string | null }

/**
 * Seats a person: somebody new, who gets a login, or somebody who has one (kiêm nhiệm), also of another agency.
 *
 * Sent again, it answers the seat that is there; a first password that nobody has used yet is given anew, for it is
 * stored nowhere and the answer that bore it may have been lost on the way.
 *
 * @throws agencies.LoginTaken, LoginUnknown, StandingUnfit, FirstPersonTaken, DatesCross, SeatBeforeUnit,
 *   SeatAfterClosing; platform.NotFound
 */
export async function giveSeat(context: Context, wanted: GiveSeat): Promise<GivenSeat> {
  requireAdministrator(context)
  const hash = requestHash(wanted)
  // Hashed before anybody has to wait for the office's lock.
  const secret = 'login' in wanted.person ? await newSecret() : undefined
  await oneAfterAnother(context)
  const before = await findSeat(context, wanted.id)
  if (before) return answerAgain(context, before, hash, secret)

  const input = { ...wanted, validTo: await endOfSeat(context, wanted) }
  await refuseUnfit(context, input)
  const person = await personToSeat(context, input, secret)
  await insertSeat(context, input, person, hash)
  await context.audit({
    act: 'agencies.give-seat',
    subject: { type: 'seat', id: input.id },
    after: { ...input, person: { id: person.id, fullName: person.fullName } },
  })
  context.rightsChanged({ personId: person.id, seatId: input.id })
  const post = { role: input.role, standing: input.standing, unit_id: input.unitId }
  await postsChange(context, post, input.validFrom)
  if (input.validTo) await postsChange(context, post, input.validTo)
  const seat = await getSeat(context, input.id)
  if ('existingLogin' in input.person) await tellOfGuest(context, seat)
  return { seat, login: person.login, firstPassword: secret?.password ?? null }
}

type Secret = { readonly password: string; readonly passwordHash: string }

async function newSecret(): Promise<Secret> {
  const password = randomPassword()
  return { password, passwordHash: await hashPassword(password) }
}

async function refuseUnfit(context: Context, input: GiveSeat) {
  const { role, standing, validFrom } = input
  const validTo = input.validTo ?? null
  if (validTo && validTo < validFrom) throw agencyErrors.DatesCross()
  if (!standingFits(role, standing)) throw agencyErrors.StandingUnfit({ role: roleNames[role] })
  const unit = await getUnit(context, input.unitId)
  // Who reads a closed office sits where its people sat.
  const closedBefore = role !== 'auditor' && unit.valid_to !== null && (validTo === null || validTo > unit.valid_to)
  if (validFrom < unit.valid_from) throw agencyErrors.SeatBeforeUnit({ date: formatDate(unit.valid_from) })
  if (closedBefore || !(await findOwnIssuer(context, input.issuerId))) throw platformErrors.NotFound()
  if (!firstStandings.includes(standing)) return
  const first = await selectSeats(context.tx, context.agency)
    .where('seats.issuer_id', '=', input.issuerId)
    .where('seats.standing', 'in', firstStandings)
    .where(goesOnFrom('seats', validFrom))
    .where(sql<boolean>`(${validTo}::date is null or seats.valid_from < ${validTo})`)
    .executeTakeFirst()
  if (first) throw agencyErrors.FirstPersonTaken({ name: first.full_name, issuer: await issuerName(context, input) })
}

async function issuerName({ tx }: Context, { issuerId }: GiveSeat): Promise<string> {
  const row = await tx
    .selectFrom('issuer_names')
    .select('short_name')
    .where('issuer_id', '=', issuerId)
    .where('valid_to', 'is', null)
    .executeTakeFirst()
  return row?.short_name ?? ''
}

type PersonToSeat = { readonly id: string; readonly fullName: string; readonly login: string | null }

/** The person meant; somebody new is made with the login that was asked for. */
async function personToSeat(context: Context, { person }: GiveSeat, secret: Secret | undefined): Promise<PersonToSeat> {
  if ('login' in person) {
    const personId = context.newId()
    const { passwordHash } = secret!
    await createPersonWithLogin(context, { personId, ...person, passwordHash, mustChangePassword: true })
    return { id: personId, fullName: person.fullName, login: person.login }
  }
  if ('existingLogin' in person) {
    const login = await findLogin(context.tx, person.existingLogin.toLowerCase())
    if (!login) throw agencyErrors.LoginUnknown({ login: person.existingLogin })
    return getPerson(context, login.personId)
  }
  // A person's id is found in the own office's list alone; the platform's loader knows all.
  const known =
    context.actor.kind === 'system' ||
    (await selectSeats(context.tx, context.agency).where('seats.person_id', '=', person.personId).executeTakeFirst())
  if (!known) throw platformErrors.NotFound()
  return getPerson(context, person.personId)
}

async function getPerson({ tx }: Context, personId: string): Promise<PersonToSeat> {
  const row = await tx.selectFrom('people').select(['id', 'full_name']).where('id', '=', personId).executeTakeFirst()
  if (!row) throw platformErrors.NotFound()
  return { id: row.id, fullName: row.full_name, login: null }
}

async function insertSeat({ tx, agency, now }: Context, input: GiveSeat, person: PersonToSeat, hash: Buffer) {
  const period = { valid_from: input.validFrom, valid_to: input.validTo ?? null }
  await tx
    .insertInto('seats')
    .values({
      agency_id: agency,
      id: input.id,
      person_id: person.id,
      full_name: person.fullName,
      unit_id: input.unitId,
      issuer_id: input.issuerId,
      role: input.role,
      standing: input.standing,
      title: input.title,
      folded: foldedWords(person.fullName, input.title),
      ...(input.ordinal ? { ordinal: input.ordinal } : {}),
      ...period,
      request_hash: hash,
    })
    .execute()
  // In the same commit: signing in must find exactly the seats that there are (README, Tables).
  await tx
    .insertInto('person_seats')
    .values({ person_id: person.id, seat_id: input.id, agency_id: agency, ...period, given_at: now })
    .execute()
}

async function answerAgain(
  context: Context,
  seat: SeatRow,
  hash: Buffer,
  secret: Secret | undefined,
): Promise<GivenSeat> {
  refuseOtherContent(seat, hash)
  const login = secret && (await loginsOf(context.tx, [seat.person_id])).at(0)
  if (!secret || !login?.mustChangePassword) return { seat, login: login?.login ?? null, firstPassword: null }
  await replacePassword(context.tx, login.login, secret.passwordHash)
  await context.audit({
    act: 'agencies.reset-password',
    subject: { type: 'person', id: seat.person_id },
    after: { login: login.login, because: 'the seat was given again by the same request' },
  })
  return { seat, login: login.login, firstPassword: secret.password }
}

/** Somebody of another office: he himself learns of it, and those who lead this one, whoever typed which login. */
async function tellOfGuest(context: Context, seat: SeatRow): Promise<void> {
  const { actor } = context
  const detail = { name: seat.full_name, title: seat.title }
  const notice = { subject: { type: 'seat', id: seat.id }, detail }
  await context.notify({ ...notice, seatId: seat.id, kind: 'agencies.seat-given', onceKey: `seat-given/${seat.id}` })
  if (actor.kind !== 'seat') return
  const leading = await selectLeading(context).execute()
  await context.notify(
    leading
      .filter(one => one.id !== seat.id && one.id !== actor.seatId)
      .map(one => ({
        ...{ ...notice, seatId: one.id, kind: 'agencies.guest-seated' },
        onceKey: `guest-seated/${seat.id}/${one.id}`,
      })),
  )
}
