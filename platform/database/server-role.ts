import pg from 'pg'
import type { DatabaseAddress } from './connections.ts'
import { openPool } from './connections.ts'
import { StartError } from './start-error.ts'

/**
 * Makes the role that a DATABASE_URL names when the owner may; else says the SQL for whoever may.
 *
 * @throws StartError with that SQL
 */
export async function ensureServerRole(
  owner: DatabaseAddress,
  server: { role: string; password: string },
): Promise<void> {
  const pool = openPool(owner, { max: 1, name: 'xaso-roles', unlimited: true })
  try {
    const { rowCount } = await pool.query('select from pg_roles where rolname = $1', [server.role])
    if (rowCount !== 0) return
    const create = `create role ${pg.escapeIdentifier(server.role)} login nosuperuser nobypassrls password `
    await pool.query(create + pg.escapeLiteral(server.password)).catch(() => {
      throw new StartError(
        `Tài khoản chủ không được tạo tài khoản “${server.role}”. Nhờ quản trị cơ sở dữ liệu chạy: ${create}'…'; rồi chạy lại.`,
      )
    })
  } finally {
    await pool.end()
  }
}

type Powers = { role: string; bypasses: boolean; becomes: boolean; owns: boolean }

/**
 * Row-level security is the second wall between agencies: it stands only while the server's role is not above it.
 *
 * @throws StartError when the role is a superuser, bypasses it, owns tables, or may become another role
 */
export async function requireBoundRole(server: DatabaseAddress): Promise<void> {
  const pool = openPool(server, { max: 1, name: 'xaso-check' })
  try {
    const { rows } = await pool.query<Powers>(`
      select rolname as role, rolsuper or rolbypassrls or rolcreaterole as bypasses,
        exists (select from pg_auth_members where member = r.oid) as becomes,
        exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where c.relowner = r.oid and n.nspname = 'public') as owns
      from pg_roles r where rolname = current_user`)
    const { role, bypasses, becomes, owns } = rows[0]!
    if (bypasses || becomes || owns)
      throw new StartError(
        `Tài khoản “${role}” trong DATABASE_URL có quyền vượt qua vách ngăn giữa các cơ quan. Dùng một tài khoản thường, không sở hữu bảng nào, và đặt tài khoản chủ vào DATABASE_OWNER_URL.`,
      )
  } finally {
    await pool.end()
  }
}
