import { createHash } from 'node:crypto'
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import type pg from 'pg'
import { isUuid } from '#lib/identifiers/index.ts'
import type { Database } from './schema.ts'
import { valueTypes } from './value-types.ts'

/** The query builder bound to one open transaction of one agency. */
export type Transaction = Kysely<Database>

/**
 * The one place that owns BEGIN … COMMIT on tenant tables: everything `work` does is one transaction in one agency, and
 * row-level security shows nothing of any other.
 *
 * `now` is the transaction's time as the database gives it, to the millisecond. Statements that do not need each other's
 * answer are asked for together (`Promise.all`): they go out in their order without waiting, in one round trip.
 *
 * @throws whatever `work` throws, after ROLLBACK
 * @example await inAgency(pool, agencyId, (tx, now) => tx.selectFrom('units').selectAll().where('agency_id', '=', agencyId).execute())
 */
export async function inAgency<Result>(
  pool: pg.Pool,
  agencyId: string,
  work: (tx: Transaction, now: Date) => Promise<Result>,
  mode: 'read write' | 'read only' = 'read write',
): Promise<Result> {
  // SET LOCAL takes no parameters, and a literal is what Citus hands on to its shards: so the id must be one.
  if (!isUuid(agencyId)) throw new Error('an agency id must be a lower-case UUID')
  return between(pool, `BEGIN ${mode}; SET LOCAL app.agency_id = '${agencyId}'`, work)
}

/** One transaction on tables that belong to no agency; row-level security shows nothing of any. */
export const inNoAgency = <Result>(
  pool: pg.Pool,
  work: (tx: Transaction, now: Date) => Promise<Result>,
): Promise<Result> => between(pool, `BEGIN; SET LOCAL app.agency_id = ''`, work)

async function between<Result>(
  pool: pg.Pool,
  opening: string,
  work: (tx: Transaction, now: Date) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect()
  const connection = new ClientConnection(client)
  let broken: Error | undefined
  try {
    const opened = (await client.query({
      text: `${opening}; SELECT now() AS now`,
      types: valueTypes,
    })) as unknown as pg.QueryResult<{ now: Date }>[]
    const result = await work(queriesThrough(connection), opened[2]!.rows[0]!.now)
    connection.end()
    await client.query('COMMIT')
    return result
  } catch (error) {
    connection.end()
    await client.query('ROLLBACK').catch((failed: Error) => {
      broken = failed
    })
    throw error
  } finally {
    client.release(broken)
  }
}

/** The query builder on tables that belong to no agency (logins, sessions, the agencies themselves): no transaction. */
export function withoutAgency(pool: pg.Pool): Transaction {
  return kyselyOn({
    acquireConnection: async () => new PooledConnection(pool),
    releaseConnection: async () => {},
  })
}

/** The query builder on a client that is in a transaction already. */
export function queriesOn(client: pg.ClientBase): Transaction {
  return queriesThrough(new ClientConnection(client))
}

const queriesThrough = (connection: DatabaseConnection): Transaction =>
  kyselyOn({ acquireConnection: async () => connection, releaseConnection: async () => {} })

const adapter = new PostgresAdapter()
const compiler = new PostgresQueryCompiler()

function kyselyOn(connections: Pick<Driver, 'acquireConnection' | 'releaseConnection'>): Transaction {
  const refuse = () => Promise.reject(new Error('transactions are opened by inAgency alone'))
  const driver: Driver = {
    ...connections,
    init: async () => {},
    destroy: async () => {},
    beginTransaction: refuse,
    commitTransaction: refuse,
    rollbackTransaction: refuse,
  }
  return new Kysely<Database>({
    dialect: {
      createAdapter: () => adapter,
      createDriver: () => driver,
      createIntrospector: database => new PostgresIntrospector(database),
      createQueryCompiler: () => compiler,
    },
  })
}

/** A client as `pg` has it; its types leave out the connection, a pool has none. */
type Client = Pick<pg.ClientBase, 'query'> & { readonly connection?: pg.Connection }

class ClientConnection implements DatabaseConnection {
  readonly #client: Client
  #ended = false
  constructor(client: Client) {
    this.#client = client
  }
  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    if (this.#ended) throw new Error('a statement came after the end of its transaction')
    const name = statementName(query.sql)
    this.#gatherWrites()
    const result = await this.#client.query({
      ...(name ? { name } : {}),
      text: query.sql,
      values: query.parameters as unknown[],
      types: valueTypes,
    })
    return { rows: result.rows as Row[], numAffectedRows: BigInt(result.rowCount ?? 0) }
  }
  /** What is asked for side by side leaves in one write: each write wakes PostgreSQL and costs more than its bytes. */
  #gatherWrites(): void {
    const stream = this.#client.connection?.stream
    if (!stream || stream.writableCorked > 0) return
    stream.cork()
    process.nextTick(() => stream.uncork())
  }
  /** Of statements sent side by side one may fail while another goes on: it must not reach whoever has the client next. */
  end(): void {
    this.#ended = true
  }
  // biome-ignore lint/correctness/useYield: no act streams rows; exports have their own cursor
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('rows are not streamed inside an act')
  }
}

class PooledConnection extends ClientConnection {
  constructor(pool: pg.Pool) {
    super({ query: pool.query.bind(pool) as pg.ClientBase['query'] })
  }
}

/**
 * Named statements are parsed and planned once a connection. Texts that vary without end (lists of placeholders) would
 * fill the server's memory, so only the first few hundred get a name.
 */
const statementNames = new Map<string, string>()
function statementName(text: string): string | undefined {
  const known = statementNames.get(text)
  if (known) return known
  if (statementNames.size >= 500) return undefined
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 22)
  statementNames.set(text, name)
  return name
}
