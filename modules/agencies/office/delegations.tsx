import IconArrowLeft from '@tabler/icons-react/icons/IconArrowLeft'
import IconPlus from '@tabler/icons-react/icons/IconPlus'
import IconUserCheck from '@tabler/icons-react/icons/IconUserCheck'
import { useState } from 'react'
import type { z } from '#lib/schemas/index.ts'
import { Button, LinkButton } from '#platform/ui/actions/button.tsx'
import { useList } from '#platform/ui/data/use-resource.ts'
import { useSend } from '#platform/ui/data/use-send.ts'
import { ConfirmDialog } from '#platform/ui/feedback/confirm-dialog.tsx'
import { EmptyState } from '#platform/ui/feedback/empty-state.tsx'
import { useHelp } from '#platform/ui/feedback/help.tsx'
import { ListView } from '#platform/ui/feedback/resource-view.tsx'
import { useToast } from '#platform/ui/feedback/toast.tsx'
import { Page } from '#platform/ui/layout/page.tsx'
import { useTitle } from '#platform/ui/screens/use-address.ts'
import { dayOf, formatDay } from '#platform/ui/text/format.ts'
import type { Delegation as DelegationSchema } from '../contract.ts'
import { DelegationForm } from './delegation-form.tsx'
import { agencyMessages } from './messages.vi.ts'
import './office.css'

type Delegation = z.infer<typeof DelegationSchema>
const words = agencyMessages.delegations

/** Who stands in for whom: one's own, given and received; to the administrator all of the office. */
export default function Delegations() {
  const delegations = useList<Delegation>('/delegations', { live: ['agencies.'], limit: 50 })
  const [adding, setAdding] = useState(false)
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
          <Button look="primary" icon={IconPlus} onClick={() => setAdding(true)}>
            {words.add}
          </Button>
        </>
      }
    >
      <ListView
        list={delegations}
        things={words.things}
        empty={
          <EmptyState icon={IconUserCheck} title={words.none}>
            {words.noneWhy}
          </EmptyState>
        }
      >
        {items => (
          <ul className="agencies-list" aria-label={words.title}>
            {items.map(delegation => (
              <DelegationLine key={delegation.id} delegation={delegation} />
            ))}
          </ul>
        )}
      </ListView>
      {adding && <DelegationForm onClose={() => setAdding(false)} />}
    </Page>
  )
}

function DelegationLine({ delegation }: { delegation: Delegation }) {
  const { id, fromName, toName, scope, maySign, writtenBasis, validFrom, validTo, ended } = delegation
  const end = useSend({ title: words.end, changes: ['/delegations'] })
  const toast = useToast()
  const state = ended ? words.endedWord : validFrom > dayOf(new Date()) ? words.coming : words.running

  const [asked, setAsked] = useState(false)

  async function endNow() {
    if (!(await end.send(`/delegations/${id}/end`, {}))) return
    setAsked(false)
    toast({ text: words.ended })
  }
  return (
    <li>
      <div className={ended ? 'secondary' : undefined}>
        <b>{words.line(fromName, toName)}</b>
        <p className="small">
          {[words.days(formatDay(validFrom), formatDay(validTo)), words.scopes[scope], state].join(' · ')}
        </p>
        {maySign && writtenBasis && <p className="small">{words.maySign(writtenBasis)}</p>}
      </div>
      {!ended && (
        <Button small aria-label={words.endNamed(fromName, toName)} onClick={() => setAsked(true)}>
          {words.end}
        </Button>
      )}
      <ConfirmDialog
        open={asked}
        title={words.endTitle(fromName, toName)}
        consequence={[words.endConsequence(toName, fromName), maySign && words.endSigning].filter(Boolean).join(' ')}
        confirm={words.end}
        busy={end.sending}
        problem={end.problem}
        onConfirm={endNow}
        onCancel={() => setAsked(false)}
      />
    </li>
  )
}
