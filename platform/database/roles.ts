import type pg from 'pg'
import { databaseName, ownerRole, serverRole } from './connections.ts'

/**
 * Makes the two roles and the database of an embedded PostgreSQL: the owner migrates and owns the search views; the
 * server's role owns nothing, may not step around row-level security and becomes nobody else.
 */
export async function ensureRoles(superuser: pg.Client, secrets: { owner: string; server: string }): Promise<void> {
  await ensureRole(superuser, ownerRole, secrets.owner)
  await ensureRole(superuser, serverRole, secrets.server)
  const { rowCount } = await superuser.query('select from pg_database where datname = $1', [databaseName])
  if (rowCount === 0) await superuser.query(`create database ${databaseName} owner ${ownerRole}`)
}

async function ensureRole(superuser: pg.Client, role: string, secret: string): Promise<void> {
  const { rowCount } = await superuser.query('select from pg_roles where rolname = $1', [role])
  const verb = rowCount === 0 ? 'create' : 'alter'
  await superuser.query(
    `${verb} role ${role} login nosuperuser nobypassrls nocreatedb nocreaterole password ${superuser.escapeLiteral(secret)}`,
  )
}
