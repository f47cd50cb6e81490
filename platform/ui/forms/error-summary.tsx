import { useEffect, useRef } from 'react'
import { kitMessages } from '../text/messages.vi.ts'
import { fieldId } from './field.tsx'
import type { FormError } from './form-error.ts'

export type { FormError } from './form-error.ts'

/** What is wrong, by field, as the list above the form takes it. */
export const errorsOf = (faults: Readonly<Record<string, string | undefined>>): FormError[] =>
  Object.entries(faults).flatMap(([path, message]) => (message ? [{ path, message }] : []))

type ErrorSummaryProps = {
  errors: readonly FormError[]
  /** How often saving was tried: each further attempt brings the focus back. */
  attempts?: number
}

/**
 * What is missing or wrong, listed once above the form with links to the fields. It takes the focus when it appears, so
 * that a screen reader says it and a keyboard is near it.
 */
export function ErrorSummary({ errors, attempts = 0 }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null)
  const any = errors.length > 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: a further attempt is the reason to go there again.
  useEffect(() => {
    if (any) box.current?.focus()
  }, [any, attempts])
  if (!any) return null
  return (
    <div className="error-summary" role="alert" tabIndex={-1} ref={box}>
      <strong>{kitMessages.errorSummary(errors.length)}</strong>
      <ul>
        {errors.map(error => (
          <li key={error.path}>
            <a
              href={`#${fieldId(error.path)}`}
              onClick={event => {
                event.preventDefault()
                goTo(error.path)
              }}
            >
              {error.message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** A field that is folded away takes no focus: its fold is opened first. */
function goTo(path: string) {
  const field = document.getElementById(fieldId(path))
  field?.closest('details')?.setAttribute('open', '')
  field?.focus()
}
