import type { z } from '#lib/schemas/index.ts'
import type { Context } from '#platform/acts/context.ts'
import { platformErrors } from '#platform/acts/errors.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { cursorAtRow, readRowCursor } from '#platform/http/cursor.ts'
import { loginsOf } from '#platform/sessions/logins.ts'
import { selectAdministrators } from './administrators.ts'
import { refuseClosed } from './closing.ts'
import type { AddIssuer, AgencyCard, AgencyRowsQuery } from './contract.ts'
import { addIdentifier, createIssuer } from './create-issuer.ts'
import { everyIssuerOn, ownIssuersOn } from './issuers.ts'
import { selectReaders } from './let-read.ts'
import { findOwnIssuer, inOrderOfOffice } from './queries.ts'

/** The offices of the installation, a superior one before those below it. */
export const agencyRows = (tx: Transaction) =>
  tx
    .selectFrom('agencies')
    .select([
      'id',
      'parent_id as parentId',
      'level',
      'name',
      'short_name as shortName',
      'opened_on as openedOn',
      'closed_on as closedOn',
    ])
    .orderBy('path')

/** @throws platform.NotReadable for a cursor that no list gave out */
export async function listAgencies(
  tx: Transaction,
  { limit = 20, cursor }: z.output<typeof AgencyRowsQuery>,
): Promise<{ items: Awaited<ReturnType<ReturnType<typeof agencyRows>['execute']>>; next: string | null }> {
  const after = readRowCursor(cursor)
  let query = agencyRows(tx).limit(limit + 1)
  if (after) query = query.where('path', '>', eb => eb.selectFrom('agencies').select('path').where('id', '=', after))
  const rows = await query.execute()
  return { items: rows.slice(0, limit), next: rows.length > limit ? cursorAtRow(rows[limit - 1]!.id) : null }
}

/**
 * One office as who runs the installation sees it: its bodies and its administrators, nothing of its work.
 *
 * @throws platform.NotFound
 */
export async function agencyCard(context: Context): Promise<AgencyCard> {
  const { tx, today } = context
  const agency = await agencyRows(tx).where('id', '=', context.agency).executeTakeFirst()
  if (!agency) throw platformErrors.NotFound()
  const issuers = await everyIssuerOn(context, today)
  const seats = await selectAdministrators(context).orderBy(inOrderOfOffice).execute()
  const logins = await loginsOf(
    tx,
    seats.map(seat => seat.person_id),
  )
  const ids = issuers.map(issuer => issuer.id)
  const [names, codes] = await Promise.all([namesOf(context, ids), codesOf(context, ids)])
  return {
    agency,
    closing: agency.closedOn === null ? null : await closingOf(context),
    issuers: issuers.map(({ id, kind, name, shortName, abbreviation, placeName, identifier }) => ({
      ...{ id, kind, name, shortName, abbreviation, placeName, identifier },
      otherNames: names
        .filter(one => one.issuerId === id && one.name !== name)
        .map(({ issuerId: _issuer, ...other }) => other),
      otherCodes: codes
        .filter(one => one.issuerId === id && one.code !== identifier)
        .map(({ issuerId: _issuer, scheme, ...other }) => ({ ...other, scheme: scheme as 'qd20' | 'qcvn102' })),
    })),
    administrators: seats.map(seat => {
      const login = logins.find(one => one.personId === seat.person_id)
      return {
        seatId: seat.id,
        fullName: seat.full_name,
        login: login?.login ?? null,
        mustChangePassword: login?.mustChangePassword ?? false,
      }
    }),
    readers:
      agency.closedOn === null
        ? []
        : (await selectReaders(context).orderBy(inOrderOfOffice).execute()).map(seat => ({
            ...{ seatId: seat.id, fullName: seat.full_name, from: seat.valid_from },
          })),
  }
}

/** Every code, also closed ones and those of the old form. */
const codesOf = async ({ tx }: Context, issuerIds: readonly string[]) =>
  issuerIds.length === 0
    ? []
    : tx
        .selectFrom('issuer_identifiers')
        .select(['issuer_id as issuerId', 'code', 'scheme', 'valid_from as from', 'valid_to as to'])
        .where('issuer_id', 'in', issuerIds)
        .orderBy('valid_from')
        .orderBy('code')
        .execute()

const namesOf = async ({ tx }: Context, issuerIds: readonly string[]) =>
  issuerIds.length === 0
    ? []
    : tx
        .selectFrom('issuer_names')
        .select(['issuer_id as issuerId', 'name', 'valid_from as from', 'basis'])
        .where('issuer_id', 'in', issuerIds)
        .orderBy('valid_from')
        .execute()

async function closingOf({ tx, agency }: Context) {
  const row = await tx
    .selectFrom('agencies')
    .leftJoin('agencies as heirs', 'heirs.id', 'agencies.successor_id')
    .select(['agencies.closed_basis as basis', 'heirs.name as successor'])
    .where('agencies.id', '=', agency)
    .executeTakeFirst()
  return row ?? null
}

/**
 * Enters another body that issues under the office's roof; the same sent again is the one that is there.
 *
 * @throws platform.NotFound, SentDifferently; agencies.AgencyClosed, IdentifierUnfit, IdentifierTaken
 */
export async function addIssuer(context: Context, { identifier, letterhead, ...input }: AddIssuer): Promise<void> {
  const { tx, today } = context
  const agency = await tx
    .selectFrom('agencies')
    .select('place_name')
    .where('id', '=', context.agency)
    .executeTakeFirst()
  if (!agency) throw platformErrors.NotFound()
  await refuseClosed(context)
  const issuers = await ownIssuersOn(context, today)
  const there = issuers.find(issuer => issuer.id === input.id)
  if (there && said.some(field => there[field] !== input[field])) throw platformErrors.SentDifferently()
  await createIssuer(context, {
    ...input,
    agencyId: context.agency,
    ordinal: issuers.length + 1,
    openedOn: today,
    placeName: agency.place_name,
    letterhead: letterhead ?? [],
    identifiers: identifier ? [identifier] : [],
  })
}

const said = ['kind', 'name', 'shortName', 'abbreviation'] as const

/** @throws platform.NotFound, agencies.IdentifierUnfit, IdentifierTaken */
export async function giveIdentifier(context: Context, input: { issuerId: string; code: string }): Promise<void> {
  if (!(await findOwnIssuer(context, input.issuerId))) throw platformErrors.NotFound()
  const [present] = (await ownIssuersOn(context, context.today)).filter(issuer => issuer.id === input.issuerId)
  if (present?.identifier === input.code) return
  await addIdentifier(context, { ...input, from: context.today })
}
