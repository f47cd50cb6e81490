import { sql } from 'kysely'
import { sightOf } from '#platform/acts/sight.ts'
import type { NoticeSubjects } from '#platform/notifications/notices.ts'
import type { Direction } from './contract.ts'
import { seenBy } from './readers.ts'

/** Notices on documents are seen by whoever sees the document, by the one table of readers. */
export const noticeSubjects: NoticeSubjects = {
  isSeen: (context, alias) => {
    const [type, id] = [sql.ref(`${alias}.subject_type`), sql.ref(`${alias}.subject_id`)]
    const seen = (direction: Direction) =>
      sightOf(context.actor, direction).reads
        ? sql`exists (select from ${sql.table(`${direction}_documents`)} about
            where about.agency_id = ${context.agency} and about.id = ${id} and ${seenBy(context, direction, 'about')})`
        : sql`false`
    return sql<boolean>`(case ${type} when 'incoming-document' then ${seen('incoming')}
      when 'outgoing-document' then ${seen('outgoing')} else true end)`
  },
  namesOf: async ({ tx, agency }, subjects) => {
    const idsOf = (type: string) => subjects.filter(subject => subject.type === type).map(({ id }) => id)
    const [incoming, outgoing] = await Promise.all([
      namesIn('incoming_documents', idsOf('incoming-document')),
      namesIn('outgoing_documents', idsOf('outgoing-document')),
    ])
    return new Map(
      [...incoming, ...outgoing].map(({ id, notation, subject }) => [id, { notation: notation ?? '', subject }]),
    )

    function namesIn(table: 'incoming_documents' | 'outgoing_documents', ids: readonly string[]) {
      if (ids.length === 0) return []
      return tx
        .selectFrom(table)
        .select(['id', 'notation', 'subject'])
        .where('agency_id', '=', agency)
        .where('id', 'in', [...new Set(ids)])
        .execute()
    }
  },
}
