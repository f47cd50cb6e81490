import IconArrowLeft from '@tabler/icons-react/icons/IconArrowLeft'
import IconPlus from '@tabler/icons-react/icons/IconPlus'
import IconUsersGroup from '@tabler/icons-react/icons/IconUsersGroup'
import { useState } from 'react'
import type { z } from '#lib/schemas/index.ts'
import { Button, LinkButton } from '#platform/ui/actions/button.tsx'
import { newId } from '#platform/ui/data/ids.ts'
import { useSeat } from '#platform/ui/data/session.ts'
import { useWhole } from '#platform/ui/data/use-resource.ts'
import { useSend } from '#platform/ui/data/use-send.ts'
import { EmptyState } from '#platform/ui/feedback/empty-state.tsx'
import { ProblemNote } from '#platform/ui/feedback/error-state.tsx'
import { useHelp } from '#platform/ui/feedback/help.tsx'
import { ResourceView } from '#platform/ui/feedback/resource-view.tsx'
import { useToast } from '#platform/ui/feedback/toast.tsx'
import { Page } from '#platform/ui/layout/page.tsx'
import { useTitle } from '#platform/ui/screens/use-address.ts'
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
  useTitle(words.title)
  useHelp(words.help)
  return (
    <Page
      title={words.title}
      purpose={words.purpose}
      actions={
        <>
          <LinkButton to="settings" icon={IconArrowLeft}>
            {agencyMessages.back.settings}
          </LinkButton>
          <Button look="primary" icon={IconPlus} onClick={() => setOpened({ group: undefined })}>
            {words.add}
          </Button>
        </>
      }
    >
      <ResourceView resource={groups}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon={IconUsersGroup} title={words.none}>
              {words.noneWhy}
            </EmptyState>
          ) : (
            <ul className="agencies-list" aria-label={words.title}>
              {items.map(group => (
                <GroupLine key={group.id} group={group} onChange={() => setOpened({ group })} />
              ))}
            </ul>
          )
        }
      </ResourceView>
      {opened && <GroupForm group={opened.group} onClose={() => setOpened(undefined)} />}
    </Page>
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
    <li>
      <div>
        <b>{name}</b>
        <p className="small secondary">
          {[words.members(members.length), own ? words.mine : words.office].join(' · ')}
        </p>
        {sender.problem && <ProblemNote problem={sender.problem} onAgain={sender.again} />}
      </div>
      {mayChange && (
        <div className="row">
          <Button small aria-label={words.editNamed(name)} onClick={onChange}>
            {words.change}
          </Button>
          <Button small look="plain" aria-label={words.removeNamed(name)} busy={sender.sending} onClick={remove}>
            {words.remove}
          </Button>
        </div>
      )}
    </li>
  )
}
