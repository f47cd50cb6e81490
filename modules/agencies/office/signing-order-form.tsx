import { useState } from 'react'
import { documentTypes } from '#lib/document-form/index.ts'
import type { z } from '#lib/schemas/index.ts'
import { useDraft } from '#platform/ui/data/use-draft.ts'
import { useResource } from '#platform/ui/data/use-resource.ts'
import { useSend } from '#platform/ui/data/use-send.ts'
import { useToast } from '#platform/ui/feedback/toast.tsx'
import { DateField } from '#platform/ui/forms/date-field.tsx'
import { findAmong } from '#platform/ui/forms/find-among.ts'
import { FormDialog } from '#platform/ui/forms/form-dialog.tsx'
import { MultiPicker } from '#platform/ui/forms/multi-picker.tsx'
import { SelectField } from '#platform/ui/forms/select-field.tsx'
import { TextField } from '#platform/ui/forms/text-field.tsx'
import { dayOf } from '#platform/ui/text/format.ts'
import type { OwnAgency, UnitList } from '../contract.ts'
import { agencyMessages } from './messages.vi.ts'

const words = agencyMessages.signingOrders
const typeOptions = documentTypes.map(type => ({ id: type.code, name: type.name }))
const findType = findAmong(typeOptions)
/** Leaders sign in their own right; a village has no papers of the office to sign. */
const unitsOfHeads: readonly string[] = ['office', 'department', 'centre']
const everyUnit = 'every'

type OrderValue = {
  readonly issuerId: string
  readonly unitId: string
  readonly typeCodes: readonly string[]
  readonly writtenBasis: string
  readonly validFrom: string
  readonly validTo: string
}

/** One rule of the regulation: whose documents, which head of a unit, which types, where it stands, from when. */
export function SigningOrderForm({ onClose }: { onClose: () => void }) {
  const [initial] = useState<OrderValue>(() => ({
    ...{ issuerId: '', unitId: everyUnit, typeCodes: [], writtenBasis: '' },
    ...{ validFrom: dayOf(new Date()), validTo: '' },
  }))
  const draft = useDraft<OrderValue>('signing-order:new', initial)
  const { value, change } = draft
  const [tried, setTried] = useState(false)
  const agency = useResource<z.infer<typeof OwnAgency>>('/agency')
  const units = useResource<z.infer<typeof UnitList>>('/units')
  const issuers = agency.data?.issuers ?? []
  const issuer = issuers.find(one => one.id === value.issuerId) ?? issuers[0]
  const sender = useSend({ title: words.sending, changes: ['/signing-orders', '/documents/outgoing'] })
  const toast = useToast()
  const faults = tried ? faultsOf(value) : []
  const faultOf = (path: string) => faults.find(fault => fault.path === path)?.message

  async function save() {
    setTried(true)
    if (faultsOf(value).length > 0 || !issuer) return
    const { unitId, typeCodes, writtenBasis, validFrom, validTo } = value
    const sent = await sender.send('/signing-orders', {
      ...{ id: draft.id, issuerId: issuer.id, typeCodes, writtenBasis, validFrom, validTo: validTo || null },
      ...(unitId === everyUnit ? {} : { unitId }),
    })
    if (!sent) return
    draft.clear()
    toast({ text: words.done })
    onClose()
  }
  return (
    <FormDialog title={words.formTitle} draft={draft} faults={faults} sender={sender} onSave={save} onClose={onClose}>
      {issuers.length > 1 && (
        <SelectField
          label={words.issuer}
          name="issuerId"
          value={issuer?.id ?? ''}
          choices={issuers.map(one => ({ value: one.id, label: one.name }))}
          onChange={issuerId => change({ issuerId })}
        />
      )}
      <SelectField
        label={words.unit}
        name="unitId"
        value={value.unitId}
        choices={[
          { value: everyUnit, label: words.everyUnit },
          ...(units.data?.items ?? [])
            .filter(unit => unit.validTo === null && unitsOfHeads.includes(unit.kind))
            .map(unit => ({ value: unit.id, label: words.headOf(unit.name) })),
        ]}
        onChange={unitId => change({ unitId })}
      />
      <MultiPicker
        label={words.types}
        hint={words.typesHint}
        name="typeCodes"
        value={typeOptions.filter(option => value.typeCodes.includes(option.id))}
        find={findType}
        error={faultOf('typeCodes')}
        onChange={chosen => change({ typeCodes: chosen.map(option => option.id) })}
      />
      <TextField
        label={words.writtenBasis}
        hint={words.writtenBasisHint}
        name="writtenBasis"
        maxLength={300}
        value={value.writtenBasis}
        error={faultOf('writtenBasis')}
        onChange={writtenBasis => change({ writtenBasis })}
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
          optional
          name="validTo"
          value={value.validTo || undefined}
          error={faultOf('validTo')}
          onChange={day => change({ validTo: day ?? '' })}
        />
      </div>
    </FormDialog>
  )
}

function faultsOf({ typeCodes, writtenBasis, validFrom, validTo }: OrderValue): { path: string; message: string }[] {
  const rules: readonly (readonly [path: string, broken: boolean, message: string])[] = [
    ['typeCodes', typeCodes.length === 0, words.typesMissing],
    ['writtenBasis', writtenBasis.trim() === '', words.writtenBasisMissing],
    ['validFrom', validFrom === '', agencyMessages.missing.firstDay],
    ['validTo', validTo !== '' && validTo < validFrom, words.crossed],
  ]
  return rules.filter(([, broken]) => broken).map(([path, , message]) => ({ path, message }))
}
