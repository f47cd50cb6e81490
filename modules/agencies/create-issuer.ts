import type { CalendarDate } from '#lib/calendar-date/index.ts'
import { isTestRange, parseLegacyOrganisationCode, parseOrganisationCode } from '#lib/identifiers/index.ts'
import type { Context } from '#platform/acts/context.ts'
import { agencyErrors, type IssuerKind } from './contract.ts'
import { foldedWords } from './words.ts'

export type NewIssuer = {
  readonly id: string
  /** Nothing for a body outside this installation; it is entered in the transaction of whoever adds it to the directory. */
  readonly agencyId: string | null
  readonly kind: IssuerKind
  /** The order within its office: the first is the office's own (UBND before HĐND). */
  readonly ordinal: number
  readonly openedOn: CalendarDate
  readonly identifiers: readonly string[]
  /** What gave it name and code. */
  readonly basis?: string
} & IssuerNames

export type IssuerNames = {
  readonly name: string
  readonly shortName: string
  readonly abbreviation: string
  /** Lines above the issuer's own name on its papers: the direct superior body, if the form shows one. */
  readonly letterhead: readonly string[]
  readonly placeName: string
}

/**
 * Enters a body that issues documents and is addressed by them; one that is there already stays as it is.
 *
 * @throws agencies.IdentifierUnfit, IdentifierTaken
 */
export async function createIssuer(context: Context, input: NewIssuer): Promise<void> {
  const { tx, agency } = context
  if (input.agencyId && input.agencyId !== agency) throw new Error("an issuer is created in its office's transaction")
  const created = await tx
    .insertInto('issuers')
    .values({
      id: input.id,
      agency_id: input.agencyId,
      kind: input.kind,
      ordinal: input.ordinal,
      opened_on: input.openedOn,
      inside: input.agencyId !== null,
    })
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!created) return
  await insertNames(context, input.id, input, input.openedOn, input.basis)
  for (const code of input.identifiers) await insertIdentifier(context, input.id, code, input.openedOn)
  await context.audit({ act: 'agencies.create-issuer', subject: { type: 'issuer', id: input.id }, after: input })
}

/**
 * Gives an issuer other names from a day on; documents of earlier days keep those of their day. Names that were to begin
 * later, or were entered wrongly for this very day, have never stood and give way.
 */
export async function renameIssuer(
  context: Context,
  input: { issuerId: string; from: CalendarDate; basis?: string } & IssuerNames,
): Promise<void> {
  const { tx, today } = context
  const { issuerId, from, basis, ...names } = input
  await tx
    .deleteFrom('issuer_names')
    .where('issuer_id', '=', issuerId)
    .where(({ or, eb }) => or([eb('valid_from', '>=', from), eb('valid_from', '>', today)]))
    .execute()
  await tx
    .updateTable('issuer_names')
    .set({ valid_to: from })
    .where('issuer_id', '=', issuerId)
    .where(({ or, eb }) => or([eb('valid_to', 'is', null), eb('valid_to', '>', today)]))
    .execute()
  await insertNames(context, issuerId, names, from, basis)
  await context.audit({ act: 'agencies.rename-issuer', subject: { type: 'issuer', id: issuerId }, after: input })
}

/**
 * Adds an electronic identifier: one of QĐ 20/2020 takes the place of the former, one of the old form is an alias.
 *
 * @throws agencies.IdentifierUnfit for a text of neither form, IdentifierTaken for a code that another issuer bears then
 */
export async function addIdentifier(
  context: Context,
  input: { issuerId: string; code: string; from: CalendarDate },
): Promise<void> {
  const { issuerId, code, from } = input
  if (schemeOf(code) === 'qd20') {
    // What was entered wrongly and is put right on the same day has never stood.
    await context.tx
      .deleteFrom('issuer_identifiers')
      .where('issuer_id', '=', issuerId)
      .where('scheme', '=', 'qd20')
      .where('valid_from', '=', from)
      .execute()
    await context.tx
      .updateTable('issuer_identifiers')
      .set({ valid_to: from })
      .where('issuer_id', '=', issuerId)
      .where('scheme', '=', 'qd20')
      .where('valid_to', 'is', null)
      .execute()
  }
  await insertIdentifier(context, issuerId, code, from)
  await context.audit({ act: 'agencies.add-identifier', subject: { type: 'issuer', id: issuerId }, after: input })
}

async function insertNames({ tx }: Context, issuerId: string, names: IssuerNames, from: CalendarDate, basis?: string) {
  await tx
    .insertInto('issuer_names')
    .values({
      issuer_id: issuerId,
      valid_from: from,
      basis: basis ?? null,
      name: names.name,
      short_name: names.shortName,
      abbreviation: names.abbreviation,
      letterhead: JSON.stringify(names.letterhead),
      place_name: names.placeName,
      folded: foldedWords(names.name, names.shortName, names.abbreviation),
    })
    .execute()
}

async function insertIdentifier({ tx }: Context, issuerId: string, code: string, from: CalendarDate) {
  const scheme = schemeOf(code)
  const bearer = await tx
    .selectFrom('issuer_identifiers')
    .innerJoin('issuer_names', 'issuer_names.issuer_id', 'issuer_identifiers.issuer_id')
    .select(['issuer_names.short_name', 'issuer_names.issuer_id'])
    .where('code', '=', code)
    .where(({ or, eb }) =>
      or([eb('issuer_identifiers.valid_to', 'is', null), eb('issuer_identifiers.valid_to', '>', from)]),
    )
    .orderBy('issuer_names.valid_from', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (bearer?.issuer_id === issuerId) return
  if (bearer) throw agencyErrors.IdentifierTaken({ code, issuer: bearer.short_name })
  await tx
    .insertInto('issuer_identifiers')
    .values({ code, valid_from: from, issuer_id: issuerId, scheme, test_range: isTestRange(code) })
    .execute()
}

function schemeOf(code: string): 'qd20' | 'qcvn102' {
  const read = parseOrganisationCode(code) ?? parseLegacyOrganisationCode(code)
  if (!read) throw agencyErrors.IdentifierUnfit({ code })
  return read.scheme
}
