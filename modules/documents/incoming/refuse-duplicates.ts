import { type RawBuilder, sql } from 'kysely'
import { notationKey } from '#lib/document-form/index.ts'
import { fold, formatDate } from '#lib/vietnamese/index.ts'
import type { ActContext, Context } from '#platform/acts/context.ts'
import { documentErrors } from '../contract.ts'
import { visibleAmong } from '../readers.ts'

/** What a document is searched by. */
export type Identified = {
  /** The document itself, when it stands among the arrived: it is not like itself. */
  readonly except?: string
  readonly notation?: string | undefined
  readonly issuedOn?: string | null | undefined
  readonly documentIdentifier?: string | null
}
/** What decides, of those that are alike, which is the same. */
type Issued = {
  readonly issuerId: string | null
  readonly issuerName: string
  readonly documentIdentifier?: string | null
}
export type Duplicate = {
  readonly id: string
  readonly subject: string
  readonly restricted: boolean
  readonly arrival_number: number | null
  readonly arrived_on: string | null
}
/** A document with the same number and notation of the same year, or the same identifier; of whatever issuer. */
type Alike = Duplicate & {
  readonly issuer_id: string | null
  readonly issuer_name: string
  readonly document_identifier: string | null
}

/**
 * Finds what is alike and lets nobody else enter the like until the commit. Two clerks who enter one paper at one time are
 * both warned: the second waits here for the first to commit.
 */
export async function lockAlike(context: Context, document: Identified): Promise<readonly Alike[]> {
  const key = notationKey(document.notation ?? '')
  const lock = sql`select pg_advisory_xact_lock(hashtextextended(${`${context.agency}/incoming/${key}`}, 0))`
  // They go out in this order: the search begins once the lock is had, and sees what its last holder wrote.
  const [, alike] = await Promise.all([key === '' ? undefined : lock.execute(context.tx), findAlike(context, document)])
  return alike
}

/**
 * Warns of a document that is there already: the same document identifier, or the same number, notation and issuer
 * together (NĐ 30/2020 Phụ lục VI, III.1h). Numbers begin anew each year, so the year is part of it.
 *
 * @throws documents.DuplicateOfRegistered, DuplicateOfArrived
 */
export async function refuseDuplicates(context: ActContext, alike: readonly Alike[], issued: Issued): Promise<void> {
  const duplicate = await firstSame(context, alike, issued)
  if (!duplicate) return
  const subject = { subject: presentDuplicate(duplicate) }
  if (duplicate.arrival_number === null) throw documentErrors.DuplicateOfArrived({}, subject)
  throw documentErrors.DuplicateOfRegistered(
    { number: duplicate.arrival_number, date: formatDate(duplicate.arrived_on!) },
    subject,
  )
}

/** The same document, if the acting seat may know of it. */
export async function findDuplicate(
  context: ActContext,
  document: Identified & Issued,
): Promise<Duplicate | undefined> {
  return firstSame(context, await findAlike(context, document), document)
}

/** Every commune of a province sends a 01/BC-UBND each year: far more than these are alike by chance alone. */
const mostAlike = 5_000

async function findAlike({ tx, agency }: Context, document: Identified): Promise<readonly Alike[]> {
  const key = notationKey(document.notation ?? '')
  const identifier = document.documentIdentifier ?? null
  if (key === '' && identifier === null) return []
  const { rows } = await sql<Alike>`
    select id, subject, restricted, arrival_number, arrived_on, issuer_id, issuer_name, document_identifier
    from incoming_documents
    where agency_id = ${agency} and state not in ('set-aside', 'refused', 'taken-back', 'cancelled')
      and id is distinct from ${document.except ?? null}::uuid
      and ${anyOf(
        ...(key === ''
          ? []
          : [sql`(folded_notation = ${key} and folded_notation <> '' and ${sameYear(document.issuedOn ?? null)})`]),
        ...(identifier === null ? [] : [sql`document_identifier = ${identifier}`]),
      )}
    order by arrival_number is null, arrived_at
    limit ${mostAlike}`.execute(tx)
  return rows
}

async function firstSame(context: ActContext, alike: readonly Alike[], issued: Issued): Promise<Duplicate | undefined> {
  const identifier = issued.documentIdentifier ?? null
  const same = alike.filter(
    row => (identifier !== null && row.document_identifier === identifier) || sameIssuer(row, issued),
  )
  const [visible] = await visibleAmong(context, 'incoming', same)
  return visible
}

const anyOf = (...conditions: readonly RawBuilder<unknown>[]) => sql`(${sql.join(conditions, sql` or `)})`

const sameYear = (issuedOn: string | null) =>
  issuedOn === null
    ? sql`true`
    : sql`(issued_on is null or (issued_on >= ${`${issuedOn.slice(0, 4)}-01-01`}::date and issued_on <= ${`${issuedOn.slice(0, 4)}-12-31`}::date))`

const sameIssuer = (row: Alike, issued: Issued): boolean =>
  (row.issuer_id !== null && row.issuer_id === issued.issuerId) ||
  nameKey(row.issuer_name) === nameKey(issued.issuerName)

/** Names of one body as different people write them: without case, marks and the words that are often shortened. */
const nameKey = (name: string): string =>
  fold(name)
    .replace(/\buy ban nhan dan\b/g, 'ubnd')
    .replace(/\bhoi dong nhan dan\b/g, 'hdnd')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

export const presentDuplicate = (duplicate: Duplicate) => ({
  id: duplicate.id,
  subject: duplicate.subject,
  arrivalNumber: duplicate.arrival_number,
  arrivedOn: duplicate.arrived_on,
})
