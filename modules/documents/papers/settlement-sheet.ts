import { writeNumber } from '#lib/document-form/index.ts'
import { formatDate, todayInVietnam } from '#lib/vietnamese/index.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { logAccess } from '#platform/audit/access-log.ts'
import { readCase } from '../incoming/case.ts'
import { typeNameOf } from '../incoming/present-row.ts'
import type { IncomingDocumentRow } from '../incoming/rows.ts'
import { letterheadOf } from '../letterhead.ts'
import { concerning } from '../registers/arrivals.ts'
import { type Said, saidAbout } from './opinions.ts'
import { type Paper, printMark } from './send-paper.ts'

/**
 * The sheet that goes with an incoming document (Phiếu giải quyết văn bản đến): what the leaders of the office decided,
 * what those of the units did with it, what those who work on it propose; a decision that another entered says so.
 *
 * Source: NĐ 30/2020 Điều 23 and Phụ lục IV, mẫu VII.
 * @throws platform.NotFound also for what the acting seat may not see
 */
export async function settlementSheet(context: ActContext, id: string): Promise<Paper> {
  const theCase = await readCase(context, id)
  const { document } = theCase
  const issuer = await context.ports.agencies.findIssuer(context, document.addressee_issuer_id)
  const said = await saidAbout(context, theCase)
  await logAccess(context, { documentId: id, kind: 'print' })
  const arrivalNumber =
    document.arrival_number === null ? '' : writeNumber(document.arrival_number, document.arrival_suffix)
  const opinionsOf = (part: Said['part']) => said.filter(one => one.part === part).map(one => one.opinion)
  return {
    form: {
      kind: 'slip',
      letterhead: issuer ? letterheadOf(issuer) : { superior: [], issuer: [] },
      place: issuer?.placeName ?? '',
      on: context.today,
      document: phraseOf(document),
      arrivalNumber,
      arrivedOn: document.arrived_on ?? todayInVietnam(document.arrived_at),
      leaderOpinions: opinionsOf('leaders'),
      unitOpinions: opinionsOf('units'),
      proposals: opinionsOf('handlers'),
      printed: printMark(context),
    },
    fileName: `phieu-giai-quyet-${arrivalNumber || 'van-ban-den'}`,
    createdAt: context.now,
  }
}

/** Type, number and notation, date, issuer and subject as one phrase. */
function phraseOf({ type_code, notation, issued_on, issuer_name, subject }: IncomingDocumentRow): string {
  return [
    typeNameOf(type_code) ?? 'Văn bản',
    notation ? `số ${notation}` : '',
    issued_on ? `ngày ${formatDate(issued_on)}` : '',
    `của ${issuer_name}`,
    concerning(subject),
  ]
    .filter(Boolean)
    .join(' ')
}
