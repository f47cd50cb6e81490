import { useState } from 'react'
import type { z } from '#lib/schemas/index.ts'
import { Button } from '#platform/ui/actions/button.tsx'
import { useDraft } from '#platform/ui/data/use-draft.ts'
import { useResource } from '#platform/ui/data/use-resource.ts'
import { useSend } from '#platform/ui/data/use-send.ts'
import { useToast } from '#platform/ui/feedback/toast.tsx'
import { FormDialog } from '#platform/ui/forms/form-dialog.tsx'
import { TextField } from '#platform/ui/forms/text-field.tsx'
import { Section } from '#platform/ui/layout/page.tsx'
import type { OwnAgency } from '../contract.ts'
import { agencyMessages } from './messages.vi.ts'

type Agency = z.infer<typeof OwnAgency>
const { support: words } = agencyMessages.hubs

/** Whom the people of the office call when the system does not do as they want. */
export function SupportPerson() {
  const agency = useResource<Agency>('/agency')
  const [open, setOpen] = useState(false)
  if (!agency.data) return null
  const { supportName, supportPhone } = agency.data
  return (
    <Section title={words.title}>
      <p>{supportName ? words.is(supportName, supportPhone ?? '') : words.none}</p>
      <Button small onClick={() => setOpen(true)}>
        {words.edit}
      </Button>
      {open && <SupportForm agency={agency.data} onClose={() => setOpen(false)} />}
    </Section>
  )
}

function SupportForm({ agency, onClose }: { agency: Agency; onClose: () => void }) {
  const [initial] = useState(() => ({ name: agency.supportName ?? '', phone: agency.supportPhone ?? '' }))
  const draft = useDraft('support', initial)
  const { value, change } = draft
  const sender = useSend({ title: words.title, changes: ['/agency'] })
  const toast = useToast()

  async function save() {
    const sent = await sender.send('/agency/support', value, { method: 'PUT' })
    if (!sent) return
    draft.clear()
    toast({ text: agencyMessages.saved })
    onClose()
  }
  return (
    <FormDialog title={words.title} draft={draft} faults={[]} sender={sender} onSave={save} onClose={onClose}>
      <TextField
        label={words.name}
        hint={words.nameHint}
        name="name"
        maxLength={120}
        value={value.name}
        onChange={name => change({ name })}
      />
      <TextField
        label={words.phone}
        name="phone"
        type="tel"
        className="width-date"
        maxLength={30}
        value={value.phone}
        onChange={phone => change({ phone })}
      />
    </FormDialog>
  )
}
