import { Note } from '#platform/ui/feedback/note.tsx'
import { RadioField } from '#platform/ui/forms/choice-field.tsx'
import { SelectField } from '#platform/ui/forms/select-field.tsx'
import { draftMessages as words } from './draft-messages.vi.ts'
import { type Capacity, type DraftValue, type Signer, signingOf } from './draft-value.ts'

type SignerFieldsProps = {
  value: Pick<DraftValue, 'signerSeatId' | 'capacity'>
  /** Nothing while they are being read. */
  signers: readonly Signer[] | undefined
  onChange: (changes: Pick<DraftValue, 'signerSeatId' | 'capacity'>) => void
}

/** Who signs and in which words; what will be printed above the name is in sight (NĐ 30/2020 Điều 13). */
export function SignerFields({ value, signers, onChange }: SignerFieldsProps) {
  if (!signers) return <p className="meta">{words.signerLoading}</p>
  if (signers.length === 0) return <Note tone="amber">{words.noSigners}</Note>
  const { signer, capacity, lines } = signingOf(value, signers)
  const choose = (one: Signer | undefined, as?: Capacity) =>
    one && onChange({ signerSeatId: one.seatId, capacity: as ?? one.choices[0]?.capacity ?? 'none' })
  return (
    <>
      <SelectField
        label={words.signer}
        name="signerSeatId"
        hint={value.signerSeatId === '' ? words.signerProposed : undefined}
        error={signer ? undefined : words.signerGone}
        value={signer?.seatId ?? ''}
        placeholder={signer ? undefined : words.signerNone}
        choices={signers.map(one => ({ value: one.seatId, label: `${one.name}, ${one.title}` }))}
        onChange={seatId => choose(signers.find(one => one.seatId === seatId))}
      />
      {signer && signer.choices.length > 1 && (
        <RadioField
          label={words.capacity}
          name="capacity"
          value={capacity}
          choices={signer.choices.map(one => ({
            value: one.capacity,
            label: words.capacities[one.capacity],
            note: one.lines.join(' / '),
          }))}
          onChange={as => choose(signer, as)}
        />
      )}
      {signer && signer.choices.length === 1 && (
        <div className="draft-signing">
          <span className="meta">{words.printedLines}</span>
          {lines.map(line => (
            <b key={line}>{line}</b>
          ))}
          <span>{signer.name}</span>
        </div>
      )}
    </>
  )
}
