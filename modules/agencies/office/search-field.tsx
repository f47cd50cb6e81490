import { useEffect, useState } from 'react'
import { TextField } from '#platform/ui/forms/text-field.tsx'

const waitMs = 300
type SearchFieldProps = {
  label: string
  placeholder: string
  value: string
  onChange: (q: string | undefined) => void
}

/** Asks the server a moment after the last key, not at each. */
export function SearchField({ label, placeholder, value, onChange }: SearchFieldProps) {
  const [text, setText] = useState(value)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is typed starts a search.
  useEffect(() => {
    if (text === value) return
    const timer = setTimeout(() => onChange(text.trim() || undefined), waitMs)
    return () => clearTimeout(timer)
  }, [text])
  return (
    <TextField label={label} placeholder={placeholder} type="search" maxLength={200} value={text} onChange={setText} />
  )
}
