import pg from 'pg'
import { StartError } from './start-error.ts'

/** Where a database is and as whom to speak to it. */
export type DatabaseAddress = pg.ClientConfig & { readonly describedAs: string }

export const ownerRole = 'xaso_owner'
export const serverRole = 'xaso_server'
export const databaseName = 'xaso'

/**
 * The address in a URL such as `postgres://user:password@host/database`, or, through a socket,
 * `postgres://user:password@/database?host=/var/run/postgresql`.
 *
 * @throws StartError for anything else
 */
export function addressOf(url: string, variable: string): DatabaseAddress {
  const read = /^postgres(ql)?:\/\/[^/]/.test(url) ? readUrl(url) : undefined
  if (!read?.user || !read.database)
    throw new StartError(
      `${variable} không phải địa chỉ cơ sở dữ liệu: viết dạng postgres://tài_khoản:mật_khẩu@máy_chủ/tên.`,
    )
  const { host, port, user, password, database } = read
  return {
    connectionString: url,
    host,
    port,
    user,
    ...(password ? { password } : {}),
    database,
    describedAs: `${host}:${port}/${database}`,
  }
}

function readUrl(url: string): pg.Client | undefined {
  try {
    return new pg.Client(url)
  } catch {
    return undefined
  }
}

/**
 * Opens a pool. A lost connection is no crash: the request that used it fails, the next one gets another.
 * Limits hold for the server's own work; migrations and exports set their own.
 */
export function openPool(
  address: DatabaseAddress,
  options: { max: number; name: string; unlimited?: boolean },
): pg.Pool {
  const { describedAs: _describedAs, ...connection } = address
  const limits = options.unlimited
    ? {}
    : { statement_timeout: 10_000, lock_timeout: 2_000, idle_in_transaction_session_timeout: 5_000 }
  const pool = new pg.Pool({
    ...connection,
    ...limits,
    // Statements that are asked for together go out together; each still ends by itself, in their order.
    pipeline: true,
    max: options.max,
    application_name: options.name,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    allowExitOnIdle: true,
  })
  // Without these listeners an error on an idle connection would end the process.
  pool.on('error', () => {})
  pool.on('connect', client => {
    client.on('error', () => {})
  })
  return pool
}

const oldestVersion = 160_000

/** Refuses a server that cannot be reached or is too old, in one sentence. @throws StartError */
export async function requireServer(address: DatabaseAddress): Promise<void> {
  const { describedAs } = address
  const pool = openPool(address, { max: 1, name: 'xaso-check' })
  try {
    const { rows } = await pool.query<{ number: number; name: string }>(
      `select current_setting('server_version_num')::int as number, current_setting('server_version') as name`,
    )
    const { number, name } = rows[0]!
    if (number < oldestVersion)
      throw new StartError(`Cơ sở dữ liệu ${describedAs} là PostgreSQL ${name}; cần bản 16 trở lên.`)
  } catch (error) {
    if (error instanceof StartError) throw error
    throw new StartError(
      `Không nối được cơ sở dữ liệu ${describedAs} (${(error as Error).message}). Kiểm tra địa chỉ, tài khoản và mạng.`,
    )
  } finally {
    await pool.end()
  }
}
