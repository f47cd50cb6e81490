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
}
