import type { ActContext } from '#platform/acts/context.ts'
import type { IncomingState } from '../contract.ts'
import { writeHistory } from '../history.ts'
import type { ActingCase } from './case.ts'
import { incomingSubject } from './rows.ts'
import { incomingTable } from './states.ts'

/**
 * Writes an act on an incoming document into its history and into the audit: who, for whom, from and to which state. Who
 * acts under another's hat acts in that one's name.
 */
export async function recordAct(
  context: ActContext,
  { document, hat, act }: ActingCase,
  said: {
    readonly after: IncomingState
    readonly text?: string | undefined
    readonly onBehalfOf?: { readonly seatId: string; readonly name: string } | undefined
    readonly detail?: Readonly<Record<string, unknown>>
  },
): Promise<void> {
  // The table is the one truth: an act that leads elsewhere is a fault of ours, and nothing of it stands.
  if (!incomingTable.find(document.state, act)?.to.includes(said.after))
    throw new Error(`${act} led from ${document.state} to ${said.after}`)
  const principal =
    said.onBehalfOf ?? (hat.standIn ? { seatId: hat.standIn.seatId, name: hat.standIn.fullName } : undefined)
  await Promise.all([
    writeHistory(context, {
      documentId: document.id,
      act,
      before: document.state,
      after: said.after,
      text: said.text,
      onBehalfOfName: principal?.name,
      ...(said.detail ? { detail: said.detail } : {}),
    }),
    context.audit({
      act: `documents.${act}`,
      subject: incomingSubject(document.id),
      onBehalfOf: principal?.seatId,
      before: { state: document.state },
      after: { state: said.after, ...(said.text ? { text: said.text } : {}), ...said.detail },
    }),
  ])
}
