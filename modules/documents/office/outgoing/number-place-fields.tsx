import { useState } from 'react'
import type { NumberPlace } from '#modules/documents/contract.ts'
import { TextField } from '#platform/ui/forms/text-field.tsx'
import { numberPlaceMessages as words } from './number-place-messages.vi.ts'
import {
  heightOf,
  readDecimal,
  sizeOf,
  toMillimetres,
  toPoints,
  withinPage,
  writeDecimal,
} from './number-place-value.ts'

type NumberPlaceFieldsProps = {
  legend: string
  name: string
  place: NumberPlace
  page: { readonly width: number; readonly height: number }
  onChange: (place: NumberPlace) => void
}

/** The same place in figures, for whoever drags nothing or wants it exact. */
export function NumberPlaceFields({ legend, name, place, page, onChange }: NumberPlaceFieldsProps) {
  const set = (changes: Partial<NumberPlace>) => onChange(withinPage({ ...place, ...changes }, page))
  const most = { x: toMillimetres(page.width - place.width), y: toMillimetres(page.height - place.height) }
  return (
    <fieldset className="form-part">
      <legend>{legend}</legend>
      <div className="field-pair">
        <MeasureField
          label={words.fields.left}
          name={`${name}-left`}
          value={toMillimetres(place.x)}
          range={[0, most.x]}
          onChange={value => set({ x: toPoints(value) })}
        />
        <MeasureField
          label={words.fields.top}
          name={`${name}-top`}
          value={toMillimetres(place.y)}
          range={[0, most.y]}
          onChange={value => set({ y: toPoints(value) })}
        />
      </div>
      <div className="field-pair">
        <MeasureField
          label={words.fields.width}
          name={`${name}-width`}
          value={toMillimetres(place.width)}
          range={[5, toMillimetres(page.width)]}
          onChange={value => set({ width: toPoints(value) })}
        />
        <MeasureField
          label={words.fields.size}
          name={`${name}-size`}
          value={sizeOf(place)}
          range={[9, 24]}
          onChange={value => set({ height: heightOf(value) })}
        />
      </div>
    </fieldset>
  )
}

type MeasureFieldProps = {
  label: string
  name: string
  value: number
  range: readonly [least: number, most: number]
  onChange: (value: number) => void
}

/** A figure; what is being typed stays as it is typed until it is left, and moves nothing while it is none. */
function MeasureField({ label, name, value, range: [least, most], onChange }: MeasureFieldProps) {
  const [typed, setTyped] = useState<string>()
  const read = typed === undefined ? value : readDecimal(typed)
  const fits = read !== undefined && read >= least && read <= most
  return (
    <TextField
      label={label}
      name={name}
      inputMode="decimal"
      maxLength={6}
      value={typed ?? writeDecimal(value)}
      error={fits || typed === undefined ? undefined : words.outside(writeDecimal(least), writeDecimal(most))}
      onChange={text => {
        setTyped(text)
        const number = readDecimal(text)
        if (number !== undefined && number >= least && number <= most) onChange(number)
      }}
      onBlur={() => fits && setTyped(undefined)}
    />
  )
}
