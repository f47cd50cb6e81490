import fastify, { type FastifyInstance } from 'fastify'
import type pg from 'pg'

/**
 * The floors: a bare Fastify and pg, one transaction and only the core statement. They say what this machine could do at
 * best; change them only by review, or every ratio loses its meaning.
 */
export async function floorServer(pool: pg.Pool, tables: { list: { agencyId: string } }): Promise<FastifyInstance> {
  const server = fastify()
  await pool.query(`
    create table if not exists floor_counters (register integer primary key, last_number integer not null);
    create table if not exists floor_rows (register integer not null, number integer not null, subject text not null, at timestamptz not null default now(), primary key (register, number));`)
  await pool.query('insert into floor_counters select n, 0 from generate_series(1, 126) n on conflict do nothing')

  server.post<{ Body: { register: number; subject: string } }>('/floor/register', async request => {
    const client = await pool.connect()
    try {
      await client.query('BEGIN')
      const { rows } = await client.query({
        name: 'floor-register',
        text: `with taken as (update floor_counters set last_number = last_number + 1 where register = $1 returning last_number)
               insert into floor_rows (register, number, subject) select $1, last_number, $2 from taken returning number`,
        values: [request.body.register, request.body.subject],
      })
      await client.query('COMMIT')
      return rows[0]
    } finally {
      client.release()
    }
  })

  server.get('/floor/list', async () => {
    const client = await pool.connect()
    try {
      await client.query('BEGIN')
      const { rows } = await client.query({
        name: 'floor-list',
        text: `select id, state, subject, notation, issuer_name, arrived_at, due_on from incoming_documents
               where agency_id = $1 order by arrived_at desc, id desc limit 20`,
        values: [tables.list.agencyId],
      })
      await client.query('COMMIT')
      return { items: rows, next: null }
    } finally {
      client.release()
    }
  })
  return server
}
