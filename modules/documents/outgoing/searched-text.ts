import { sql } from 'kysely'
import type { Context } from '#platform/acts/context.ts'

/**
 * What outgoing documents are searched by besides their facts, the beginnings: the present version's text, and the annexes
 * of a letter that was written here. Of uploaded files that text has their annexes already.
 */
export async function searchedTexts(
  { tx, agency }: Pick<Context, 'tx' | 'agency'>,
  ids: readonly string[],
  mostCharacters: number,
): Promise<{ id: string; text: string }[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{ id: string; text: string }>`
    select d.id, left(concat_ws(E'\n', v.body_text, annexes.text), ${mostCharacters}) as text
    from outgoing_documents d
      join outgoing_versions v on v.agency_id = ${agency} and v.document_id = d.id and v.version = d.version
      left join lateral (
        select string_agg(f.body_text, E'\n' order by f.ordinal) as text from document_files f
        where v.content is not null and f.agency_id = ${agency} and f.document_id = d.id and f.version = d.version
          and f.role = 'annex'
      ) annexes on true
    where d.agency_id = ${agency} and d.id in (${sql.join(ids)})`.execute(tx)
  return rows
}
