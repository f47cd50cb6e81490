import { sql } from 'kysely'
import type { z } from '#lib/schemas/index.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { platformErrors } from '#platform/acts/errors.ts'
import { refuseOtherContent, requestHash } from '#platform/acts/same-request.ts'
import { agencyErrors, type SavePhrase } from './contract.ts'
import { requireOwnOrKeeper } from './refusals.ts'

export type PhraseRow = { id: string; text: string; seat_id: string | null; ordinal: number; request_hash: Buffer }

/** More are no longer frequent, and no longer found. */
export const mostPhrases = 100

/** Keeps a frequent phrase (câu hay dùng) of the acting seat, or of the whole office. */
export async function savePhrase(context: ActContext, input: z.output<typeof SavePhrase>): Promise<PhraseRow> {
  const { tx, agency, actor } = context
  const hash = requestHash(input)
  const before = await findPhrase(context, input.id)
  if (before) return answerAgain(before, hash)
  const own = input.own ?? true
  requireOwnOrKeeper(context, own)
  const kept = await select(context)
    .where('seat_id', own ? '=' : 'is', own ? actor.seatId : null)
    .execute()
  if (kept.length >= mostPhrases) throw agencyErrors.PhrasesFull({ count: kept.length })
  const ordinal = Math.max(0, ...kept.map(phrase => phrase.ordinal)) + 1
  const row = { id: input.id, text: input.text, seat_id: own ? actor.seatId : null, ordinal, request_hash: hash }
  const created = await tx
    .insertInto('phrases')
    .values({ agency_id: agency, ...row })
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!created) {
    const there = await findPhrase(context, input.id)
    if (!there) throw platformErrors.SentDifferently()
    return answerAgain(there, hash)
  }
  await context.audit({ act: 'agencies.save-phrase', subject: { type: 'phrase', id: input.id }, after: input })
  return row
}

/** Removes a phrase of the acting seat, or of the office. */
export async function deletePhrase(context: ActContext, id: string): Promise<string> {
  const phrase = await getPhrase(context, id)
  requireOwnOrKeeper(context, phrase.seat_id !== null)
  await context.tx.deleteFrom('phrases').where('agency_id', '=', context.agency).where('id', '=', id).execute()
  await context.audit({
    act: 'agencies.delete-phrase',
    subject: { type: 'phrase', id },
    before: { text: phrase.text, own: phrase.seat_id !== null },
  })
  return id
}

/** The acting seat's phrases, then the office's, in the order in which they were kept. */
export const listPhrases = (context: ActContext): Promise<readonly PhraseRow[]> =>
  select(context).orderBy(sql`seat_id is null`).orderBy('ordinal').orderBy('id').execute()

const findPhrase = (context: ActContext, id: string): Promise<PhraseRow | undefined> =>
  select(context).where('id', '=', id).executeTakeFirst()

/** @throws platform.NotFound also for another seat's */
export async function getPhrase(context: ActContext, id: string): Promise<PhraseRow> {
  const phrase = await findPhrase(context, id)
  if (!phrase) throw platformErrors.NotFound()
  return phrase
}

function select({ tx, agency, actor }: ActContext) {
  return tx
    .selectFrom('phrases')
    .select(['id', 'text', 'seat_id', 'ordinal', 'request_hash'])
    .where('agency_id', '=', agency)
    .where(({ or, eb }) => or([eb('seat_id', 'is', null), eb('seat_id', '=', actor.seatId)]))
}

function answerAgain(phrase: PhraseRow, hash: Buffer): PhraseRow {
  refuseOtherContent(phrase, hash)
  return phrase
}
