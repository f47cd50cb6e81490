import { readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { schemaTypes } from '#platform/database/schema-types.ts'
import { testDatabase } from '#tests/database/test-database.ts'
import { migrationFiles, tableOwners } from './migrations.ts'
import { root } from './source.ts'

let owner: Awaited<ReturnType<typeof testDatabase>>['owner']
let server: Awaited<ReturnType<typeof testDatabase>>['server']
beforeAll(async () => {
  ;({ owner, server } = await testDatabase())
})

const rows = async (sql: string): Promise<string[]> =>
  (await owner.query<{ breach: string }>(sql)).rows.map(row => row.breach)
const plainTables = `
  select c.oid, c.relname, k.class, c.relrowsecurity, c.relkind, c.relpersistence
  from pg_class c join pg_namespace n on n.oid = c.relnamespace left join table_classes k on k.name = c.relname
  where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname not in ('table_classes', 'schema_migrations')`

describe('a migration', () => {
  const created = migrationFiles().flatMap(({ file, text }) =>
    [...text.matchAll(/create (?:unlogged )?table (?:if not exists )?(\w+) \(([\s\S]*?)\n\)/g)].map(made => ({
      ...{
        name: `${file} ${made[1]}`,
        table: made[1]!,
        columns: made[2]!,
        after: text.slice(made.index + made[0].length),
      },
    })),
  )

  // Forward only: what has run is not written anew. Each ties a reference table to one that was distributed before it, or
  // to itself.
  const older = ['agencies', 'issuers', 'issuer_names', 'issuer_identifiers'].map(name => `0020-agencies.sql ${name}`)

  test('creates a table without foreign keys (R3)', () => {
    expect(created.length).toBeGreaterThan(50)
    const tied = created.filter(({ columns }) => /\b(references|foreign key)\b/.test(columns)).map(one => one.name)
    expect(tied).toEqual(older)
  })

  test('distributes it before it ties it to others (R3)', () => {
    const breaches = created.filter(({ table, after }) => {
      const distributed = after.search(new RegExp(`select dist_(tenant|ref|keyed)\\('${table}'`))
      const tied = after.search(new RegExp(`alter table ${table}\\b[^;]*\\b(references|foreign key)\\b`))
      return table !== 'table_classes' && (distributed < 0 || (tied >= 0 && tied < distributed))
    })
    expect(breaches.map(one => one.name)).toEqual([])
  })
})

describe('the schema after all migrations', () => {
  test('gives every table a class (R1)', async () => {
    expect(await rows(`select relname as breach from (${plainTables}) t where class is null`)).toEqual([])
  })

  test('puts agency_id first in every primary key and unique constraint of a tenant table (R2)', async () => {
    expect(
      await rows(`
        select t.relname || '.' || i.relname as breach from (${plainTables}) t
          join pg_index x on x.indrelid = t.oid and x.indisunique join pg_class i on i.oid = x.indexrelid
          left join pg_attribute a on a.attrelid = t.oid and a.attnum = x.indkey[0]
        where t.class = 'tenant' and a.attname is distinct from 'agency_id'`),
    ).toEqual([])
  })

  test('says of every row of a tenant table whose it is, in an exclusion constraint first, too (R2)', async () => {
    expect(
      await rows(`
        select t.relname as breach from (${plainTables}) t
          left join pg_attribute a on a.attrelid = t.oid and a.attname = 'agency_id'
        where t.class = 'tenant' and (a.atttypid is distinct from 'uuid'::regtype or not a.attnotnull)
        union all
        select t.relname || '.' || c.conname from (${plainTables}) t
          join pg_constraint c on c.conrelid = t.oid and c.contype = 'x'
          join pg_attribute a on a.attrelid = t.oid and a.attnum = c.conkey[1]
        where t.class = 'tenant' and a.attname <> 'agency_id'`),
    ).toEqual([])
  })

  test('makes no id itself: a column of ids has no default (R2)', async () => {
    expect(
      await rows(`
        select t.relname || '.' || a.attname as breach from (${plainTables}) t
          join pg_attribute a on a.attrelid = t.oid and a.atttypid = 'uuid'::regtype
          join pg_attrdef d on d.adrelid = t.oid and d.adnum = a.attnum`),
    ).toEqual([])
  })

  test('has no sequence or identity for an id (R2)', async () => {
    expect(
      await rows(
        `select c.relname as breach from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind = 'S'`,
      ),
    ).toEqual([])
  })

  test('links tenant tables only within the agency or to reference tables, and never sets null (R4)', async () => {
    expect(
      await rows(`
        select t.relname || ' → ' || c.confrelid::regclass as breach from (${plainTables}) t
          join pg_constraint c on c.conrelid = t.oid and c.contype = 'f'
          join table_classes k on k.name = c.confrelid::regclass::text
          join pg_attribute a on a.attrelid = t.oid and a.attnum = c.conkey[1]
          join pg_attribute b on b.attrelid = c.confrelid and b.attnum = c.confkey[1]
        where t.class = 'tenant'
          and (c.confdeltype = 'n' or not (k.class = 'reference' or (a.attname = 'agency_id' and b.attname = 'agency_id')))`),
    ).toEqual([])
  })

  test('ties no table to one of another owner: what passes between modules is no foreign key', async () => {
    const { rows: links } = await owner.query<{ from: string; to: string }>(
      `select conrelid::regclass::text as "from", confrelid::regclass::text as "to" from pg_constraint where contype = 'f'`,
    )
    expect(links.length).toBeGreaterThan(10)
    const owners = tableOwners()
    const breaches = links.filter(({ from, to }) => owners.get(from) !== owners.get(to))
    expect(breaches.map(({ from, to }) => `${from} → ${to}`)).toEqual([])
  })

  test('has no trigger and no rule (R5)', async () => {
    expect(
      await rows(`select tgname as breach from pg_trigger where not tgisinternal
      union all select r.rulename from pg_rewrite r join pg_class c on c.oid = r.ev_class join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and r.rulename <> '_RETURN'`),
    ).toEqual([])
  })

  test('keeps every tenant table behind the one policy, enabled and not forced (R10)', async () => {
    const policy = `(agency_id = (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid)`
    expect(
      await rows(`
        select t.relname as breach from (${plainTables}) t join pg_class c on c.oid = t.oid
          left join pg_policies p on p.schemaname = 'public' and p.tablename = t.relname
        where t.class = 'tenant' and (not t.relrowsecurity or c.relforcerowsecurity or p.qual is distinct from $$${policy}$$ or p.cmd <> 'ALL')`),
    ).toEqual([])
    expect(
      await rows(`select t.relname as breach from (${plainTables}) t where t.class <> 'tenant' and t.relrowsecurity`),
    ).toEqual([])
  })

  test('gives the server’s role no table, no bypass and no other role (R10)', async () => {
    const { rows: facts } = await server.query<{ role: string; owns: string; bypass: boolean; member: string }>(`
      select current_user as role, rolbypassrls or rolsuper as bypass,
        (select count(*)::text from pg_class where relowner = r.oid) as owns,
        (select count(*)::text from pg_auth_members where member = r.oid) as member
      from pg_roles r where rolname = current_user`)
    expect(facts[0]).toMatchObject({ bypass: false, owns: '0', member: '0' })
  })

  test('lets the server neither change nor remove what is append-only', async () => {
    const tables = await rows(`select name as breach from table_classes where append_only`)
    expect(tables.length).toBeGreaterThan(1)
    for (const table of tables) {
      await expect(server.query(`delete from ${table}`)).rejects.toThrow(/permission denied/)
      await expect(server.query(`update ${table} set agency_id = agency_id`)).rejects.toThrow(/permission denied/)
    }
  })

  test('has a primary key on every table, none unlogged or inherited (R12)', async () => {
    expect(
      await rows(`
        select t.relname as breach from (${plainTables}) t
        where not exists (select from pg_constraint c where c.conrelid = t.oid and c.contype = 'p')
          or t.relpersistence <> 'p' or exists (select from pg_inherits h where h.inhrelid = t.oid)`),
    ).toEqual([])
  })

  test('indexes no enum or numeric column of a tenant table: under row-level security no index serves them (R14)', async () => {
    expect(
      await rows(`
        select t.relname || '.' || a.attname as breach from (${plainTables}) t join pg_index x on x.indrelid = t.oid
          join pg_attribute a on a.attrelid = t.oid and a.attnum = any(x.indkey::int2[]) join pg_type y on y.oid = a.atttypid
        where t.class = 'tenant' and (y.typtype = 'e' or y.typname = 'numeric')`),
    ).toEqual([])
  })

  test('shows through the owner’s views only the agency of the transaction (R14)', async () => {
    const predicate = `current_setting('app.agency_id'::text, true)`
    const { rows: views } = await owner.query<{ viewname: string; definition: string }>(
      `select v.viewname, v.definition from pg_views v where v.schemaname = 'public' and v.viewname not like 'pg_%'`,
    )
    expect(views.length).toBeGreaterThan(0)
    expect(views.filter(view => !view.definition.includes(predicate)).map(view => view.viewname)).toEqual([])
  })

  test('is what the generated types say', async () => {
    const written = readFileSync(path.join(root, 'platform/database/schema.ts'), 'utf8')
    const words = (text: string) => text.replace(/\s+/g, ' ')
    expect(words(await schemaTypes(owner))).toBe(words(written))
  })
})
