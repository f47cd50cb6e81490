import type { CalendarDate } from '#lib/calendar-date/index.ts'
import type { Context } from '#platform/acts/context.ts'
import { platformErrors } from '#platform/acts/errors.ts'

export type NewAgency = {
  readonly id: string
  readonly parentId: string | null
  /** 'province', 'department', 'commune' …: data, for the tree has any depth. */
  readonly level: string
  readonly name: string
  readonly shortName: string
  /** As it stands before the date on a document. */
  readonly placeName: string
  readonly openedOn: CalendarDate
}

/**
 * Opens a record office (cơ quan có văn thư): the tenant. It runs in the transaction of the agency it makes; an agency
 * that is there already stays as it is, so that a loader which was cut off may begin again.
 */
export async function createAgency(context: Context, input: NewAgency): Promise<{ created: boolean }> {
  const { tx, agency } = context
  if (agency !== input.id) throw new Error('an agency is created in its own transaction')
  const parent = input.parentId
    ? await tx.selectFrom('agencies').select('path').where('id', '=', input.parentId).executeTakeFirst()
    : undefined
  if (input.parentId && !parent) throw platformErrors.NotFound()
  const created = await tx
    .insertInto('agencies')
    .values({
      id: input.id,
      parent_id: input.parentId,
      path: parent ? `${parent.path}/${input.id}` : input.id,
      level: input.level,
      name: input.name,
      short_name: input.shortName,
      place_name: input.placeName,
      opened_on: input.openedOn,
    })
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (created) await context.audit({ act: 'agencies.create', subject: { type: 'agency', id: agency }, after: input })
  return { created: created !== undefined }
}
