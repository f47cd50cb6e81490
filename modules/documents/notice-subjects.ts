import { sql } from 'kysely'
import { readsDocuments } from '#lib/roles/index.ts'
import type { NoticeSubjects } from '#platform/notifications/notices.ts'
import { seenBy } from './readers.ts'

/** Notices on documents are seen by whoever sees the document, by the one table of readers. */
export const noticeSubjects: NoticeSubjects = {
  isSeen: (context, alias) => {
    const [type, id] = [sql.ref(`${alias}.subject_type`), sql.ref(`${alias}.subject_id`)]
    if (!readsDocuments(context.actor.role))
      return sql<boolean>`${type} not in ('incoming-document', 'outgoing-document')`
    return sql<boolean>`(case ${type}
      when 'incoming-document' then exists (select from incoming_documents about
        where about.agency_id = ${context.agency} and about.id = ${id} and ${seenBy(context, 'about')})
      when 'outgoing-document' then exists (select from outgoing_documents about
        where about.agency_id = ${context.agency} and about.id = ${id} and ${seenBy(context, 'about')})
      else true end)`
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
