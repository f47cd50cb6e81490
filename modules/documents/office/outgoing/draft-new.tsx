import { useMemo, useState } from 'react'
import type { IncomingDocument, OutgoingDocument } from '#modules/documents/contract.ts'
import { LinkButton } from '#platform/ui/actions/button.tsx'
import { useDraft } from '#platform/ui/data/use-draft.ts'
import { useResource } from '#platform/ui/data/use-resource.ts'
import { useSend } from '#platform/ui/data/use-send.ts'
import { ConflictNotice } from '#platform/ui/feedback/conflict-notice.tsx'
import { ProblemNote } from '#platform/ui/feedback/error-state.tsx'
import { useHelp } from '#platform/ui/feedback/help.tsx'
import { Note } from '#platform/ui/feedback/note.tsx'
import { useToast } from '#platform/ui/feedback/toast.tsx'
import { SeatLink } from '#platform/ui/screens/seat-link.tsx'
import { useAddressSearch, useGo, useTitle } from '#platform/ui/screens/use-address.ts'
import { DraftForm } from './draft-form.tsx'
import { draftMessages as words } from './draft-messages.vi.ts'
import { type DraftValue, newDraftValue, requestOf, type Signer } from './draft-value.ts'

/** A new draft, by itself or in reply to an incoming document (`?reply=<id>`). */
export default function DraftNew() {
  const [{ reply }] = useAddressSearch()
  // Another address is another form: what is typed for one reply never shows up in the next.
  return <NewDraft key={reply ?? ''} replyTo={reply} />
}

function NewDraft({ replyTo }: { replyTo: string | undefined }) {
  const [initial] = useState(newDraftValue)
  const draft = useDraft<DraftValue>(replyTo ? `outgoing-new:${replyTo}` : 'outgoing-new', initial)
  const incoming = useResource<IncomingDocument>(`/documents/incoming/${replyTo}`, { enabled: replyTo !== undefined })
  const create = useSend<OutgoingDocument>({ title: words.saving, changes: ['/documents'] })
  const toast = useToast()
  const go = useGo()
  useTitle(words.newTitle)
  useHelp(words.help)
  const answered = replyTo && incoming.data ? incoming.data : undefined
  const above = useMemo(
    () => <ReplyLine replyTo={replyTo} incoming={answered} failed={incoming.problem !== undefined} />,
    [replyTo, answered, incoming.problem],
  )

  async function save(value: DraftValue, signers: readonly Signer[]) {
    const body = { id: draft.id, ...requestOf(value, signers), ...(answered ? { inReplyTo: answered.id } : {}) }
    const sent = await create.send('/documents/outgoing', body)
    if (!sent) return
    draft.clear()
    toast({ text: words.saved })
    await go(`documents/outgoing/${sent.value.id}`, { replace: true })
  }

  const { problem } = create
  return (
    <DraftForm
      title={words.newTitle}
      draft={draft}
      back={{ to: 'documents/outgoing', label: words.back }}
      above={above}
      saving={create.sending}
      saveLabel={words.save}
      onSave={save}
      refusal={
        problem &&
        (problem.status === 409 ? (
          <ConflictNotice problem={problem} onReload={create.clearProblem}>
            <LinkButton small to={`documents/outgoing/${draft.id}`}>
              {words.alreadySaved}
            </LinkButton>
          </ConflictNotice>
        ) : (
          <ProblemNote problem={problem} onAgain={create.again} />
        ))
      }
    />
  )
}

type ReplyLineProps = { replyTo: string | undefined; incoming: IncomingDocument | undefined; failed: boolean }

function ReplyLine({ replyTo, incoming, failed }: ReplyLineProps) {
  if (!replyTo) return null
  if (failed && !incoming) return <Note tone="amber">{words.replyUnknown}</Note>
  if (!incoming) return null
  const arrival = incoming.arrivalNumber === null ? '' : words.arrivalNumber(incoming.arrivalNumber)
  return (
    <Note tone="indigo">
      <SeatLink to={`documents/incoming/${incoming.id}`}>{words.reply(arrival, incoming.notation)}</SeatLink>{' '}
      {words.replyIssuer(incoming.issuerName)}: {incoming.subject}
    </Note>
  )
}
