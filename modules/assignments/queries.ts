import { sql } from 'kysely'
import type { CalendarDate } from '#lib/calendar-date/index.ts'
import type { Context, Subject } from '#platform/acts/context.ts'
import { platformErrors } from '#platform/acts/errors.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import type { Assignment, AssignmentRole, AssignmentState } from './contract.ts'
import { isOpen, type Work } from './policy.ts'

export type AssignmentRow = Awaited<ReturnType<ReturnType<typeof selectAssignments>['execute']>>[number]

/** Given work with the extension that waits for an answer, if any. */
export function selectAssignments(tx: Transaction, agency: string) {
  return tx
    .selectFrom('assignments')
    .leftJoin('assignment_extensions as asked', join =>
      join
        .onRef('asked.agency_id', '=', 'assignments.agency_id')
        .onRef('asked.assignment_id', '=', 'assignments.id')
        .on('asked.answered_at', 'is', null),
    )
    .where('assignments.agency_id', '=', agency)
    .select([
      'assignments.id',
      'subject_type',
      'subject_id',
      'parent_id',
      'from_seat_id',
      'on_behalf_of',
      'to_seat_id',
      'to_unit_id',
      'text',
      'opened_at',
      'result',
      'return_reason',
      'urged_count',
      'urged_at',
      'urged_text',
      'created_at',
      'ended_at',
      'asked.id as extension_id',
      'asked.asked_by as extension_asked_by',
      'asked.reason as extension_reason',
    ])
    .select([
      sql<Assignment['enteredAs']>`assignments.entered_as`.as('entered_as'),
      sql<AssignmentRole>`assignments.role`.as('role'),
      sql<AssignmentState>`assignments.state`.as('state'),
      sql<CalendarDate | null>`assignments.due_on`.as('due_on'),
      sql<CalendarDate | null>`asked.asked_due_on`.as('extension_due_on'),
    ])
}

export const ofSubject = ({ tx, agency }: Context, subject: Subject): Promise<AssignmentRow[]> =>
  selectAssignments(tx, agency)
    .where('subject_id', '=', subject.id)
    .where('subject_type', '=', subject.type)
    .orderBy('created_at')
    .orderBy('ordinal')
    .orderBy('assignments.id')
    .execute()

export const findAssignment = ({ tx, agency }: Context, id: string): Promise<AssignmentRow | undefined> =>
  selectAssignments(tx, agency).where('assignments.id', '=', id).executeTakeFirst()

/** @throws platform.NotFound */
export const getAssignment = async (context: Context, id: string): Promise<AssignmentRow> =>
  (await getAssignments(context, [id]))[0]!

/** Pieces of work in the order of these ids. @throws platform.NotFound when one of them is not there */
export async function getAssignments({ tx, agency }: Context, ids: readonly string[]): Promise<AssignmentRow[]> {
  if (ids.length === 0) return []
  const rows = await selectAssignments(tx, agency).where('assignments.id', 'in', ids).execute()
  const byId = new Map(rows.map(row => [row.id, row]))
  return ids.map(id => {
    const row = byId.get(id)
    if (!row) throw platformErrors.NotFound()
    return row
  })
}

export const subjectOf = (row: AssignmentRow): Subject => ({ type: row.subject_type, id: row.subject_id })

export const workOf = (row: AssignmentRow): Work => ({
  id: row.id,
  parentId: row.parent_id,
  role: row.role,
  state: row.state,
  toSeatId: row.to_seat_id,
  toUnitId: row.to_unit_id,
  dueOn: row.due_on,
})

type Ended = Exclude<AssignmentState, 'open' | 'in-progress'>

/** Ends pieces of work that are open; an extension that was asked for falls with them. */
export async function endAssignments(
  { tx, agency, now }: Context,
  rows: readonly AssignmentRow[],
  as: Ended,
  why: { readonly result?: string; readonly returnReason?: string } = {},
): Promise<void> {
  const ids = rows.filter(isOpen).map(row => row.id)
  if (ids.length === 0) return
  await tx
    .updateTable('assignments')
    .set({
      state: as,
      ended_at: now,
      ...(why.result === undefined ? {} : { result: why.result }),
      ...(why.returnReason === undefined ? {} : { return_reason: why.returnReason }),
    })
    .where('agency_id', '=', agency)
    .where('id', 'in', ids)
    .execute()
  await tx
    .updateTable('assignment_extensions')
    .set({ answered_at: now, answer: null })
    .where('agency_id', '=', agency)
    .where('assignment_id', 'in', ids)
    .where('answered_at', 'is', null)
    .execute()
}
