import { useState } from 'react'
import { administrativeNotation } from '#lib/document-form/index.ts'
import { RadioField } from '#platform/ui/forms/choice-field.tsx'
import { TextField } from '#platform/ui/forms/text-field.tsx'
import { administerMessages } from './administer-messages.vi.ts'
import { notationExamples } from './notation-examples.ts'

const words = administerMessages.form
export const numberAlone = '{number}'
const usual = { administrative: administrativeNotation, number: numberAlone } as const

type NotationFieldProps = {
  value: string
  issuerAbbreviation: string
  error: string | undefined
  onChange: (template: string) => void
}

/** How a number is written on a document: the decree's way, shown by examples; who has a way of his own writes a template. */
export function NotationField({ value, issuerAbbreviation, error, onChange }: NotationFieldProps) {
  const [own, setOwn] = useState(!Object.values<string>(usual).includes(value))
  const chosen = own ? 'own' : value === numberAlone ? 'number' : 'administrative'
  const example = notationExamples(value, issuerAbbreviation)

  function choose(way: typeof chosen) {
    setOwn(way === 'own')
    if (way !== 'own') onChange(usual[way])
  }
  return (
    <>
      <RadioField
        label={words.template}
        value={chosen}
        choices={[
          {
            value: 'administrative',
            label: words.templates.administrative,
            note: words.templateExample(notationExamples(administrativeNotation, issuerAbbreviation)),
          },
          { value: 'number', label: words.templates.number, note: words.templateExample('05') },
          { value: 'own', label: words.templates.own },
        ]}
        onChange={choose}
      />
      {own && (
        <>
          <TextField
            label={words.ownTemplate}
            hint={words.templateHint}
            name="notationTemplate"
            maxLength={80}
            value={value}
            error={error}
            onChange={onChange}
          />
          <p className="meta">{example ? words.templateExample(example) : words.templateUnfit}</p>
        </>
      )}
    </>
  )
}
