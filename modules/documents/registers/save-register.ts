import { sql } from 'kysely'
import { findDocumentType } from '#lib/document-form/index.ts'
import type { z } from '#lib/schemas/index.ts'
import type { Context } from '#platform/acts/context.ts'
import { platformErrors } from '#platform/acts/errors.ts'
import { refuseOtherContent, requestHash } from '#platform/acts/same-request.ts'
import { findSeries } from '#platform/numbering/series.ts'
import { documentErrors, type SaveRegister } from '../contract.ts'
import { findRegister, getRegister } from './queries.ts'

type Register = z.output<typeof SaveRegister>

/**
 * Sets up a register of arrivals or of outgoing documents. It draws its numbers from a series: one of its own only where
 * the head decided so (NĐ 30/2020 Điều 15.1; the basis is kept). The same entry sent twice is one register.
 *
 * @throws platform.SentDifferently, NotValid; documents.SeriesUnfit, CodeTaken, TypeUnknown; agencies.UnitUnknown
 */
export async function createRegister(context: Context, input: Register): Promise<string> {
  const { tx, agency, today } = context
  const hash = requestHash(input)
  await oneAfterAnother(context)
  const before = await findRegister(context, input.id)
  if (before) {
    refuseOtherContent(before, hash)
    return input.id
  }
  await refuseUnfit(context, input)
  if (input.isDefault) await noOtherDefault(context, input)
  await tx
    .insertInto('registers')
    .values({
      ...{ agency_id: agency, id: input.id, direction: input.direction, valid_from: today, request_hash: hash },
      ...columnsOf(input),
    })
    .execute()
  await writeRoutes(context, input)
  await context.audit({ act: 'documents.create-register', subject: { type: 'register', id: input.id }, after: input })
  return input.id
}

/** Changes a register; its direction stays, and documents that stand in it are not touched. */
export async function changeRegister(context: Context, input: Register): Promise<string> {
  const { tx, agency } = context
  await oneAfterAnother(context)
  const before = await getRegister(context, input.id)
  if (before.direction !== input.direction) throw platformErrors.NotValid({}, { errors: [directionStays] })
  await refuseUnfit(context, input)
  if (input.isDefault) await noOtherDefault(context, input)
  await tx
    .updateTable('registers')
    .set(columnsOf(input))
    .where('agency_id', '=', agency)
    .where('id', '=', input.id)
    .execute()
  await tx.deleteFrom('register_routes').where('agency_id', '=', agency).where('register_id', '=', input.id).execute()
  await writeRoutes(context, input)
  const { code, name, series_id, is_default, restricted, term_days, basis } = before
  await context.audit({
    act: 'documents.change-register',
    subject: { type: 'register', id: input.id },
    before: { code, name, seriesId: series_id, isDefault: is_default, restricted, termDays: term_days, basis },
    after: input,
  })
  return input.id
}

/** Registers of one office are set up one after another: of two that are to be its own the later one is. */
const oneAfterAnother = ({ tx, agency }: Context) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`${agency}/registers`}, 0))`.execute(tx)

const directionStays = { path: 'direction', message: 'Sổ đến không đổi thành sổ đi, và ngược lại.' }

const columnsOf = (input: Register) => ({
  code: input.code,
  name: input.name,
  series_id: input.seriesId,
  is_default: input.isDefault,
  term_days: input.termDays ?? null,
  restricted: input.restricted,
  basis: input.basis,
})

async function refuseUnfit(context: Context, input: Register): Promise<void> {
  const { tx, agency, ports } = context
  const series = await findSeries(context, input.seriesId)
  if (!series || series.direction !== input.direction) throw documentErrors.SeriesUnfit()
  const sameCode = await tx
    .selectFrom('registers')
    .select('id')
    .where('agency_id', '=', agency)
    .where('direction', '=', input.direction)
    .where('code', '=', input.code)
    .where('id', '<>', input.id)
    .where(({ or, eb }) => or([eb('valid_to', 'is', null), eb('valid_to', '>', context.today)]))
    .executeTakeFirst()
  if (sameCode) throw documentErrors.CodeTaken({ code: input.code })
  const unknown = input.routes.flatMap(route => route.typeCodes).find(code => !findDocumentType(code))
  if (unknown) throw documentErrors.TypeUnknown({ type: unknown })
  if (input.routes.some(route => (route.route === 'unit') !== Boolean(route.unitId)))
    throw platformErrors.NotValid({}, { errors: [unitGoesWithRoute] })
  await ports.agencies.getOpenUnits(
    context,
    input.routes.flatMap(route => route.unitId ?? []),
  )
}

const unitGoesWithRoute = { path: 'routes', message: 'Chọn đơn vị cho đường chuyển thẳng, và chỉ cho đường đó.' }

const noOtherDefault = ({ tx, agency }: Context, input: Register) =>
  tx
    .updateTable('registers')
    .set({ is_default: false })
    .where('agency_id', '=', agency)
    .where('direction', '=', input.direction)
    .where('id', '<>', input.id)
    .where('is_default', '=', true)
    .execute()

async function writeRoutes({ tx, agency }: Context, input: Register): Promise<void> {
  if (input.routes.length === 0) return
  await tx
    .insertInto('register_routes')
    .values(
      input.routes.map(({ typeCodes, route, unitId }, index) => ({
        agency_id: agency,
        register_id: input.id,
        ordinal: index + 1,
        type_codes: JSON.stringify(typeCodes),
        route,
        unit_id: unitId ?? null,
      })),
    )
    .execute()
}
