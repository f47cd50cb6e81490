import { useState } from 'react'
import { useSeat } from '#platform/ui/data/session.ts'
import { useDraft } from '#platform/ui/data/use-draft.ts'
import { useSend } from '#platform/ui/data/use-send.ts'
import { useToast } from '#platform/ui/feedback/toast.tsx'
import { CheckField } from '#platform/ui/forms/choice-field.tsx'
import { FormDialog } from '#platform/ui/forms/form-dialog.tsx'
import { TextField } from '#platform/ui/forms/text-field.tsx'
import { keepersForOffice } from '../contract/common.ts'
import type { Group } from './groups.tsx'
import { MembersField } from './members-field.tsx'
import { agencyMessages } from './messages.vi.ts'

const words = agencyMessages.groups
export type Member = Group['members'][number]

/** A group of recipients: bodies, own units and people, under a name. */
export function GroupForm({ group, onClose }: { group: Group | undefined; onClose: () => void }) {
  const keeper = keepersForOffice.includes(useSeat().role)
  const [initial] = useState(() => ({
    name: group?.name ?? '',
    own: group?.own ?? true,
    members: (group?.members ?? []) as readonly Member[],
  }))
  const draft = useDraft(`group:${group?.id ?? 'new'}`, initial)
  const { value, change } = draft
  const [tried, setTried] = useState(false)
  const sender = useSend({ title: words.sending, changes: ['/recipient-groups'] })
  const toast = useToast()
  const missing = [
    ...(value.name.trim() === '' ? [{ path: 'name', message: agencyMessages.missing.write(words.name) }] : []),
    ...(value.members.length === 0 ? [{ path: 'members', message: words.empty }] : []),
  ]
  const faults = tried ? missing : []
  const faultOf = (path: string) => faults.find(fault => fault.path === path)?.message

  async function save() {
    setTried(true)
    if (missing.length > 0) return
    const body = { name: value.name, own: value.own, members: value.members.map(memberInput) }
    const sent = group
      ? await sender.send(`/recipient-groups/${group.id}`, body, { method: 'PUT' })
      : await sender.send('/recipient-groups', { id: draft.id, ...body })
    if (!sent) return
    draft.clear()
    toast({ text: agencyMessages.saved })
    onClose()
  }
  return (
    <FormDialog
      title={group ? words.edit : words.add}
      draft={draft}
      faults={faults}
      sender={sender}
      wide
      onSave={save}
      onClose={onClose}
    >
      <TextField
        label={words.name}
        name="name"
        maxLength={200}
        value={value.name}
        error={faultOf('name')}
        onChange={name => change({ name })}
      />
      {keeper && (
        <CheckField
          label={words.shared}
          note={words.sharedNote}
          checked={!value.own}
          onChange={shared => change({ own: !shared })}
        />
      )}
      <MembersField value={value.members} fault={faultOf('members')} onChange={members => change({ members })} />
    </FormDialog>
  )
}

export const memberInput = ({ issuerId, unitId, seatId }: Member) =>
  issuerId ? { issuerId } : unitId ? { unitId } : { seatId }
