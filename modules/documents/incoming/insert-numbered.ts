import { type Insertable, type OperationNodeSource, type RawBuilder, sql } from 'kysely'
import type { CalendarDate } from '#lib/calendar-date/index.ts'
import type { Context } from '#platform/acts/context.ts'
import type { Database } from '#platform/database/schema.ts'
import { asParts } from '#platform/database/write-together.ts'
import { type Series, takeNumber, whyNoNumber } from '#platform/numbering/numbering.ts'
import { type IncomingDocumentRow, incomingSubject } from './rows.ts'

type Columns = Insertable<Database['incoming_documents']>
type Numbered = { readonly series: Series; readonly on: CalendarDate }

/** The number that the statement itself takes, for what is written along with it. */
export const takenNumber = sql`(select number from taken)`

/**
 * Takes the next arrival number and writes the new document and all that goes along with it, in one statement. It comes
 * last in the act: from here to the commit everybody who wants a number of the series waits.
 *
 * @throws numbering.SeriesNotOpened, SeriesClosed, DateFalls
 */
export function insertNumbered(
  context: Context,
  numbered: Numbered,
  columns: Columns,
  along: readonly OperationNodeSource[],
): Promise<IncomingDocumentRow> {
  const names = Object.keys(columns)
  const values = Object.values(columns).map(value => sql`${value}`)
  return takeAndWrite(
    context,
    columns.id,
    numbered,
    sql`insert into incoming_documents (${sql.join(names.map(name => sql.ref(name)))}, arrival_number)
      values (${sql.join(values)}, ${takenNumber})`,
    along,
  )
}

/** The same for a document that stands among the arrived. */
export function updateNumbered(
  context: Context,
  numbered: Numbered,
  id: string,
  columns: Partial<Columns>,
  along: readonly OperationNodeSource[],
): Promise<IncomingDocumentRow> {
  const changes = Object.entries(columns).map(([name, value]) => sql`${sql.ref(name)} = ${value}`)
  return takeAndWrite(
    context,
    id,
    numbered,
    sql`update incoming_documents set ${sql.join(changes)}, arrival_number = ${takenNumber}
      where agency_id = ${context.agency} and id = ${id}`,
    along,
  )
}

async function takeAndWrite(
  context: Context,
  id: string,
  { series, on }: Numbered,
  change: RawBuilder<unknown>,
  along: readonly OperationNodeSource[],
): Promise<IncomingDocumentRow> {
  const taken = takeNumber(context, { series, on, subject: incomingSubject(id) })
  const { rows } = await sql<IncomingDocumentRow>`with ${taken}, document as (${change} returning *), ${asParts(along)}
    select * from document`.execute(context.tx)
  const row = rows.at(0)
  // Without a number nothing may stand: the error takes the whole transaction back.
  if (!row || row.arrival_number === null) return whyNoNumber(context, series, on)
  return row
}
