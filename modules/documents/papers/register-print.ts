import { writeNumber } from '#lib/document-form/index.ts'
import { z } from '#lib/schemas/index.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { platformErrors } from '#platform/acts/errors.ts'
import { hatsOf } from '#platform/acts/hats.ts'
import { logAccess } from '#platform/audit/access-log.ts'
import { periodOf } from '#platform/numbering/numbering.ts'
import { getSeries } from '#platform/numbering/series.ts'
import { type Direction, documentErrors } from '../contract.ts'
import { letterheadOf } from '../letterhead.ts'
import { readArrivals } from '../registers/arrivals.ts'
import { readDepartures } from '../registers/departures.ts'
import type { RegisterPart } from '../registers/part.ts'
import { getRegister } from '../registers/queries.ts'
import { type Paper, printMark } from './send-paper.ts'

const RegisterNumber = z.coerce.number().check(z.int(), z.gte(1), z.lte(9_999_999))

/** Which part of a register is printed: a period, from a number to a number, and on what paper. */
export const PrintQuery = z.object({
  period: z.optional(z.string().check(z.maxLength(200))),
  from: z.optional(RegisterNumber),
  to: z.optional(RegisterNumber),
  paper: z.optional(z.enum(['A3', 'A4'])),
})
type Wanted = z.output<typeof PrintQuery> & { readonly id: string }

/** What the workshop lays out in a few seconds; a longer register is printed in parts. */
const mostLines = 2000
/** More than this taken out of the house at once is the office head's to say. */
const mostWithoutHead = 1000

/**
 * A register as it is bound: the decree's columns, the lowest number first, as far as the acting seat may see it. A print of
 * a register is logged under the register's id.
 *
 * Source: NĐ 30/2020 Phụ lục IV, mẫu I and VI.
 * @throws documents.RegisterTooLong, PrintNeedsOfficeHead
 */
export async function registerPrint(context: ActContext, direction: Direction, wanted: Wanted): Promise<Paper> {
  const register = await getRegister(context, wanted.id)
  if (register.direction !== direction) throw platformErrors.NotFound()
  const series = await getSeries(context, register.series_id)
  const { period = periodOf(series, context.today), from, to, paper = 'A4' } = wanted
  const part: RegisterPart = { period, from, to, order: 'lowest first', most: mostLines + 1 }
  const lines = await linesOf(context, direction, register, part)
  const isHead = hatsOf(context.actor, direction).some(hat => hat.role === 'office-head')
  if (lines.numbers.length > mostWithoutHead && !isHead)
    throw documentErrors.PrintNeedsOfficeHead({ limit: mostWithoutHead })
  const issuer = await context.ports.agencies.findIssuer(context, series.issuer_id)
  await logAccess(context, { documentId: register.id, kind: 'print' })
  return {
    form: {
      ...lines.form,
      letterhead: issuer ? letterheadOf(issuer) : { superior: [], issuer: [] },
      name: register.is_default ? '' : register.name,
      period: series.term === null ? `Năm: ${period}` : `Nhiệm kỳ: ${period}`,
      range: rangeOf(lines.numbers),
      paper,
      printed: printMark(context),
    },
    fileName: `so-van-ban-${direction === 'incoming' ? 'den' : 'di'}-${period}`,
    createdAt: context.now,
  }
}

async function linesOf(
  context: ActContext,
  direction: Direction,
  register: { readonly id: string; readonly series_id: string },
  part: RegisterPart,
) {
  if (direction === 'incoming') {
    const rows = bounded(await readArrivals(context, register.id, part))
    return {
      form: { kind: 'arrivals', lines: rows.map(row => row.line) } as const,
      numbers: rows.map(row => row.number),
    }
  }
  const rows = bounded(await readDepartures(context, register.series_id, part))
  return {
    form: { kind: 'departures', lines: rows.map(row => row.line) } as const,
    numbers: rows.map(row => row.number),
  }
}

function bounded<Row>(rows: readonly Row[]): readonly Row[] {
  if (rows.length > mostLines) throw documentErrors.RegisterTooLong({ limit: mostLines })
  return rows
}

function rangeOf(numbers: readonly number[]): string {
  const [first, last] = [numbers.at(0), numbers.at(-1)]
  return first === undefined || last === undefined ? '' : `Từ số ${writeNumber(first)} đến số ${writeNumber(last)}`
}
