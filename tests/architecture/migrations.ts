import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './source.ts'

/** `text` is its SQL without comments. */
type Migration = { readonly owner: string; readonly file: string; readonly text: string }

/** The migrations of the house with the folder that they lie in: 'modules/documents', 'platform/numbering'. */
export const migrationFiles = (): Migration[] =>
  ['platform', 'modules'].flatMap(layer =>
    readdirSync(path.join(root, layer)).flatMap(name => {
      const owner = `${layer}/${name}`
      const folder = path.join(root, owner, 'migrations')
      if (!existsSync(folder)) return []
      return readdirSync(folder).map(file => ({
        owner,
        file,
        text: readFileSync(path.join(folder, file), 'utf8').replace(/--.*$/gm, ''),
      }))
    }),
  )

/** Whose migrations create a table, or a view. */
export function tableOwners(): Map<string, string> {
  const created = /create (?:table|view) (?:if not exists )?(\w+)/g
  return new Map(
    migrationFiles().flatMap(({ owner, text }) =>
      [...text.matchAll(created)].map(([, table]) => [table!, owner] as const),
    ),
  )
}
