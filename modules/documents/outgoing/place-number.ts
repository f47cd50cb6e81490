import type { z } from '#lib/schemas/index.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { platformErrors } from '#platform/acts/errors.ts'
import { logAccess } from '#platform/audit/access-log.ts'
import type { FileStore } from '#platform/files/store.ts'
import type { Workshop } from '#platform/workshop/workshop.ts'
import { documentErrors, type NumberPlaces, type PlaceNumber, type ShownPlaces } from '../contract.ts'
import { readCase, takeUp } from './case.ts'
import { refuseMoved } from './moved.ts'
import type { Place, Places } from './number-places.ts'
import { proposePlaces } from './propose-places.ts'
import { recordOutgoing } from './record.ts'
import { findVersion, type OutgoingRowStored } from './rows.ts'

/**
 * Says where number and date will stand on page 1 of an uploaded PDF; without places, where they are proposed. Freezing
 * puts the empty fields there.
 *
 * @throws documents.DraftMoved, PdfMissing, PlacesOverlap
 */
export async function placeNumber(
  context: ActContext,
  input: z.output<typeof PlaceNumber> & { id: string },
): Promise<{ id: string }> {
  const theCase = await takeUp(context, input.id, 'place-number')
  const { document } = theCase
  await refuseMoved(context, theCase, { version: input.version })
  const version = await findVersion(context, document.id, document.version)
  if (!version?.main_file_id) throw documentErrors.PdfMissing()
  const { places } = input
  if (places && overlap(places)) throw documentErrors.PlacesOverlap()
  const said = { after: document.state, detail: { places } }
  await recordOutgoing(context, theCase, said, { number_place: places && onFirstPage(places) })
  return { id: document.id }
}

function overlap({ number, date }: NumberPlaces): boolean {
  const apart = (from: number, length: number, other: number, otherLength: number) =>
    from + length <= other || other + otherLength <= from
  return !apart(number.x, number.width, date.x, date.width) && !apart(number.y, number.height, date.y, date.height)
}

/** Number and date stand on the first page (NĐ 30/2020 Phụ lục I). */
const onFirstPage = ({ number, date }: NumberPlaces): Places<Place> => ({
  number: { page: 1, ...number },
  date: { page: 1, ...date },
})

/** The places that somebody chose for a document. */
export const chosenPlaces = (document: Pick<OutgoingRowStored, 'number_place'>): Places<Place> | null =>
  document.number_place as Places<Place> | null

/** What is needed to show the places: the page's file and what was chosen. @throws platform.NotFound; documents.PdfMissing */
export async function placesToShow(context: ActContext, id: string) {
  const { document, issuedOnly } = await readCase(context, id)
  if (issuedOnly) throw platformErrors.NotFound()
  const version = await findVersion(context, id, document.version)
  if (!version?.main_file_id) throw documentErrors.PdfMissing()
  await logAccess(context, { documentId: id, kind: 'file' })
  const { hash } = await context.tx
    .selectFrom('document_files')
    .select('hash')
    .where('agency_id', '=', context.agency)
    .where('id', '=', version.main_file_id)
    .executeTakeFirstOrThrow()
  return { version: document.version, hash, chosen: chosenPlaces(document) }
}

/** The places as they stand, or would. Reading the page is slow and holds no transaction. */
export async function showPlaces(
  { workshop, store }: { readonly workshop: Workshop; readonly store: FileStore },
  { version, hash, chosen }: Awaited<ReturnType<typeof placesToShow>>,
): Promise<z.input<typeof ShownPlaces>> {
  const { page, places: proposed, from, noRoom } = await proposePlaces(workshop, store.pathOf(hash))
  return { version, page, proposed, noRoom, from, chosen }
}
