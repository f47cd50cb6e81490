import { sql } from 'kysely'
import type { z } from '#lib/schemas/index.ts'
import type { ActContext } from '#platform/acts/context.ts'
import type { Direction, IncomingAct, Today } from './contract.ts'
import { passingActs } from './history.ts'
import { readCase } from './incoming/case.ts'
import { incomingTable } from './incoming/states.ts'
import { seenBy } from './readers.ts'

type Recent = z.input<typeof Today>['recent'][number]
type Row = {
  document_id: string
  direction: Direction
  act: string
  subject: string
  number: string
  to: string | null
  at: Date
  latest: boolean
}

const mostShown = 5

/** By which act another one is undone, where that is possible at all. */
const undoneBy: Readonly<Partial<Record<string, IncomingAct>>> = {
  'set-aside': 'bring-back',
  refuse: 'bring-back',
  register: 'take-back',
  'send-up': 'take-back',
  propose: 'take-back',
  confirm: 'take-back',
  direct: 'take-back',
  assign: 'take-back',
  finish: 'reopen',
  'finish-without-work': 'reopen',
}

/** What the acting seat did today, newest first, with the act that undoes it as long as that may be done. */
export async function recentActs(context: ActContext): Promise<Recent[]> {
  const { tx, agency, actor, today } = context
  const { rows } = await sql<Row>`
    select h.document_id, case when i.id is null then 'outgoing' else 'incoming' end as direction, h.act, h.at,
      coalesce(i.subject, o.subject) as subject, coalesce(i.arrival_number::text, o.notation, '') as number,
      h.detail->>'to' as to,
      not exists (select from document_history later where later.agency_id = ${agency}
        and later.document_id = h.document_id and later.position > h.position
        and later.act not in (${sql.join(passingActs)})) as latest
    from document_history h
      left join incoming_documents i on i.agency_id = ${agency} and i.id = h.document_id and ${seenBy(context, 'incoming', 'i')}
      left join outgoing_documents o on o.agency_id = ${agency} and o.id = h.document_id and ${seenBy(context, 'outgoing', 'o')}
    where coalesce(i.id, o.id) is not null and h.agency_id = ${agency} and h.seat_id = ${actor.seatId} and h.act not in (${sql.join(passingActs)})
      and h.at >= (${today}::date::timestamp at time zone 'Asia/Ho_Chi_Minh')
    order by h.at desc, h.position desc limit ${mostShown}`.execute(tx)
  return Promise.all(
    rows.map(async row => ({
      documentId: row.document_id,
      direction: row.direction,
      act: row.act,
      subject: row.subject,
      detail: [row.number, row.to].filter(Boolean).join(' → '),
      at: row.at.toISOString(),
      undo: await undoOf(context, row),
    })),
  )
}

async function undoOf(context: ActContext, { document_id, direction, act, latest }: Row): Promise<IncomingAct | null> {
  const undo = undoneBy[act]
  if (!undo || !latest || direction !== 'incoming') return null
  const { document, standpoint } = await readCase(context, document_id)
  return incomingTable.allowed(document.state, standpoint).includes(undo) ? undo : null
}
