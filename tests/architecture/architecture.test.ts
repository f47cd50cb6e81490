import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { allRoutes, moduleOrder } from '#apps/server/modules.ts'
import { migrationFiles, tableOwners } from './migrations.ts'
import { isTest, layerOf, moduleOf, root, sourceFiles } from './source.ts'

const files = sourceFiles()
const house = files.filter(file => !isTest(file.path))
const layers = ['lib', 'platform', 'modules', 'apps']

describe('imports', () => {
  test('go down only: apps, modules, platform, lib', () => {
    const breaches = house.flatMap(file =>
      file.imports
        .filter(({ target }) => layers.indexOf(layerOf(target)) > layers.indexOf(layerOf(file.path)))
        .map(({ target }) => `${file.path} → ${target}`),
    )
    expect(breaches).toEqual([])
  })

  test('reach another module through its contract alone', () => {
    const breaches = house
      .filter(file => moduleOf(file.path))
      .flatMap(file =>
        file.imports
          .filter(({ target }) => moduleOf(target) && moduleOf(target) !== moduleOf(file.path))
          .filter(({ target }) => !/^modules\/[^/]+\/contract\.ts$/.test(target))
          .map(({ target }) => `${file.path} → ${target}`),
      )
    expect(breaches).toEqual([])
  })

  test('of a module name only modules that stand before it in the one order of calls', () => {
    const order: readonly string[] = moduleOrder
    const breaches = house.flatMap(file => {
      const own = moduleOf(file.path)
      // Screens show what other modules answer; the order is about calls inside a transaction.
      if (!own || file.path.includes('/office/')) return []
      return file.imports
        .map(({ target }) => moduleOf(target))
        .filter(other => other && other !== own && order.indexOf(other) > order.indexOf(own))
        .map(other => `${file.path} → ${other}`)
    })
    expect(breaches).toEqual([])
  })

  test('of a contract are lib, other contracts and zod; of the platform only types', () => {
    const contracts = house.filter(file => /^modules\/[^/]+\/contract(\.ts|\/)/.test(file.path))
    expect(contracts.length).toBeGreaterThan(3)
    const breaches = contracts.flatMap(file =>
      file.imports
        .filter(
          ({ target, typeOnly }) =>
            !target.startsWith('lib/') &&
            !/^modules\/[^/]+\/contract(\.ts|\/)/.test(target) &&
            !(typeOnly && target.startsWith('platform/')),
        )
        .map(({ target }) => `${file.path} → ${target}`),
    )
    expect(breaches).toEqual([])
  })

  test('make no circle', () => {
    expect(
      circles(
        new Map(house.map(file => [file.path, file.imports.filter(one => !one.typeOnly).map(one => one.target)])),
      ),
    ).toEqual([])
  })

  test('of lib reach no input or output, no clock and no chance', () => {
    const impure = /from 'node:(?!assert)|Date\.now\(|new Date\(\)|Math\.random|crypto\.random|process\./
    expect(house.filter(file => file.path.startsWith('lib/') && impure.test(file.text)).map(file => file.path)).toEqual(
      [],
    )
  })
})

