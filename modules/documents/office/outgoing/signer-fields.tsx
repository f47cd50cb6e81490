import { Note } from '#platform/ui/feedback/note.tsx'
import { RadioField } from '#platform/ui/forms/choice-field.tsx'
import { SelectField } from '#platform/ui/forms/select-field.tsx'
import { spokenTitle } from '#platform/ui/text/format.ts'
import { draftMessages as words } from './draft-messages.vi.ts'
import { type DraftValue, type Signer, signingOf } from './draft-value.ts'

type SignerFieldsProps = {
  value: Signing
  /** Nothing while they are being read. */
  signers: readonly Signer[] | undefined
  onChange: (changes: Signing) => void
}
type Signing = Pick<DraftValue, 'signerSeatId' | 'capacity' | 'authority'>
type Choice = Signer['choices'][number]
const keyOf = ({ capacity, authority }: Pick<Choice, 'capacity' | 'authority'>) => `${capacity} ${authority}`

/** Who signs and in which words; what will be printed above the name is in sight (NĐ 30/2020 Điều 13). */
export function SignerFields({ value, signers, onChange }: SignerFieldsProps) {
  if (!signers) return <p className="meta">{words.signerLoading}</p>
  if (signers.length === 0) return <Note tone="amber">{words.noSigners}</Note>
  const { signer, capacity, authority, lines } = signingOf(value, signers)
  const choose = (one: Signer | undefined, as: Choice | undefined = one?.choices[0]) =>
    one && as && onChange({ signerSeatId: one.seatId, capacity: as.capacity, authority: as.authority })
  return (
    <>
      <SelectField
        label={words.signer}
        name="signerSeatId"
        hint={value.signerSeatId === '' ? words.signerProposed : undefined}
        error={signer ? undefined : words.signerGone}
        value={signer?.seatId ?? ''}
        placeholder={signer ? undefined : words.signerNone}
        choices={signers.map(one => ({ value: one.seatId, label: `${one.name}, ${spokenTitle(one.title)}` }))}
        onChange={seatId => choose(signers.find(one => one.seatId === seatId))}
      />
      {signer && signer.choices.length > 1 && (
        <RadioField
          label={words.capacity}
          name="capacity"
          value={keyOf({ capacity, authority })}
          choices={signer.choices.map(one => ({
            value: keyOf(one),
            label:
              one.authority === 'head' ? words.ofHead(words.capacities[one.capacity]) : words.capacities[one.capacity],
            note: one.lines.join(' / '),
          }))}
          onChange={key =>
            choose(
              signer,
              signer.choices.find(one => keyOf(one) === key),
            )
          }
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
