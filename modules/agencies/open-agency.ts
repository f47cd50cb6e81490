import { type CalendarDate, calendarDate } from '#lib/calendar-date/index.ts'
import { todayInVietnam } from '#lib/vietnamese/index.ts'
import type { Context } from '#platform/acts/context.ts'
import { platformErrors } from '#platform/acts/errors.ts'
import type { OpenAgency } from './contract.ts'
import { createAgency } from './create-agency.ts'
import { createIssuer } from './create-issuer.ts'
import { giveSeat } from './give-seat.ts'
import { findSeat } from './queries.ts'
import { saveUnit } from './save-unit.ts'

async function openedBefore({ tx, agency }: Context): Promise<CalendarDate | undefined> {
  const row = await tx.selectFrom('agencies').select('opened_on').where('id', '=', agency).executeTakeFirst()
  return row && calendarDate(row.opened_on)
}

/**
 * Opens a record office in one transaction of its own: the agency, its own issuer, an office unit, and the person who will
 * administer it, with a first password that is shown once.
 *
 * @throws agencies.LoginTaken; platform.SentDifferently for an agency that is there already
 */
export async function openAgency(
  context: Context,
  input: OpenAgency,
): Promise<{ login: string; firstPassword: string }> {
  // Sent again on a later day, it is still the request of the day on which it was first done.
  const openedOn = (await openedBefore(context)) ?? todayInVietnam(context.now)
  const { issuer, administrator, name, shortName, placeName } = input
  const { created } = await createAgency(context, {
    id: input.id,
    parentId: input.parentId ?? null,
    level: input.level,
    name,
    shortName,
    placeName,
    openedOn,
  })
  // Only the same request sent again goes on: whoever opens agencies gets no seat in one that works already.
  if (!created && !(await findSeat(context, administrator.seatId))) throw platformErrors.SentDifferently()
  await createIssuer(context, {
    id: issuer.id,
    agencyId: input.id,
    kind: issuer.kind,
    ordinal: 1,
    openedOn,
    identifiers: issuer.identifier ? [issuer.identifier] : [],
    name,
    shortName,
    abbreviation: issuer.abbreviation,
    letterhead: issuer.letterhead ?? [],
    placeName,
  })
  await saveUnit(context, {
    id: administrator.unitId,
    name: 'Văn phòng',
    abbreviation: 'VP',
    kind: 'office',
    validFrom: openedOn,
  })
  const given = await giveSeat(context, {
    id: administrator.seatId,
    person: { fullName: administrator.fullName, login: administrator.login },
    unitId: administrator.unitId,
    issuerId: issuer.id,
    role: 'agency-admin',
    standing: 'staff',
    title: 'Quản trị cơ quan',
    validFrom: openedOn,
  })
  return { login: administrator.login, firstPassword: given.firstPassword ?? '' }
}
