import IconMessage from '@tabler/icons-react/icons/IconMessage'
import { type FormEvent, useState } from 'react'
import type { z } from '#lib/schemas/index.ts'
import { Button } from '#platform/ui/actions/button.tsx'
import { newId } from '#platform/ui/data/ids.ts'
import { useSeat } from '#platform/ui/data/session.ts'
import { useDraft } from '#platform/ui/data/use-draft.ts'
import { asList, useResource } from '#platform/ui/data/use-resource.ts'
import { useSend } from '#platform/ui/data/use-send.ts'
import { ProblemNote } from '#platform/ui/feedback/error-state.tsx'
import { useToast } from '#platform/ui/feedback/toast.tsx'
import { CheckField } from '#platform/ui/forms/choice-field.tsx'
import { TextArea } from '#platform/ui/forms/text-field.tsx'
import { AdminLine, AdminList } from '#platform/ui/layout/admin-list.tsx'
import { keepersForOffice } from '../contract/common.ts'
import type { PhraseList, Phrase as PhraseSchema } from '../contract.ts'
import { agencyMessages } from './messages.vi.ts'
import './office.css'

type Phrase = z.infer<typeof PhraseSchema>
const words = agencyMessages.phrases

/** Sentences that are written again and again, one's own and the office's. */
export default function Phrases() {
  const phrases = useResource<z.infer<typeof PhraseList>>('/phrases')
  return (
    <AdminList
      words={words}
      back={{ to: 'settings', label: agencyMessages.back.settings }}
      icon={IconMessage}
      list={asList(phrases)}
      above={<PhraseForm />}
      line={phrase => <PhraseLine key={phrase.id} phrase={phrase} />}
    />
  )
}

function PhraseForm() {
  const keeper = keepersForOffice.includes(useSeat().role)
  const draft = useDraft('phrase:new', { text: '', shared: false })
  const { text, shared } = draft.value
  const [tried, setTried] = useState(false)
  const sender = useSend({ title: words.sending, changes: ['/phrases'] })
  const toast = useToast()

  async function add(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (text.trim() === '') return
    const sent = await sender.send('/phrases', { id: draft.id, text, own: !(keeper && shared) })
    if (!sent) return
    draft.clear()
    setTried(false)
    toast({ text: words.added })
  }
  return (
    <form className="form agencies-phrase-form" onSubmit={add} noValidate>
      <TextArea
        label={words.text}
        hint={words.textHint}
        name="phrase"
        rows={2}
        maxLength={500}
        value={text}
        error={tried && text.trim() === '' ? words.missing : undefined}
        onChange={typed => draft.change({ text: typed })}
      />
      {keeper && (
        <CheckField label={words.shared} checked={shared} onChange={checked => draft.change({ shared: checked })} />
      )}
      {sender.problem && <ProblemNote problem={sender.problem} onAgain={sender.again} />}
      <div>
        <Button type="submit" look="primary" busy={sender.sending} data-key="primary">
          {words.add}
        </Button>
      </div>
    </form>
  )
}

function PhraseLine({ phrase: { id, text, own } }: { phrase: Phrase }) {
  const keeper = keepersForOffice.includes(useSeat().role)
  const sender = useSend({ title: words.sending, changes: ['/phrases'] })
  const toast = useToast()

  async function remove() {
    if (!(await sender.send(`/phrases/${id}`, undefined, { method: 'DELETE' }))) return
    toast({ text: words.removed, undo: () => sender.send('/phrases', { id: newId(), text, own }) })
  }
  return (
    <AdminLine
      acts={
        (own || keeper) && (
          <Button small look="plain" busy={sender.sending} aria-label={words.removeNamed(text)} onClick={remove}>
            {words.remove}
          </Button>
        )
      }
    >
      {text}
      <p className="meta">{own ? words.mine : words.office}</p>
      {sender.problem && <ProblemNote problem={sender.problem} onAgain={sender.again} />}
    </AdminLine>
  )
}
