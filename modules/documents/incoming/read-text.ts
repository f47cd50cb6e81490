import type { Context } from '#platform/acts/context.ts'
import { type ActMachinery, runAct } from '#platform/acts/run.ts'
import { inspect } from '#platform/files/inspect.ts'
import type { OutboxItem } from '#platform/outbox/relay.ts'
import { isRefusal } from '#platform/workshop/errors.ts'
import { bySystem } from '../by-system.ts'
import { indexIncoming } from './index-incoming.ts'
import { lockIncoming } from './rows.ts'
import { announceIncoming } from './settle.ts'

/**
 * Reads on in the files of which a message bore only the beginning, outside every transaction, and lets the document be
 * found by all that it says. A file that cannot be read keeps its beginning, and its reader says so.
 */
export async function readText(machinery: ActMachinery, item: OutboxItem): Promise<void> {
  const files = await runAct(machinery, { ...bySystem(item), mode: 'read only' }, context =>
    cutFiles(context, item.subjectId),
  )
  const texts = new Map<string, string>()
  for (const { id, hash } of files) {
    const text = await textOf(machinery, hash)
    if (text !== undefined) texts.set(id, text)
  }
  if (texts.size > 0) await runAct(machinery, bySystem(item), context => keepTexts(context, item.subjectId, texts))
}

const cutFiles = ({ tx, agency }: Context, documentId: string) =>
  tx
    .selectFrom('document_files')
    .select(['id', 'hash'])
    .where('agency_id', '=', agency)
    .where('document_id', '=', documentId)
    .where('text_cut', '=', true)
    .execute()

/** A plan for all communes arrives a hundred times as one content: it is read once, as long as they come one after another. */
const mostKept = 4
const lately = new Map<string, Promise<string | undefined>>()

function textOf({ workshop, store }: ActMachinery, hash: Buffer): Promise<string | undefined> {
  const key = hash.toString('hex')
  const known = lately.get(key)
  if (known) return known
  const read = inspect(workshop, store.pathOf(hash)).then(
    ({ text }) => text,
    error => {
      if (isRefusal(error)) return undefined
      lately.delete(key)
      throw error
    },
  )
  lately.set(key, read)
  const [oldest] = lately.keys()
  if (lately.size > mostKept) lately.delete(oldest!)
  return read
}

async function keepTexts(context: Context, id: string, texts: ReadonlyMap<string, string>): Promise<void> {
  const { tx, agency } = context
  const document = await lockIncoming(context, id)
  if (!document) return
  for (const [fileId, text] of texts)
    await tx
      .updateTable('document_files')
      .set({ body_text: text, text_cut: false })
      .where('agency_id', '=', agency)
      .where('id', '=', fileId)
      .execute()
  await indexIncoming(context, id)
  await announceIncoming(context, document)
}
