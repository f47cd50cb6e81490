import { type RawBuilder, sql } from 'kysely'
import { type Actor, seatKey, unitKey } from '#platform/acts/actor.ts'
import type { ActContext, Context } from '#platform/acts/context.ts'
import { platformErrors } from '#platform/acts/errors.ts'
import { type Sight, sightOf } from '#platform/acts/sight.ts'
import { writeTogether } from '#platform/database/write-together.ts'
import { type Direction, documentErrors } from './contract.ts'

/** Why somebody reads a document, the strongest first: a row keeps the strongest of several. */
export const readerReasons = [
  'lead',
  'direct',
  'assist',
  'holder',
  'sign',
  'review',
  'draft',
  'recipient',
  'inform',
  'register',
  'former',
] as const
export type ReaderReason = (typeof readerReasons)[number]

/** Of two reasons the greater number is the stronger one. */
export const strengthOf = (why: ReaderReason): number => -readerReasons.indexOf(why)

/** A document as its readers' rows know it; `sortAt` is its place in every list and never changes. */
export type ReadDocument = { readonly documentId: string; readonly direction: Direction; readonly sortAt: Date }

/** The one reason that no other takes away: who is in charge of a document goes on reading it. */
const inCharge: ReaderReason = 'register'

const strength = sql.raw(`array[${readerReasons.map(reason => `'${reason}'`).join(', ')}]`)

const isStronger = sql<boolean>`array_position(${strength}, excluded.why) < array_position(${strength}, document_readers.why)`

/**
 * Lets these keys ('seat:…', 'unit:…') see a document. It is the one table that lists, search, counts, files, exports and
 * events ask; nothing else decides.
 */
export async function addReaders(
  context: Context,
  document: ReadDocument,
  keys: readonly string[],
  why: ReaderReason,
): Promise<void> {
  if (keys.length > 0)
    await readersToAdd(
      context,
      document,
      [...new Set(keys)].map(key => [key, why]),
    ).execute()
}

/** The same as a write that goes along with others: each key once, with its reason. */
export function readersToAdd(
  { tx, agency }: Context,
  document: ReadDocument,
  readers: readonly (readonly [key: string, why: ReaderReason])[],
) {
  return tx
    .insertInto('document_readers')
    .values(
      readers.map(([reader, why]) => ({
        agency_id: agency,
        reader,
        document_id: document.documentId,
        direction: document.direction,
        sort_at: document.sortAt,
        why,
        in_charge: why === inCharge,
      })),
    )
    .onConflict(conflict =>
      conflict
        .columns(['agency_id', 'reader', 'document_id'])
        .doUpdateSet({
          why: sql`case when ${isStronger} then excluded.why else document_readers.why end`,
          in_charge: sql`document_readers.in_charge or excluded.in_charge`,
        })
        .where(sql<boolean>`${isStronger} or excluded.in_charge > document_readers.in_charge`),
    )
}

/** Takes the sight of a document from these keys: it was sent to them by mistake and not opened. */
export async function dropReaders(context: Context, documentId: string, keys: readonly string[]): Promise<void> {
  if (keys.length > 0) await drop(context, documentId, sql<boolean>`reader in (${sql.join(keys)})`)
}

/** Takes the sight of a document from all who read it for this reason alone. */
export const dropReadersFor = (context: Context, documentId: string, why: ReaderReason): Promise<void> =>
  drop(context, documentId, sql<boolean>`why = ${why}`)

/** Who is in charge of the document besides reads it as such again. */
async function drop({ tx, agency }: Context, documentId: string, which: RawBuilder<boolean>): Promise<void> {
  await writeTogether(tx, [
    tx
      .deleteFrom('document_readers')
      .where('agency_id', '=', agency)
      .where('document_id', '=', documentId)
      .where('in_charge', '=', false)
      .where(which),
    tx
      .updateTable('document_readers')
      .set({ why: inCharge })
      .where('agency_id', '=', agency)
      .where('document_id', '=', documentId)
      .where('in_charge', '=', true)
      .where(which),
  ])
}

/**
 * These keys had a part in a document and no longer do; they may still read what they worked on.
 *
 * @param only when that was the reason for which they read
 */
export async function demoteReaders(
  { tx, agency }: Context,
  documentId: string,
  keys: readonly string[],
  only?: ReaderReason,
): Promise<void> {
  if (keys.length === 0) return
  let update = tx
    .updateTable('document_readers')
    .set({ why: 'former' satisfies ReaderReason })
    .where('agency_id', '=', agency)
    .where('document_id', '=', documentId)
    .where('reader', 'in', keys)
  if (only) update = update.where('why', '=', only)
  await update.execute()
}

/** Of the work for which a key read a document something weaker is left: it goes on reading for that. */
export async function keepReaderFor(
  { tx, agency }: Context,
  documentId: string,
  key: string,
  why: ReaderReason,
): Promise<void> {
  await tx
    .updateTable('document_readers')
    .set({ why })
    .where('agency_id', '=', agency)
    .where('document_id', '=', documentId)
    .where('reader', '=', key)
    .where('why', 'in', ['lead', 'direct', 'assist'] satisfies ReaderReason[])
    .execute()
}

export type ReadingParty = { readonly seatId?: string | null | undefined; readonly unitId?: string | null | undefined }

