import { useState } from 'react'
import { useSeat } from '#platform/ui/data/session.ts'
import { useDraft } from '#platform/ui/data/use-draft.ts'
import { useFind } from '#platform/ui/data/use-find.ts'
import { useSend } from '#platform/ui/data/use-send.ts'
import { useToast } from '#platform/ui/feedback/toast.tsx'
import { CheckField, RadioField } from '#platform/ui/forms/choice-field.tsx'
import { Combobox } from '#platform/ui/forms/combobox.tsx'
import { DateField } from '#platform/ui/forms/date-field.tsx'
import { FormDialog } from '#platform/ui/forms/form-dialog.tsx'
import { TextField } from '#platform/ui/forms/text-field.tsx'
import type { Option } from '#platform/ui/forms/use-options.ts'
import { dayOf } from '#platform/ui/text/format.ts'
import type { Party } from '../contract.ts'
import { agencyMessages } from './messages.vi.ts'

const { delegations: words, missing } = agencyMessages

type DelegationValue = {
  readonly from: Option | null
  readonly to: Option | null
  readonly scope: 'all' | 'incoming' | 'outgoing'
  readonly maySign: boolean
  readonly writtenBasis: string
  readonly validFrom: string
  readonly validTo: string
}

/** Everybody delegates his own work; the administrator also another's. Signing needs a written authorisation (Điều 13.3). */
export function DelegationForm({ onClose }: { onClose: () => void }) {
  const administers = useSeat().role === 'agency-admin'
  const [initial] = useState<DelegationValue>(() => ({
    from: null,
    to: null,
    scope: 'all',
    maySign: false,
    writtenBasis: '',
    validFrom: dayOf(new Date()),
    validTo: '',
  }))
  const draft = useDraft<DelegationValue>('delegation:new', initial)
  const { value, change } = draft
  const [tried, setTried] = useState(false)
  const find = useFind('/parties', ({ id, name, detail }: Party) => ({ id, name, note: detail }), { kind: 'seat' })
  const sender = useSend({ title: words.sending, changes: ['/delegations'] })
  const toast = useToast()
  const faults = tried ? faultsOf(value, administers) : []
  const faultOf = (path: string) => faults.find(fault => fault.path === path)?.message

  async function save() {
    setTried(true)
    if (faultsOf(value, administers).length > 0) return
    const { from, to, scope, maySign, writtenBasis, validFrom, validTo } = value
    const sent = await sender.send('/delegations', {
      id: draft.id,
      ...(administers && from ? { fromSeatId: from.id } : {}),
      toSeatId: to?.id,
      ...{ scope, maySign, validFrom, validTo },
      ...(writtenBasis.trim() ? { writtenBasis } : {}),
    })
    if (!sent) return
    draft.clear()
    toast({ text: words.done(to?.name ?? '') })
    onClose()
  }
  return (
    <FormDialog
      title={words.formTitle}
      draft={draft}
      faults={faults}
      sender={sender}
      saveLabel={words.save}
      onSave={save}
      onClose={onClose}
    >
      {administers && (
        <Combobox
          label={words.from}
          name="from"
          value={value.from ?? undefined}
          find={find}
          error={faultOf('from')}
          onChange={from => change({ from: from ?? null })}
        />
      )}
      <Combobox
        label={words.to}
        name="to"
        value={value.to ?? undefined}
        find={find}
        error={faultOf('to')}
        onChange={to => change({ to: to ?? null })}
      />
      <div className="field-pair">
        <DateField
          label={words.validFrom}
          name="validFrom"
          value={value.validFrom || undefined}
          error={faultOf('validFrom')}
          onChange={day => change({ validFrom: day ?? '' })}
        />
        <DateField
          label={words.validTo}
          name="validTo"
          value={value.validTo || undefined}
          error={faultOf('validTo')}
          onChange={day => change({ validTo: day ?? '' })}
        />
      </div>
      <RadioField
        label={words.scope}
        value={value.scope}
        choices={(['all', 'incoming', 'outgoing'] as const).map(one => ({
          value: one,
          label: words.scopeChoices[one],
        }))}
        onChange={scope => change({ scope })}
      />
      <CheckField
        label={words.sign}
        note={words.signNote}
        checked={value.maySign}
        onChange={maySign => change({ maySign })}
      />
      {value.maySign && (
        <TextField
          label={words.basis}
          name="writtenBasis"
          maxLength={300}
          value={value.writtenBasis}
          error={faultOf('writtenBasis')}
          onChange={writtenBasis => change({ writtenBasis })}
        />
      )}
    </FormDialog>
  )
}

function faultsOf(value: DelegationValue, administers: boolean): { path: string; message: string }[] {
  const { validFrom, validTo } = value
  const rules: readonly (readonly [path: string, broken: boolean, message: string])[] = [
    ['from', administers && value.from === null, missing.choose(words.from)],
    ['to', value.to === null, missing.choose(words.to)],
    ['validFrom', validFrom === '', missing.firstDay],
    ['validTo', validTo === '', missing.lastDay],
    ['validTo', validTo !== '' && validTo < validFrom, words.crossed],
    ['validTo', validTo >= validFrom && validTo !== '' && validTo < dayOf(new Date()), words.over],
    ['writtenBasis', value.maySign && value.writtenBasis.trim() === '', words.basisMissing],
  ]
  return rules.filter(([, broken]) => broken).map(([path, , message]) => ({ path, message }))
}
