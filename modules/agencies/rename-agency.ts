import { sql } from 'kysely'
import type { Context } from '#platform/acts/context.ts'
import { platformErrors } from '#platform/acts/errors.ts'
import { type ActMachinery, runAct } from '#platform/acts/run.ts'
import type { OutboxItem } from '#platform/outbox/relay.ts'
import { agencyErrors, type RenameIssuer } from './contract.ts'
import { renameIssuer } from './create-issuer.ts'
import { ownIssuersOn } from './issuers.ts'

/**
 * Gives a body under the office's roof another name from a day on. The office itself bears the name of its own body, from
 * the same day.
 *
 * @throws platform.NotFound; agencies.RenamesBeforeToday
 */
export async function renameOnRequest(
  context: Context,
  { issuerId, ...input }: RenameIssuer & { issuerId: string },
): Promise<void> {
  const { today } = context
  if (input.from < today) throw agencyErrors.RenamesBeforeToday()
  const issuers = await ownIssuersOn(context, today)
  const issuer = issuers.find(one => one.id === issuerId)
  if (!issuer) throw platformErrors.NotFound()
  await renameIssuer(context, { ...input, issuerId, letterhead: issuer.letterhead })
  if (issuers.at(0) !== issuer) return
  if (input.from === today) await bearNameOfToday(context)
  else
    await context.outbox({
      kind: 'agencies.rename',
      subjectId: context.newId(),
      payload: {},
      dueAt: new Date(`${input.from}T00:00:00+07:00`),
    })
}

/** On the day from which a name holds: the office takes the one that its own body bears then, whatever was entered since. */
export const nameBegins = (machinery: ActMachinery, item: OutboxItem): Promise<void> =>
  runAct(
    machinery,
    {
      agency: item.agencyId,
      actor: { kind: 'system', name: 'agencies' },
      origin: { requestId: item.id, network: 'outbox' },
    },
    bearNameOfToday,
  )

async function bearNameOfToday(context: Context): Promise<void> {
  const { tx, agency, today } = context
  const [own] = await ownIssuersOn(context, today)
  if (!own) return
  const { name, shortName, placeName } = own
  const renamed = await tx
    .updateTable('agencies')
    .set({ name, short_name: shortName, place_name: placeName })
    .where('id', '=', agency)
    .where(sql<boolean>`(name, short_name, place_name) is distinct from (${name}, ${shortName}, ${placeName})`)
    .returning('id')
    .execute()
  if (renamed.length > 0)
    await context.audit({ act: 'agencies.rename', subject: { type: 'agency', id: agency }, after: { name, shortName } })
}
