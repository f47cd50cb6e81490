import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { uuidV7 } from '#lib/identifiers/index.ts'
import { agencyOf, clerkLogin, idOf, offices, province } from '../data.ts'
import { atMost, type Figure } from '../figure.ts'
import { load, send } from '../load.ts'
import type { Stage } from '../main.ts'
import { signIn } from '../session.ts'
import { registrations } from './register.ts'

const idle = 20
const underLoad = 5
const mostSeconds = 60

/** Dispatch of a numbered document to 126 recipients inside: the answer, and the time until all have it in their inbox. */
export async function dispatch({ origin, pool, seconds }: Stage): Promise<Figure[]> {
  const documents = await numberedDocuments(pool, idle + underLoad)
  const headers = await signIn(origin, clerkLogin(province))
  const one = async (id: string): Promise<{ answered: number; arrived: number }> => {
    const started = performance.now()
    const path = `/api/v1/documents/outgoing/${id}/dispatch`
    const status = await send(origin, undefined, { method: 'POST', path, headers, body: '{}' })
    if (status !== 200) throw new Error(`dispatch answered ${status}`)
    const answered = performance.now() - started
    await arrivedEverywhere(pool, id)
    return { answered, arrived: (performance.now() - started) / 1000 }
  }

  const calm: { answered: number; arrived: number }[] = []
  for (const id of documents.slice(0, idle)) calm.push(await one(id))

  const request = await registrations(origin)
  let turn = 0
  const busy: { arrived: number }[] = []
  const loaded = load({
    ...{ origin, connections: 16, seconds: Math.max(seconds, 10) },
    next: () => request((turn++ % offices) + 1),
  })
  await sleep(1_500)
  for (const id of documents.slice(idle)) busy.push(await one(id))
  const { failures } = await loaded
  if (failures > 0) throw new Error(`${failures} registrations failed`)

  const answers = calm.map(measured => measured.answered).sort((left, right) => left - right)
  return [
    atMost('dispatch to 126 inside, p95', answers[Math.floor(answers.length * 0.95) - 1]!, 'ms', 100),
    atMost('dispatch to 126 inside, in all inboxes, idle, slowest', slowest(calm), 's', 2),
    atMost('dispatch to 126 inside, in all inboxes, under the register load, slowest', slowest(busy), 's', 10),
  ]
}

const slowest = (measured: readonly { arrived: number }[]): number => Math.max(...measured.map(one => one.arrived))

async function arrivedEverywhere(pool: pg.Pool, documentId: string): Promise<void> {
  for (const until = performance.now() + mostSeconds * 1000; performance.now() < until; await sleep(20)) {
    const { rows } = await pool.query<{ count: number }>(
      `select count(*)::int as count from inbox
       where document_id = $1 and kind = 'exchange.document' and applied_at is not null`,
      [documentId],
    )
    if (rows[0]!.count === offices) return
  }
  throw new Error(`a document was not in all inboxes after ${mostSeconds} s`)
}

/** Documents of the province that are numbered and wait for their dispatch, each with its PDF and 126 recipients. */
async function numberedDocuments(pool: pg.Pool, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => uuidV7(Date.now(), randomBytes(10)))
  const agency = agencyOf(province)
  const own = (what: string) => idOf(`${what} ${province}`)
  const all = Array.from({ length: offices }, (_, at) => at + 1)
  await pool.query(
    `with last as (select coalesce(max(number), 0) as number from outgoing_documents where agency_id = $1),
       made as (select id, ordinality::int + last.number as number, gen_random_uuid() as file from last, unnest($2::uuid[]) with ordinality as t(id)),
       documents as (
         insert into outgoing_documents (agency_id, id, request_hash, state, issuer_id, type_code, subject, drafting_unit_id, drafter_seat_id,
           source, pages, signer_seat_id, capacity, signing_lines, signer_title, signer_name, approved_at, series_id, period, number, notation,
           issued_on, numbered_at, numbered_file_id, holder_seat_id, created_at, changed_at)
         select $1, id, '\\x00', 'numbered', $3, 'cong-van', 'Tăng cường phòng, chống thiên tai', $4, $5, 'upload', 1, $6, 'none', '["CHỦ TỊCH"]',
           'CHỦ TỊCH', 'Người leader', now(), $7, '2026', number, number || '/UBND-VP', '2026-11-20', now(), file, $5, now(), now() from made),
       versions as (insert into outgoing_versions (agency_id, document_id, version, author_seat_id, at, main_file_id, body_text)
         select $1, id, 1, $5, now(), file, 'Tăng cường phòng, chống thiên tai' from made),
       files as (insert into document_files (agency_id, id, document_id, direction, role, ordinal, title, name, hash, media_type, size, pages, body_text, added_at)
         select $1, made.file, made.id, 'outgoing', 'main', 1, 'Công văn', 'cong-van.pdf', u.hash, u.media_type, u.size, 1, u.body_text, now()
         from made, uploads u where u.agency_id = $1)
     insert into outgoing_recipients (agency_id, id, document_id, ordinal, kind, carrier, purpose, issuer_id, receiver_agency_id, name)
     select $1, gen_random_uuid(), made.id, r.ordinal, 'agency', 'system', 'act', r.issuer, r.agency, 'Ủy ban nhân dân xã Thử ' || r.ordinal
     from made, unnest($8::uuid[], $9::uuid[]) with ordinality as r(issuer, agency, ordinal)`,
    [
      ...[agency, ids, own('issuer'), own('unit'), own('seat clerk'), own('seat leader'), own('series outgoing')],
      ...[all.map(at => idOf(`issuer ${at}`)), all.map(agencyOf)],
    ],
  )
  return ids
}