describe('files', () => {
  test('are one thought: none is longer than 400 lines', () => {
    const long = files.filter(file => file.lines > 400 && file.path !== 'platform/database/schema.ts')
    expect(long.map(file => `${file.path} ${file.lines}`)).toEqual([])
  })

  test('of React live in office folders and the kit', () => {
    const strays = house.filter(
      file => file.path.endsWith('.tsx') && !/(^apps\/office\/|\/office\/|^platform\/ui\/)/.test(file.path),
    )
    expect(strays.map(file => file.path)).toEqual([])
  })

  // A server's own database may sort by bytes, where Đ stands after Z.
  test('sort names by a collation that they name', () => {
    const unnamed = /orderBy\('(?:\w+\.)?\w*(?:name|title)'|order by (?:\w+\.)?\w*(?:name|title)\b(?! collate)/
    // The owner's own look into the catalog, whose names are ours.
    const others = house.filter(file => file.path !== 'platform/database/schema-types.ts')
    expect(others.filter(file => unnamed.test(file.text)).map(file => file.path)).toEqual([])
  })

  test('of acts and modules read no wall clock and make no id but through the context', () => {
    const clock = /Date\.now\(|new Date\(\)|Math\.random|randomUUID/
    const strays = house.filter(
      file => file.path.startsWith('modules/') && !file.path.includes('/office/') && clock.test(file.text),
    )
    expect(strays.map(file => file.path)).toEqual([])
  })
})

describe('modules', () => {
  const sections = ['## Words', '## States', '## Tables', '## Events', '## Legal basis']
  test.each(readdirSync(path.join(root, 'modules')))('%s says in its README what it is for', name => {
    const readme = path.join(root, 'modules', name, 'README.md')
    expect(existsSync(readme)).toBe(true)
    const text = readFileSync(readme, 'utf8')
    expect(sections.filter(section => !text.includes(section))).toEqual([])
  })

  test('stand in the one order of calls', () => {
    expect(readdirSync(path.join(root, 'modules')).sort()).toEqual([...moduleOrder].sort())
  })
})

/** How a migration orders work: no act runs that could put it there. */
const intoOutbox = 'insert into outbox'

describe('tables', () => {
  const owners = tableOwners()

  test('each have one owner, a module or a folder of the platform', () => {
    expect(owners.size).toBeGreaterThan(50)
    expect([...new Set(owners.values())].filter(owner => !existsSync(path.join(root, owner)))).toEqual([])
  })

  // The programs of `apps` own none: what they need of a table its owner does for them.
  test('are touched by their owner alone', () => {
    const breaches = house
      .filter(file => file.path !== 'platform/database/schema.ts')
      .flatMap(file =>
        tablesNamedIn(file.text, owners)
          .filter(table => !file.path.startsWith(`${owners.get(table)}/`))
          .map(table => `${file.path} touches ${table} of ${owners.get(table)}`),
      )
    expect([...new Set(breaches)]).toEqual([])
  })

  test('are changed only by migrations of their owner', () => {
    const changed = /\b(?:alter table|drop (?:table|view)|update|insert into|delete from) (?:if exists |only )?(\w+)/g
    const breaches = migrationFiles().flatMap(({ owner, file, text }) =>
      [...text.matchAll(changed)]
        .filter(([words]) => words !== intoOutbox)
        .map(([, table]) => table!)
        .filter(table => owners.has(table) && owners.get(table) !== owner)
        .map(table => `${file} changes ${table} of ${owners.get(table)}`),
    )
    expect(breaches).toEqual([])
  })
})

describe('routes', () => {
  test('each say who may call', () => {
    const open = allRoutes.filter(route => route.access === 'public').map(route => `${route.method} ${route.path}`)
    expect(open).toEqual(['post /session', 'post /first-administrator', 'post /password-by-link'])
    expect(allRoutes.filter(route => !route.access)).toEqual([])
  })

  // Whoever is signed in, or holds any seat at all, may send these: each is about what is his own, or asks in itself.
  test('that write ask for a role, but for those that are known', () => {
    const unasked = allRoutes
      .filter(({ method, access }) => method !== 'get' && (access === 'seated' || access === 'signed-in'))
      .map(({ method, path: address, access }) => `${access} ${method} ${address}`)
    expect(unasked.sort()).toEqual(
      [
        // One's own sessions and password.
        'signed-in delete /session',
        'signed-in delete /sessions/:id',
        'signed-in post /password',
        // The installation's administrator has no seat and so no role: `requireInstallationAdministrator`.
        'signed-in post /installation/agencies',
        'signed-in post /installation/agencies/:id/administrators',
        'signed-in post /installation/agencies/:id/administrators/:seat/first-password',
        'signed-in post /installation/agencies/:id/close',
        'signed-in post /installation/agencies/:id/issuers',
        'signed-in post /installation/agencies/:id/issuers/:issuer/identifier',
        'signed-in post /installation/agencies/:id/issuers/:issuer/rename',
        'signed-in post /installation/agencies/:id/readers',
        'signed-in post /installation/agencies/:id/readers/:seat/end',
        'signed-in post /installation/calendar',
        'signed-in post /installation/outside-bodies',
        'signed-in post /installation/outside-bodies/:id/close',
        'signed-in post /installation/outside-bodies/:id/identifier',
        'signed-in post /installation/outside-bodies/:id/rename',
        // A seat's own notices, uploads, phrases and groups; who stands in for it.
        'seated post /notices/read',
        'seated post /notices/read-all',
        'seated post /files',
        'seated post /phrases',
        'seated delete /phrases/:id',
        'seated post /recipient-groups',
        'seated put /recipient-groups/:id',
        'seated delete /recipient-groups/:id',
        'seated post /delegations',
        'seated post /delegations/:id/end',
      ].sort(),
    )
  })

  test('are each declared once', () => {
    const names = allRoutes.map(route => `${route.method} ${route.path}`)
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
  })
})

/** Examples in comments name tables too. */
const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')

/**
 * The tables that a source file names: after the words of SQL and of its builder, and, where the name is no word of a
 * language ('series_periods'), wherever it stands.
 */
function tablesNamedIn(text: string, owners: ReadonlyMap<string, string>): string[] {
  const code = withoutComments(text)
  const asked = code.matchAll(
    /(?:selectFrom|insertInto|updateTable|deleteFrom|mergeInto|using|\w+Join|sql\.table)\(\s*\[?\s*'(\w+)|\b(?:from|join|into|update|using)\s+([a-z_]+)\b/g,
  )
  const spelt = code.matchAll(/\b[a-z]+(?:_[a-z]+)+\b/g)
  const names = [...[...asked].map(([, builder, plain]) => (builder ?? plain)!), ...[...spelt].map(([word]) => word)]
  return names.filter(name => owners.has(name))
}

function circles(imports: ReadonlyMap<string, readonly string[]>): string[] {
  const found: string[] = []
  const done = new Set<string>()
  const path: string[] = []
  const visit = (file: string) => {
    if (path.includes(file)) found.push([...path.slice(path.indexOf(file)), file].join(' → '))
    if (done.has(file) || path.includes(file)) return
    path.push(file)
    for (const target of imports.get(file) ?? []) visit(target)
    path.pop()
    done.add(file)
  }
  for (const file of imports.keys()) visit(file)
  return found
}
