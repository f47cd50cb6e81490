import { useId, useState } from 'react'
import { Button } from '#platform/ui/actions/button.tsx'
import { Dialog } from '#platform/ui/feedback/dialog.tsx'
import { CheckField } from '#platform/ui/forms/choice-field.tsx'
import { matchesSearch } from '#platform/ui/forms/search-text.ts'
import { TextField } from '#platform/ui/forms/text-field.tsx'
import { actLabels } from '#platform/ui/text/act-labels.ts'
import { draftMessages as words } from './draft-messages.vi.ts'
import { type Group, keyOf, ofMember, type RecipientDraft } from './recipient-draft.ts'

type GroupDialogProps = { group: Group; onAdd: (members: readonly RecipientDraft[]) => void; onClose: () => void }

/** "Tất cả các xã, trừ …": a group with all its members chosen, of which some are left out. */
export function GroupDialog({ group, onAdd, onClose }: GroupDialogProps) {
  const id = useId()
  const [members] = useState(() => group.members.map(ofMember))
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [filter, setFilter] = useState('')
  const chosen = members.filter(member => !left.has(keyOf(member)))
  const shown = members.filter(member => matchesSearch(member.name, filter))

  function choose(member: RecipientDraft, take: boolean) {
    const next = new Set(left)
    if (take) next.delete(keyOf(member))
    else next.add(keyOf(member))
    setLeft(next)
  }
  return (
    <Dialog open onClose={onClose} labelledBy={id} className="dialog">
      <div className="form">
        <h2 id={id}>{words.groupTitle(group.name)}</h2>
        <p className="secondary">{words.groupHint}</p>
        {members.length > 8 && <TextField label={words.groupFilter} optional value={filter} onChange={setFilter} />}
        <div className="row">
          <Button small look="plain" onClick={() => setLeft(new Set())}>
            {words.groupAll}
          </Button>
          <Button small look="plain" onClick={() => setLeft(new Set(members.map(keyOf)))}>
            {words.groupNone}
          </Button>
        </div>
        <div className="recipients-field-members">
          {shown.map(member => (
            <CheckField
              key={member.id}
              label={member.name}
              checked={!left.has(keyOf(member))}
              onChange={take => choose(member, take)}
            />
          ))}
        </div>
      </div>
      <div className="dialog-actions">
        <Button look="primary" data-key="primary" onClick={() => onAdd(chosen)}>
          {words.groupAdd(chosen.length)}
        </Button>
        <Button onClick={onClose}>{actLabels.close}</Button>
      </div>
    </Dialog>
  )
}
