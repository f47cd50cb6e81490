import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import pg from 'pg'
import { readConfiguration } from '#apps/server/config.ts'
import { migrateDatabase } from '#apps/server/migrate-database.ts'
import { type OpenDatabase, openDatabase } from '#apps/server/open-database.ts'
import { uuidV7 } from '#lib/identifiers/index.ts'
import { openFileStore, type Quarantined } from '#platform/files/store.ts'
import { hashPassword } from '#platform/sessions/passwords.ts'
import { samplePdf } from '#tests/office/sample-pdf.ts'

/**
 * The big data set: 126 offices, one of them with 200,000 documents of which one specialist sees 300, and a province's
 * office that sends to all of them.
 */
export const offices = 126
export const province = offices + 1
export const bigOfficeDocuments = 200_000
export const specialistSees = 300
export const password = 'xaso-do-toc-do-2026'

/** An id that is the same in every run: made from a name. */
export const idOf = (name: string): string => uuidV7(Date.UTC(2026, 0, 1), createHash('sha256').update(name).digest())
export const agencyOf = (at: number): string => idOf(`agency ${at}`)
export const clerkLogin = (at: number): string => `clerk.${at}`
export const specialistLogin = (at: number): string => `specialist.${at}`
/** What the clerk of an office has scanned: every registration of the bench ties the same upload to its document. */
export const scanOf = (at: number): string => idOf(`scan ${at}`)

const benchConfiguration = (root: string) =>
  readConfiguration({ XASO_DATA: path.join(root, 'data-bench'), XASO_DEMO: '0' }, root)

/** Builds the data set once; a second call finds it. */
export async function buildData(root: string, say: (line: string) => void): Promise<void> {
  const folder = path.join(root, 'data-bench')
  if (existsSync(path.join(folder, 'built'))) return
  mkdirSync(folder, { recursive: true })
  const database = await openDatabase(benchConfiguration(root), say)
  try {
    await migrateDatabase(database, say)
    const store = openFileStore(folder)
    const scan = await store.receive(Readable.from([await samplePdf()]))
    await store.keep(scan)
    await fill(database, scan, say)
    writeFileSync(path.join(folder, 'built'), new Date().toISOString())
  } finally {
    await database.stop()
  }
}

async function fill(database: OpenDatabase, scan: Quarantined, say: (line: string) => void): Promise<void> {
  const { describedAs: _describedAs, ...connection } = database.owner!
  const client = new pg.Client(connection)
  await client.connect()
  try {
    await client.query('begin')
    const hash = await hashPassword(password)
    await client.query('insert into stored_files (hash, size, media_type) values ($1, $2, $3)', [
      scan.hash,
      scan.size,
      'application/pdf',
    ])
    for (let at = 1; at <= province; at++) await insertOffice(client, at, hash, scan)
    say(`${province} offices`)
    await insertDocuments(client)
    say(`${bigOfficeDocuments} documents in one office`)
    await client.query(`insert into calendar_years values (2026, 'bench') on conflict do nothing`)
    await client.query(`insert into installation values ('kind', '{"kind":"real"}') on conflict do nothing`)
    await client.query('commit')
    await client.query('vacuum analyze')
  } finally {
    await client.end()
  }
}

