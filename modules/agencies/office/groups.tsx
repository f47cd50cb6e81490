import IconUsersGroup from '@tabler/icons-react/icons/IconUsersGroup'
import { useState } from 'react'
import type { z } from '#lib/schemas/index.ts'
import { Button } from '#platform/ui/actions/button.tsx'
import { newId } from '#platform/ui/data/ids.ts'
import { useSeat } from '#platform/ui/data/session.ts'
import { asList, useWhole } from '#platform/ui/data/use-resource.ts'
import { useSend } from '#platform/ui/data/use-send.ts'
import { ProblemNote } from '#platform/ui/feedback/error-state.tsx'
import { useToast } from '#platform/ui/feedback/toast.tsx'
import { AdminLine, AdminList } from '#platform/ui/layout/admin-list.tsx'
import { keepersForOffice } from '../contract/common.ts'
import type { RecipientGroup, RecipientGroupList } from '../contract.ts'
import { GroupForm, memberInput } from './group-form.tsx'
import { agencyMessages } from './messages.vi.ts'
import './office.css'

export type Group = z.infer<typeof RecipientGroup>
const words = agencyMessages.groups

export default function Groups() {
  const groups = useWhole<z.infer<typeof RecipientGroupList>>('/recipient-groups')
  const [opened, setOpened] = useState<{ readonly group: Group | undefined }>()
  return (
    <>
      <AdminList
        words={words}
        back={{ to: 'settings', label: agencyMessages.back.settings }}
        icon={IconUsersGroup}
        list={asList(groups)}
        onAdd={() => setOpened({ group: undefined })}
        line={group => <GroupLine key={group.id} group={group} onChange={() => setOpened({ group })} />}
      />
      {opened && <GroupForm group={opened.group} onClose={() => setOpened(undefined)} />}
    </>
  )
}

function GroupLine({ group, onChange }: { group: Group; onChange: () => void }) {
  const { id, name, own, members } = group
  const mayChange = keepersForOffice.includes(useSeat().role) || own
  const sender = useSend({ title: words.sending, changes: ['/recipient-groups'] })
  const toast = useToast()

  async function remove() {
    if (!(await sender.send(`/recipient-groups/${id}`, undefined, { method: 'DELETE' }))) return
    const again = { id: newId(), name, own, members: members.map(memberInput) }
    toast({ text: words.removed(name), undo: () => sender.send('/recipient-groups', again) })
  }
  return (
    <AdminLine
      acts={
        mayChange && (
          <div className="row">
            <Button small aria-label={words.editNamed(name)} onClick={onChange}>
              {words.change}
            </Button>
            <Button small look="plain" aria-label={words.removeNamed(name)} busy={sender.sending} onClick={remove}>
              {words.remove}
            </Button>
          </div>
        )
      }
    >
      <b>{name}</b>
      <p className="small secondary">{[words.members(members.length), own ? words.mine : words.office].join(' · ')}</p>
      {sender.problem && <ProblemNote problem={sender.problem} onAgain={sender.again} />}
    </AdminLine>
  )
}
