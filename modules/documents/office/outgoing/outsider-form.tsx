import { useState } from 'react'
import { Button } from '#platform/ui/actions/button.tsx'
import { RadioField } from '#platform/ui/forms/choice-field.tsx'
import { TextField } from '#platform/ui/forms/text-field.tsx'
import { actLabels } from '#platform/ui/text/act-labels.ts'
import { draftMessages as words } from './draft-messages.vi.ts'
import { outsider, type RecipientDraft } from './recipient-draft.ts'

/** Somebody whom no list has: a citizen, a company, a body elsewhere. */
export function OutsiderForm({ onAdd, onClose }: { onAdd: (one: RecipientDraft) => void; onClose: () => void }) {
  const [name, setName] = useState('')
  const [address, setAddress] = useState('')
  const [carrier, setCarrier] = useState<'paper' | 'mail'>('paper')
  const [tried, setTried] = useState(false)
  function add() {
    setTried(true)
    if (name.trim() !== '') onAdd(outsider({ name: name.trim(), address: address.trim(), carrier }))
  }
  return (
    <fieldset className="form recipients-field-outsider">
      <legend className="field-label">{words.outsiderTitle}</legend>
      <TextField
        label={words.outsiderName}
        value={name}
        onChange={setName}
        maxLength={200}
        error={tried && name.trim() === '' ? words.outsiderNameMissing : undefined}
      />
      <TextField label={words.outsiderAddress} optional value={address} onChange={setAddress} maxLength={300} />
      <RadioField
        label={words.carrier}
        value={carrier}
        onChange={setCarrier}
        choices={[
          { value: 'paper', label: words.carriers.paper },
          { value: 'mail', label: words.carriers.mail },
        ]}
      />
      <div className="row">
        <Button small onClick={add}>
          {words.add}
        </Button>
        <Button small look="plain" onClick={onClose}>
          {actLabels.close}
        </Button>
      </div>
    </fieldset>
  )
}
