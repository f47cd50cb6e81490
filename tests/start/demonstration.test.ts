import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { planDemonstration } from '#apps/server/demo/plan.ts'
import type { PlannedDocument } from '#apps/server/demo/types.ts'
import { embeddedAddresses } from '#apps/server/open-database.ts'
import { demonstrationSeed } from '#apps/server/prepare-installation.ts'
import { calendarDate } from '#lib/calendar-date/index.ts'
import { callerOf } from './open-office.ts'
import { startProgram } from './program.ts'

/** The first sixty in every run; the 540 of the background in the long one. */
const whole = process.env.XASO_LONG_TESTS === '1'

test(`the demonstration holds the ${whole ? 600 : 60} documents of its plan, each in the state that it should have, and no step was left out`, {
  timeout: 900_000,
}, async () => {
  const dataFolder = mkdtempSync(path.join(os.tmpdir(), 'xaso-demonstration-'))
  const program = await startProgram({ dataFolder, environment: { XASO_DEMO: whole ? '1' : 'small' } })
  onTestFinished(async () => {
    program.child.kill('SIGTERM')
    await program.ended
    rmSync(dataFolder, { recursive: true, force: true })
  })
  await program.healthy()
  await expect.poll(program.said, { timeout: 600_000 }).toContain('Ctrl-C')
  const client = new pg.Client(embeddedAddresses(dataFolder, path.join(dataFolder, 'pg')).owner)
  await client.connect()
  const rowsOf = async <Row extends pg.QueryResultRow>(statement: string) => (await client.query<Row>(statement)).rows
  const installation = async () =>
    (
      await rowsOf<{ value: { loaded: string; today: string } }>(`select value from installation where name = 'kind'`)
    )[0]!.value
  while ((await installation()).loaded !== (whole ? 'all' : 'first')) await sleep(500)

  const plan = planDemonstration({ seed: demonstrationSeed, today: calendarDate((await installation()).today) })
  const planned = plan.documents.filter(one => whole || one.batch === 'first')
  expect(planned).toHaveLength(whole ? 600 : 60)
  const incoming = await rowsOf<IncomingRow>(
    'select id, agency_id, sender_document_id, addressee_issuer_id, state from incoming_documents',
  )
  const outgoing = await rowsOf<{ id: string; state: string }>('select id, state from outgoing_documents')
  const past = await rowsOf<PastYear>(
    `select series_id, period, last_number, closed_by is not null as closed from series_periods
     where opened and period < (select min(period) from series_periods p where exists
       (select from series_numbers n where n.series_id = p.series_id and n.period = p.period))`,
  )
  await client.end()
  const pastPlanned = plan.series.flatMap(({ id, past }) =>
    past ? { series_id: id, period: past.period, last_number: past.lastNumber, closed: past.closed } : [],
  )
  // Years that are over: one may be looked at when it is closed, another is left to be closed.
  expect(new Set(past.map(one => one.closed))).toEqual(new Set([true, false]))
  expect(inOrder(past)).toEqual(inOrder(pastPlanned))
  const stands = { outgoing: new Map(outgoing.map(row => [row.id, row.state])), incoming: statesOf(incoming) }
  const wanted = planned.flatMap(wantedOf)
  const odd = wanted.filter(({ direction, key, state }) => stands[direction].get(key) !== state)
  expect(odd.map(one => ({ ...one, is: stands[one.direction].get(one.key) }))).toEqual([])
  expect(outgoing).toHaveLength(wanted.filter(one => one.direction === 'outgoing').length)

  const log = readFileSync(path.join(dataFolder, 'server.log'), 'utf8').split('\n').filter(Boolean)
  const complaints = log.filter(line => (JSON.parse(line) as { level: number }).level > 30)
  expect(complaints).toEqual([])
  const { login, password } = plan.accounts.find(account => account.role === 'clerk')!
  await callerOf(program.origin).signIn(login, password)
})

type PastYear = { series_id: string; period: string; last_number: number; closed: boolean }
const inOrder = (years: readonly PastYear[]): readonly PastYear[] =>
  years.toSorted((one, other) => one.series_id.localeCompare(other.series_id))

type IncomingRow = {
  id: string
  agency_id: string
  sender_document_id: string | null
  addressee_issuer_id: string | null
  state: string
}

/** What was sent inside is known by its sender's document and by whom it was addressed to; what came on paper by its own id. */
const receiptKey = (agencyId: string, documentId: string, issuerId: string | null) =>
  `${agencyId} ${documentId} ${issuerId}`

const statesOf = (rows: readonly IncomingRow[]): Map<string, string> =>
  new Map(
    rows.map(row => [
      row.sender_document_id ? receiptKey(row.agency_id, row.sender_document_id, row.addressee_issuer_id) : row.id,
      row.state,
    ]),
  )

type Wanted = { readonly direction: 'incoming' | 'outgoing'; readonly key: string; readonly state: string }

function wantedOf(document: PlannedDocument): Wanted[] {
  if (document.direction === 'incoming')
    return [{ direction: 'incoming', key: document.id, state: document.receipt.state }]
  return [
    { direction: 'outgoing', key: document.id, state: document.state },
    ...document.receipts.map(receipt => ({
      direction: 'incoming' as const,
      key: receiptKey(receipt.agencyId, document.id, receipt.addresseeIssuerId),
      state: receipt.state,
    })),
  ]
}
