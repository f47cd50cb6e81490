import { beforeAll, expect, test } from 'vitest'
import { ownerRole, serverRole } from '#platform/database/connections.ts'
import { testDatabase } from '#tests/database/test-database.ts'

/**
 * What runs with the owner's rights stands beside the wall between agencies: row-level security does not bind it. Each is
 * here by its name with the reason why it must; a new one fails until it is, too.
 */
const functions: Readonly<Record<string, string>> = {
  'agencies_with_work()': 'the relay asks which agencies have work that is due: their ids alone',
  'stuck_entries(least_attempts integer)': 'the operator is shown what goes on failing, without what is sent',
  'message_problems(since timestamp with time zone)':
    'the operator is shown messages that found nothing, without what they say',
  'units_without_head(today date)': 'the operator is told of units that nobody leads, by their names',
  'contents_of_uploads(contents bytea[])': 'content is shared by all agencies: it goes when no upload of any names it',
  'contents_of_documents(contents bytea[])':
    'content is shared by all agencies: it goes when no document of any names it',
}
const views: Readonly<Record<string, string>> = {
  document_search_index: 'under row-level security `@@` uses no index',
  document_search_restricted_index: 'under row-level security `@@` uses no index',
  document_readers_index: 'joined with a table under row-level security, `@@` loses its index again',
}

let owner: Awaited<ReturnType<typeof testDatabase>>['owner']
beforeAll(async () => {
  ;({ owner } = await testDatabase())
})

test('the functions that run with the owner’s rights are those that are known, find names in no schema but ours, and are the server’s to call', async () => {
  const { rows } = await owner.query<{ name: string; owner: string; settings: string[]; callers: string[] }>(`
    select p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')' as name, p.proowner::regrole::text as owner,
      p.proconfig as settings,
      array(select case a.grantee when 0 then 'everybody' else a.grantee::regrole::text end
        from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.privilege_type = 'EXECUTE'
        order by 1) as callers
    from pg_proc p where p.prosecdef and p.pronamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)`)
  const expected = Object.keys(functions).map(name => ({
    ...{ name, owner: ownerRole, settings: ['search_path=public, pg_temp'], callers: [ownerRole, serverRole] },
  }))
  expect(byName(rows)).toEqual(byName(expected))
})

test('the views that look with the owner’s rights are those that are known, and the server only reads them', async () => {
  const { rows } = await owner.query<{ name: string; owner: string; rights: string[] }>(`
    select c.relname as name, c.relowner::regrole::text as owner,
      array(select case a.grantee when 0 then 'everybody' else a.grantee::regrole::text end || ' ' || a.privilege_type
        from aclexplode(c.relacl) a where a.grantee <> c.relowner order by 1) as rights
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('v', 'm') and n.nspname not in ('pg_catalog', 'information_schema')
      and not coalesce(c.reloptions @> array['security_invoker=true'], false)`)
  const expected = Object.keys(views).map(name => ({ name, owner: ownerRole, rights: [`${serverRole} SELECT`] }))
  expect(byName(rows)).toEqual(byName(expected))
})

test('each of them says why', () => {
  const reasons = [...Object.values(functions), ...Object.values(views)]
  expect(reasons.filter(reason => reason.length < 30)).toEqual([])
})

const byName = <Named extends { readonly name: string }>(all: readonly Named[]): Named[] =>
  all.toSorted((left, right) => (left.name < right.name ? -1 : 1))
