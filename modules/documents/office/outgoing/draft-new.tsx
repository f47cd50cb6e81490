import { type ReactNode, useMemo, useState } from 'react'
import type { Addressee } from '#modules/agencies/contract.ts'
import type { IncomingDocument, OutgoingDocument } from '#modules/documents/contract.ts'
import { LinkButton } from '#platform/ui/actions/button.tsx'
import { useDraft } from '#platform/ui/data/use-draft.ts'
import { useResource } from '#platform/ui/data/use-resource.ts'
import { useSend } from '#platform/ui/data/use-send.ts'
import { ConflictNotice } from '#platform/ui/feedback/conflict-notice.tsx'
import { ProblemNote } from '#platform/ui/feedback/error-state.tsx'
import { useHelp } from '#platform/ui/feedback/help.tsx'
import { Loading } from '#platform/ui/feedback/loading.tsx'
import { Note } from '#platform/ui/feedback/note.tsx'
import { useToast } from '#platform/ui/feedback/toast.tsx'
import { SeatLink } from '#platform/ui/screens/seat-link.tsx'
import { useAddressSearch, useGo, useTitle } from '#platform/ui/screens/use-address.ts'
import { DraftForm } from './draft-form.tsx'
import { draftMessages as words } from './draft-messages.vi.ts'
import { type DraftValue, newDraftValue, requestOf, type Signer } from './draft-value.ts'
import { replyValueOf } from './reply-value.ts'

/** A new draft, by itself or in reply to an incoming document (`?reply=<id>`). */
export default function DraftNew() {
  const [{ reply }] = useAddressSearch()
  // Another address is another form: what is typed for one reply never shows up in the next.
  return reply ? <NewReply key={reply} to={reply} /> : <NewDraft />
}

/** Begins once what is answered is known, so that it is filled in and tied; where it cannot be read, it is said. */
function NewReply({ to }: { to: string }) {
  const incoming = useResource<IncomingDocument>(`/documents/incoming/${to}`)
  const { issuerId = null, issuerName = '' } = incoming.data ?? {}
  const found = useResource<{ readonly items: readonly Addressee[] }>('/agencies', {
    query: { q: issuerName, limit: 50 },
    enabled: issuerId !== null,
  })
  const known = issuerId === null || found.data !== undefined || found.problem !== undefined
  if (incoming.problem && !incoming.data)
    return <NewDraft key="alone" above={<Note tone="amber">{words.replyUnknown}</Note>} />
  if (!incoming.data || !known) return <Loading onReload={incoming.reload} />
  return (
    <NewDraft key="reply" answered={incoming.data} issuer={found.data?.items.find(one => one.issuerId === issuerId)} />
  )
}

type NewDraftProps = {
  readonly answered?: IncomingDocument | undefined
  readonly issuer?: Addressee | undefined
  readonly above?: ReactNode
}

function NewDraft({ answered, issuer, above }: NewDraftProps) {
  const [initial] = useState(() => (answered ? replyValueOf(answered, issuer) : newDraftValue()))
  const draft = useDraft<DraftValue>(answered ? `outgoing-new:${answered.id}` : 'outgoing-new', initial)
  const create = useSend<OutgoingDocument>({ title: words.saving, changes: ['/documents'] })
  const toast = useToast()
  const go = useGo()
  useTitle(words.newTitle)
  useHelp(words.help)
  const note = useMemo(() => (answered ? <ReplyLine incoming={answered} /> : above), [answered, above])

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
      above={note}
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

function ReplyLine({ incoming }: { incoming: IncomingDocument }) {
  const arrival = incoming.arrivalNumber === null ? '' : words.arrivalNumber(incoming.arrivalNumber)
  return (
    <Note tone="indigo">
      <SeatLink to={`documents/incoming/${incoming.id}`}>{words.reply(arrival, incoming.notation)}</SeatLink>{' '}
      {words.replyIssuer(incoming.issuerName)}: {incoming.subject}
    </Note>
  )
}
