import { useEffect, useState } from 'react'
import type { OutgoingDocument } from '#modules/documents/contract.ts'
import { useDraft } from '#platform/ui/data/use-draft.ts'
import { useResource } from '#platform/ui/data/use-resource.ts'
import { useSend } from '#platform/ui/data/use-send.ts'
import { ConflictNotice } from '#platform/ui/feedback/conflict-notice.tsx'
import { ErrorState, ProblemNote } from '#platform/ui/feedback/error-state.tsx'
import { useHelp } from '#platform/ui/feedback/help.tsx'
import { Loading } from '#platform/ui/feedback/loading.tsx'
import { Note } from '#platform/ui/feedback/note.tsx'
import { useToast } from '#platform/ui/feedback/toast.tsx'
import { useGo, usePathPart, useTitle } from '#platform/ui/screens/use-address.ts'
import { formatMoment } from '#platform/ui/text/format.ts'
import { DraftForm } from './draft-form.tsx'
import { draftMessages as words } from './draft-messages.vi.ts'
import { type DraftValue, draftValueOf, keptFileIds, requestOf, type Signer } from './draft-value.ts'
import { MovedNote, refusedAsMoved } from './moved-note.tsx'

/** "Lấy để sửa": the draft is taken while it is open here, so that colleagues see who has it; saving makes a version. */
export default function DraftEdit() {
  const id = usePathPart('id')
  const document = useResource<OutgoingDocument>(`/documents/outgoing/${id}`, { live: ['documents.outgoing'] })
  useTitle(words.editTitle, document.data?.subject)
  useHelp(words.help)
  if (document.data) return <EditForm key={id} document={document.data} onReload={document.reload} />
  return (
    <div className="page">
      {document.problem ? (
        <ErrorState problem={document.problem} onAgain={document.reload} />
      ) : (
        <Loading onReload={document.reload} />
      )}
    </div>
  )
}

function EditForm({ document, onReload }: { document: OutgoingDocument; onReload: () => void }) {
  const { id, editing } = document
  const path = `/documents/outgoing/${id}`
  const [initial] = useState(() => draftValueOf(document))
  const draft = useDraft<DraftValue>(`outgoing-edit:${id}`, initial)
  const held = useHold(document)
  const change = useSend<OutgoingDocument>({ title: words.saving, changes: ['/documents'] })
  const toast = useToast()
  const go = useGo()

  async function save(value: DraftValue, signers: readonly Signer[]) {
    const { basedOn, versionNote } = value
    const note = versionNote.trim() ? { versionNote } : {}
    const body = { ...requestOf(value, signers), revision: basedOn, keptFileIds: keptFileIds(value), ...note }
    const sent = await change.send(path, body, { method: 'PUT' })
    if (!sent) return
    draft.clear()
    toast({ text: words.savedVersion(sent.value.version) })
    await go(`documents/outgoing/${id}`, { replace: true })
  }

  const { problem } = change
  const refused = problem ?? held.problem
  const { basedOn } = draft.value
  const moved = refusedAsMoved(document, basedOn, problem)
  const movedNote = (
    <MovedNote
      document={document}
      basedOn={basedOn}
      refused={moved}
      onGoOn={revision => {
        change.clearProblem()
        draft.change({ basedOn: revision })
      }}
      onTake={by => {
        const given = draft.value
        change.clearProblem()
        draft.change(draftValueOf(document))
        toast({ text: words.tookMoved(by), undo: () => draft.change(given) })
      }}
    />
  )
  const isHeld = editing !== null && !editing.own && refused?.code !== 'documents.SomebodyEdits'
  return (
    <DraftForm
      title={words.editTitle}
      draft={draft}
      back={{ to: `documents/outgoing/${id}`, label: words.backToDocument }}
      above={
        <>
          {isHeld && <Note tone="amber">{words.heldBy(editing.name, formatMoment(editing.since))}</Note>}
          {!moved && movedNote}
        </>
      }
      saving={change.sending}
      saveLabel={words.saveVersion}
      onSave={save}
      refusal={
        (moved && movedNote) ||
        (refused &&
          (refused.status === 409 ? (
            <ConflictNotice
              problem={refused}
              onReload={() => {
                change.clearProblem()
                onReload()
              }}
            />
          ) : (
            <ProblemNote problem={refused} onAgain={change.again} />
          )))
      }
    />
  )
}

/** Takes the draft when it may be taken. It is given back on leaving "Dự thảo" in the reader, or by a new version. */
function useHold({ id, allowed, editing }: OutgoingDocument) {
  const hold = useSend({ title: words.holding, changes: [`/documents/outgoing/${id}`] })
  const mayTake = allowed.includes('edit') && editing === null
  const { send } = hold
  const [asked, setAsked] = useState(false)
  useEffect(() => {
    if (asked || !mayTake) return
    setAsked(true)
    void send(`/documents/outgoing/${id}/hold`, {})
  }, [asked, mayTake, send, id])
  return hold
}
