import type pg from 'pg'

type Column = { table: string; column: string; type: string; nullable: boolean; hasDefault: boolean; isView: boolean }

/**
 * The TypeScript of `schema.ts`: what Kysely knows of the tables, read from the catalog after all migrations, so that
 * code and schema cannot drift apart unseen (a test compares).
 */
export async function schemaTypes(client: Pick<pg.ClientBase, 'query'>): Promise<string> {
  const { rows } = await client.query<Column>(`
    select c.relname as table, a.attname as column, t.typname as type, not a.attnotnull as nullable,
      a.atthasdef or a.attidentity <> '' as "hasDefault", c.relkind = 'v' as "isView"
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
      join pg_type t on t.oid = a.atttypid
    where n.nspname = 'public' and c.relkind in ('r', 'p', 'v') and a.attnum > 0 and not a.attisdropped
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    order by c.relname, a.attnum`)
  const tables = Map.groupBy(rows, row => row.table)
  const blocks = [...tables].map(([table, columns]) => `  ${table}: {\n${columns.map(columnLine).join('\n')}\n  }`)
  return `${header}\nexport interface Database {\n${blocks.join('\n')}\n}\n`
}

const header = `// Generated from the migrations by \`npm run -s xaso -- migrate --types\`; do not edit.
import type { ColumnType, Generated } from 'kysely'

/** JSON goes in as text and comes out parsed. */
type Json = ColumnType<unknown, string, string>
type JsonWithDefault = ColumnType<unknown, string | undefined, string>
type NullableJson = ColumnType<unknown, string | null | undefined, string | null>
`

function columnLine({ column, type, nullable, hasDefault, isView }: Column): string {
  const plain = scriptTypes[type]
  if (!plain) throw new Error(`no TypeScript type for ${type} (${column})`)
  if (isView) return `    ${column}: ${plain} | null`
  if (plain === 'Json') return `    ${column}: ${nullable ? 'NullableJson' : hasDefault ? 'JsonWithDefault' : 'Json'}`
  const written = nullable ? `${plain} | null` : plain
  return `    ${column}: ${hasDefault ? `Generated<${written}>` : written}`
}

const scriptTypes: Readonly<Record<string, string>> = {
  uuid: 'string',
  text: 'string',
  date: 'string',
  timestamptz: 'Date',
  bool: 'boolean',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  bytea: 'Buffer',
  jsonb: 'Json',
  tsvector: 'string',
  name: 'string',
  float8: 'number',
}
