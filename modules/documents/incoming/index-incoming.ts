import type { Context } from '#platform/acts/context.ts'
import { measureFiles } from '../attach-files.ts'
import { indexDocument } from '../search-index.ts'
import { searchableOf } from './facts.ts'
import { asRead, findIncoming } from './rows.ts'

/** Writes what an incoming document is found by, as it stands now. */
export async function indexIncoming(context: Context, id: string): Promise<void> {
  const document = await findIncoming(context, id)
  if (!document) return
  const { bodyText } = await measureFiles(context, id)
  await indexDocument(context, {
    ...asRead(document),
    restricted: document.restricted,
    metadata: searchableOf(document),
    typeCode: document.type_code,
    urgency: document.urgency,
    bodyText,
  })
}
