import IconUserCheck from '@tabler/icons-react/icons/IconUserCheck'
import { useState } from 'react'
import type { z } from '#lib/schemas/index.ts'
import { Button } from '#platform/ui/actions/button.tsx'
import { useList } from '#platform/ui/data/use-resource.ts'
import { useSend } from '#platform/ui/data/use-send.ts'
import { ConfirmDialog } from '#platform/ui/feedback/confirm-dialog.tsx'
import { useToast } from '#platform/ui/feedback/toast.tsx'
import { AdminLine, AdminList } from '#platform/ui/layout/admin-list.tsx'
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
  return (
    <>
      <AdminList
        words={words}
        back={{ to: 'settings', label: agencyMessages.back.settings }}
        icon={IconUserCheck}
        list={delegations}
        onAdd={() => setAdding(true)}
        line={delegation => <DelegationLine key={delegation.id} delegation={delegation} />}
      />
      {adding && <DelegationForm onClose={() => setAdding(false)} />}
    </>
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
    <AdminLine
      over={ended}
      acts={
        !ended && (
          <Button small aria-label={words.endNamed(fromName, toName)} onClick={() => setAsked(true)}>
            {words.end}
          </Button>
        )
      }
    >
      <b>{words.line(fromName, toName)}</b>
      <p className="small">
        {[words.days(formatDay(validFrom), formatDay(validTo)), words.scopes[scope], state].join(' · ')}
      </p>
      {maySign && writtenBasis && <p className="small">{words.maySign(writtenBasis)}</p>}
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
    </AdminLine>
  )
}
