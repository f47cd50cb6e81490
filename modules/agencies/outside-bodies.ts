import { sql } from 'kysely'
import type { z } from '#lib/schemas/index.ts'
import { formatDate } from '#lib/vietnamese/index.ts'
import type { Context } from '#platform/acts/context.ts'
import { platformErrors } from '#platform/acts/errors.ts'
import { cursorAtPlace, readPlaceCursor } from '#platform/http/cursor.ts'
import {
  type AddOutsideBody,
  agencyErrors,
  type CloseOutsideBody,
  type OutsideBody,
  type OutsideBodyQuery,
  type RenameIssuer,
} from './contract.ts'
import { addIdentifier, createIssuer, renameIssuer } from './create-issuer.ts'
import { issuersOn } from './issuers.ts'
import { kindsInOrder } from './policy.ts'
import { hasWords, wordQuery } from './words.ts'

/**
 * Bodies outside the installation, as who runs it keeps them for every office: they are written to on paper or by mail. Found
 * by any part of a name of any time, or by a code; closed ones last.
 */
export async function listOutsideBodies(
  context: Context,
  { q, limit = 50, cursor }: z.output<typeof OutsideBodyQuery>,
): Promise<{ items: OutsideBody[]; next: string | null }> {
  const { tx, today } = context
  const place = readPlaceCursor(cursor)
  const query = wordQuery(q)
  const kinds = sql.join(kindsInOrder.map(kind => sql`${kind}`))
  const fits = query
    ? sql`and (exists (select from issuer_names n where n.issuer_id = issuers.id and ${hasWords(sql`n.folded`, query)})
        or exists (select from issuer_identifiers c where c.issuer_id = issuers.id
          and starts_with(c.code, ${(q ?? '').trim().toUpperCase()})))`
    : sql``
  const { rows } = await sql<{ id: string; closed_on: string | null }>`
    select issuers.id, issuers.closed_on from issuers
      join lateral (select folded from issuer_names where issuer_id = issuers.id order by valid_from desc limit 1) last on true
    where issuers.agency_id is null ${fits}
    order by coalesce(issuers.closed_on <= ${today}, false), array_position(array[${kinds}], issuers.kind),
      last.folded collate "C", issuers.id
    limit ${limit + 1} offset ${place}`.execute(tx)
  const page = rows.slice(0, limit)
  return {
    items: await presentOutside(context, page),
    next: rows.length > limit ? cursorAtPlace(place + limit) : null,
  }
}

/** @throws platform.NotFound */
export async function getOutsideBody(context: Context, id: string): Promise<OutsideBody> {
  const [body] = await presentOutside(context, [await getOutside(context, id)])
  return body!
}

async function presentOutside(
  context: Context,
  rows: readonly { readonly id: string; readonly closed_on: string | null }[],
): Promise<OutsideBody[]> {
  const facts = await issuersOn(
    context,
    rows.map(row => row.id),
    context.today,
  )
  const closing = new Map(rows.map(row => [row.id, row.closed_on]))
  return facts.map(({ id, kind, name, shortName, abbreviation, placeName, letterhead, identifier }) => ({
    ...{ id, kind, name, shortName, abbreviation, placeName, identifier },
    superior: letterhead.at(0) ?? null,
    closedOn: closing.get(id) ?? null,
  }))
}

/** @throws platform.NotFound for a body of an office of the installation: that is kept with its office */
async function getOutside({ tx }: Context, id: string) {
  const row = await tx
    .selectFrom('issuers')
    .select(['id', 'closed_on'])
    .where('id', '=', id)
    .where('agency_id', 'is', null)
    .executeTakeFirst()
  if (!row) throw platformErrors.NotFound()
  return row
}

async function getOpenOutside(context: Context, id: string) {
  const body = await getOutside(context, id)
  if (body.closed_on) throw agencyErrors.OutsideBodyClosed({ date: formatDate(body.closed_on) })
  return body
}

/**
 * Enters a body of which every office may then write; the same sent again is the one that is there.
 *
 * @throws agencies.IdentifierUnfit, IdentifierTaken; platform.SentDifferently
 */
export async function addOutsideBody(context: Context, input: AddOutsideBody): Promise<void> {
  const { tx, today } = context
  const { superior, identifier, ...facts } = input
  const there = await tx.selectFrom('issuers').select('id').where('id', '=', input.id).executeTakeFirst()
  if (there) {
    const stored = await getOutsideBody(context, input.id)
    if (said.some(field => stored[field] !== input[field]))
      throw platformErrors.SentDifferently({}, { subject: { stored } })
    return
  }
  await createIssuer(context, {
    ...facts,
    ...{ agencyId: null, ordinal: 1, openedOn: today },
    letterhead: superior ? [superior] : [],
    identifiers: identifier ? [identifier] : [],
  })
}

const said = ['kind', 'name', 'shortName', 'abbreviation'] as const

/** @throws platform.NotFound; agencies.OutsideBodyClosed, RenamesBeforeToday */
export async function renameOutsideBody(context: Context, { id, ...names }: RenameIssuer & { id: string }) {
  await getOpenOutside(context, id)
  if (names.from < context.today) throw agencyErrors.RenamesBeforeToday()
  const [present] = await issuersOn(context, [id], context.today)
  await renameIssuer(context, { ...names, issuerId: id, letterhead: present!.letterhead })
}

/** @throws platform.NotFound; agencies.OutsideBodyClosed, IdentifierUnfit, IdentifierTaken */
export async function identifyOutsideBody(context: Context, { id, code }: { id: string; code: string }) {
  await getOpenOutside(context, id)
  const [present] = await issuersOn(context, [id], context.today)
  if (present!.identifier !== code) await addIdentifier(context, { issuerId: id, code, from: context.today })
}

/**
 * Closes a body on a day: it is addressed no more, and stays resolvable under its name and code.
 *
 * @throws platform.NotFound; agencies.OutsideBodyClosed, ClosesBeforeToday
 */
export async function closeOutsideBody(context: Context, { id, closedOn, basis }: CloseOutsideBody & { id: string }) {
  const { tx, today } = context
  await getOpenOutside(context, id)
  if (closedOn < today) throw agencyErrors.ClosesBeforeToday()
  await tx.updateTable('issuers').set({ closed_on: closedOn }).where('id', '=', id).execute()
  await tx
    .updateTable('issuer_identifiers')
    .set({ valid_to: closedOn })
    .where('issuer_id', '=', id)
    .where('valid_to', 'is', null)
    .execute()
  await context.audit({ act: 'agencies.close-issuer', subject: { type: 'issuer', id }, after: { closedOn, basis } })
}