async function insertOffice(client: pg.Client, at: number, hash: string, scan: Quarantined): Promise<void> {
  const agency = agencyOf(at)
  const name = `Ủy ban nhân dân xã Thử ${at}`
  const insert = (table: string, row: Record<string, unknown>) => {
    const columns = Object.keys(row)
    const places = columns.map((_, index) => `$${index + 1}`).join(', ')
    return client.query(`insert into ${table} (${columns.join(', ')}) values (${places})`, Object.values(row))
  }
  await insert('agencies', {
    id: agency,
    parent_id: null,
    path: agency,
    level: 'commune',
    name,
    short_name: name,
    place_name: `Thử ${at}`,
    opened_on: '2025-07-01',
  })
  const issuer = idOf(`issuer ${at}`)
  await insert('issuers', {
    id: issuer,
    agency_id: agency,
    kind: 'people-committee',
    inside: true,
    ordinal: 1,
    opened_on: '2025-07-01',
  })
  await insert('issuer_names', {
    issuer_id: issuer,
    valid_from: '2025-07-01',
    name,
    short_name: name,
    abbreviation: 'UBND',
    letterhead: '[]',
    place_name: `Thử ${at}`,
    folded: ` uy ban nhan dan xa thu ${at} `,
  })
  await insert('issuer_identifiers', {
    code: `Z99.XASO.B${at}`,
    valid_from: '2025-07-01',
    issuer_id: issuer,
    scheme: 'qd20',
    test_range: true,
  })
  const unit = idOf(`unit ${at}`)
  const empty = Buffer.alloc(0)
  await insert('units', {
    agency_id: agency,
    id: unit,
    name: 'Văn phòng',
    abbreviation: 'VP',
    kind: 'office',
    ordinal: 1,
    valid_from: '2025-07-01',
    folded: ' van phong ',
    request_hash: empty,
  })
  const people = [
    ['clerk', clerkLogin(at), 'Văn thư', 'staff'],
    ['leader', `leader.${at}`, 'CHỦ TỊCH', 'head'],
    ['specialist', specialistLogin(at), 'Chuyên viên', 'staff'],
  ] as const
  for (const [role, login, title, standing] of people) {
    const person = idOf(`${role} ${at}`)
    const seat = idOf(`seat ${role} ${at}`)
    await insert('people', { id: person, full_name: `Người ${role} ${at}`, home_agency_id: agency })
    await insert('logins', { login, person_id: person, password_hash: hash, must_change_password: false })
    await insert('seats', {
      agency_id: agency,
      id: seat,
      person_id: person,
      full_name: `Người ${role} ${at}`,
      unit_id: unit,
      issuer_id: issuer,
      role,
      standing,
      title,
      valid_from: '2025-07-01',
      request_hash: empty,
      folded: ` nguoi ${role} ${at} `,
    })
    await insert('person_seats', {
      person_id: person,
      seat_id: seat,
      agency_id: agency,
      valid_from: '2025-07-01',
      given_at: '2025-07-01',
    })
  }
  await insert('uploads', {
    agency_id: agency,
    id: scanOf(at),
    seat_id: idOf(`seat clerk ${at}`),
    hash: scan.hash,
    name: 'van-ban.pdf',
    media_type: 'application/pdf',
    size: scan.size,
    pages: 1,
    body_text: 'Đề nghị thông báo đến các hộ dùng điện trên địa bàn.',
    // Never old enough to be swept: a data set is kept for long.
    created_at: '2100-01-01',
  })
  for (const direction of ['incoming', 'outgoing']) {
    const series = idOf(`series ${direction} ${at}`)
    await insert('series', {
      agency_id: agency,
      id: series,
      issuer_id: issuer,
      direction,
      name: `Dãy ${direction}`,
      period_kind: 'year',
      notation_template: '{number}/{type}-{issuer}|{number}/{issuer}-{unit}',
      basis: 'bench',
      valid_from: '2025-07-01',
    })
    await insert('series_periods', {
      agency_id: agency,
      series_id: series,
      period: '2026',
      last_number: 0,
      last_date: '2026-01-01',
      opened: true,
    })
    const register = idOf(`register ${direction} ${at}`)
    await insert('registers', {
      agency_id: agency,
      id: register,
      direction,
      code: '1',
      name: `Sổ ${direction}`,
      series_id: series,
      is_default: true,
      basis: 'bench',
      valid_from: '2025-07-01',
    })
    if (direction === 'incoming')
      await insert('register_routes', { agency_id: agency, register_id: register, ordinal: 1, route: 'leader' })
  }
}

/** The documents of the first office, as if registered over ten months, with readers and an index of their words. */
async function insertDocuments(client: pg.Client): Promise<void> {
  const agency = agencyOf(1)
  const numbers = [
    agency,
    idOf('series incoming 1'),
    idOf('register incoming 1'),
    idOf('issuer 1'),
    bigOfficeDocuments,
    idOf('seat leader 1'),
  ]
  await client.query(
    `insert into incoming_documents (agency_id, id, request_hash, state, addressee_issuer_id, carrier, register_id, series_id, period,
       arrival_number, arrived_on, arrived_at, registered_at, type_code, number, notation, folded_notation, issued_on, issuer_id,
       issuer_name, subject, pages, urgency, due_on, holder_seat_id, holder_name)
     select $1, ('019b' || lpad(to_hex(n), 4, '0') || '-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, '\\x00',
       case when n % 50 = 0 then 'awaiting-direction' when n % 40 = 0 then 'in-progress' else 'finished' end, $4, 'paper', $3, $2, '2026', n,
       (timestamptz '2026-01-02' + n * interval '130 seconds')::date, timestamptz '2026-01-02' + n * interval '130 seconds',
       timestamptz '2026-01-02' + n * interval '130 seconds', 'cong-van', n::text, n || '/UBND-VX', n || '/ubnd-vx', date '2026-01-01', $4,
       'Ủy ban nhân dân tỉnh', 'Về việc rà soát hồ sơ đất đai đợt ' || n % 977, 2, 0, date '2026-12-01', $6, 'Chủ tịch'
     from generate_series(1, $5::int) n`,
    numbers,
  )
  await client.query(
    `insert into series_numbers (agency_id, series_id, period, number, state, dated_on, subject_type, subject_id, at)
     select agency_id, series_id, period, arrival_number, 'given', arrived_on, 'incoming', id, arrived_at from incoming_documents where agency_id = $1`,
    [agency],
  )
  await client.query(
    `update series_periods set last_number = $3, last_date = '2026-11-01' where agency_id = $1 and series_id = $2`,
    [agency, numbers[1], bigOfficeDocuments],
  )
  await client.query(
    `insert into document_readers (agency_id, reader, document_id, direction, sort_at, why)
     select agency_id, 'seat:' || $2::text, id, 'incoming', arrived_at, 'assigned' from incoming_documents
     where agency_id = $1 and arrival_number % ($3::int / $4::int) = 0 limit $4::int`,
    [agency, idOf('seat specialist 1'), bigOfficeDocuments, specialistSees],
  )
  await client.query(
    `insert into document_search (agency_id, document_id, direction, sort_at, lexemes)
     select agency_id, id, 'incoming', arrived_at,
       array_to_tsvector(array['ve','viec','ra','soat','ho','so','dat','dai','dot', (arrival_number % 977)::text, notation::text, folded_notation])
     from incoming_documents where agency_id = $1`,
    [agency],
  )
}