/**
 * The keys of those who get a document. Of a restricted one only named seats: a unit is then its head, for everybody
 * else of the unit is to learn nothing of it.
 *
 * @throws documents.RestrictedUnitVacant
 */
export async function readerKeysFor(
  context: Context,
  parties: readonly ReadingParty[],
  restricted: boolean,
): Promise<string[]> {
  const keyOf = await readerKeysOf(context, parties, restricted)
  return [...new Set(await Promise.all(parties.map(async one => keyOf(one) ?? refuseVacant(context, one))))]
}

/** The key of each of several parties; of a unit without a head, that gets what is restricted, there is none. */
export async function readerKeysOf(
  context: Context,
  parties: readonly ReadingParty[],
  restricted: boolean,
): Promise<(party: ReadingParty) => string | undefined> {
  const unitIds = restricted ? parties.flatMap(({ seatId, unitId }) => (seatId ? [] : (unitId ?? []))) : []
  const heads = await context.ports.agencies.findUnitHeads(context, unitIds)
  return ({ seatId, unitId }) => {
    if (seatId) return seatKey(seatId)
    if (!restricted) return unitKey(unitId!)
    const head = heads.get(unitId!)
    return head && seatKey(head.id)
  }
}

async function refuseVacant(context: Context, { unitId }: ReadingParty): Promise<never> {
  const [unit] = await context.ports.agencies.getUnits(context, [unitId!])
  throw documentErrors.RestrictedUnitVacant({ unit: unit!.name })
}

/** Who reads a document now: for events that tell open screens of a change. */
export async function readersOf({ tx, agency }: Context, documentId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('document_readers')
    .select('reader')
    .where('agency_id', '=', agency)
    .where('document_id', '=', documentId)
    .execute()
  return rows.map(row => row.reader)
}

/** Whether one who sees so much sees a document that these keys may read. */
export const maySee = (sight: Sight, document: { readonly restricted: boolean }, readers: readonly string[]): boolean =>
  sight.reads && ((sight.seesAll && !document.restricted) || readers.some(reader => sight.readerKeys.includes(reader)))

/**
 * The same as a condition of SQL on a document: `alias` names a row with `id` and `restricted`, of documents of this
 * direction alone.
 *
 * @param few the statement has few documents in hand and asks for each by itself; else PostgreSQL may begin with the rows
 *   of the reader and read all of them
 * @example sql`select … from incoming_documents d where d.agency_id = ${agency} and ${seenBy(context, 'incoming', 'd')}`
 */
export function seenBy(
  { agency, actor }: ActContext,
  direction: Direction,
  alias: string,
  { few = false } = {},
): RawBuilder<boolean> {
  const { seesAll, readerKeys } = sightOf(actor, direction)
  const own = sql`from document_readers own where own.agency_id = ${agency}
    and own.reader in (${sql.join(readerKeys)}) and own.document_id = ${sql.ref(`${alias}.id`)}`
  // A value with a limit is looked up row by row; EXISTS may be turned round.
  const looked = sql<boolean>`(select true ${own} limit 1) is true`
  // Of those who see all only the few restricted documents are asked for.
  if (seesAll) return sql<boolean>`(not ${sql.ref(`${alias}.restricted`)} or ${looked})`
  return few ? looked : sql<boolean>`exists (select ${own})`
}

type Readable = { readonly id: string; readonly restricted: boolean }

/** Whether the acting seat sees a document of this direction; what is unknown and what is forbidden answer alike. */
export const isVisible = async (
  context: Context<Actor>,
  direction: Direction,
  document: Readable | undefined,
): Promise<boolean> => document !== undefined && (await visibleAmong(context, direction, [document])).length > 0

/** Those of several documents of one direction that the acting seat sees, in their order. */
export async function visibleAmong<Document extends Readable>(
  context: Context<Actor>,
  direction: Direction,
  documents: readonly Document[],
): Promise<readonly Document[]> {
  const { actor } = context
  if (actor.kind === 'system') return documents
  const sight = sightOf(actor, direction)
  const doubtful = documents.filter(document => !maySee(sight, document, []))
  const keys = await ownKeysAmong(context, sight, doubtful)
  return documents.filter(document => maySee(sight, document, keys.get(document.id) ?? []))
}

/** Under which of its keys one who sees so much may read these documents, by their ids. */
export async function ownKeysAmong(
  { tx, agency }: Context<Actor>,
  { readerKeys }: Sight,
  documents: readonly { readonly id: string }[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (documents.length === 0) return new Map()
  const rows = await tx
    .selectFrom('document_readers')
    .select(['document_id', 'reader'])
    .where('agency_id', '=', agency)
    .where('reader', 'in', readerKeys)
    .where(
      'document_id',
      'in',
      documents.map(document => document.id),
    )
    .execute()
  const byDocument = Map.groupBy(rows, row => row.document_id)
  return new Map([...byDocument].map(([id, own]) => [id, own.map(row => row.reader)]))
}

/** @throws platform.NotFound when there is no such document, or the acting seat may not see it */
export async function requireVisible<Document extends Readable>(
  context: Context,
  direction: Direction,
  document: Document | undefined,
): Promise<Document> {
  if (!document || !(await isVisible(context, direction, document))) throw platformErrors.NotFound()
  return document
}
