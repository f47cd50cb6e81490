import IconEye from '@tabler/icons-react/icons/IconEye'
import IconEyeOff from '@tabler/icons-react/icons/IconEyeOff'
import { type KeyboardEvent, useState } from 'react'
import { Button } from '../actions/button.tsx'
import { kitMessages } from '../text/messages.vi.ts'
import { FieldFrame, type FieldProps, useFieldIds } from './field.tsx'

type PasswordFieldProps = FieldProps & {
  value: string
  onChange: (value: string) => void
  autoComplete: 'current-password' | 'new-password'
}

/** Letters that Telex and VNI make of plain ones: nobody sets them in a password on purpose. */
const accented = /[^\x20-\x7e]/

/** A password, with the two usual traps answered on the spot: the input method and Caps Lock. */
export function PasswordField(props: PasswordFieldProps) {
  const { label, hint = kitMessages.inputMethodTrap, error, name, className, value, onChange, autoComplete } = props
  const [shown, setShown] = useState(false)
  const [capsLock, setCapsLock] = useState(false)
  const warning = accented.test(value) ? kitMessages.inputMethodOn : capsLock ? kitMessages.capsLock : undefined
  const ids = useFieldIds({ name, hint: true, error })
  const watchCapsLock = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'))
  return (
    <FieldFrame {...{ label, error, className, ids }}>
      <div className="with-button">
        <input
          type={shown ? 'text' : 'password'}
          className="input"
          id={ids.id}
          value={value}
          onChange={event => onChange(event.target.value)}
          onKeyUp={watchCapsLock}
          onKeyDown={watchCapsLock}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          aria-describedby={ids.describedBy}
          aria-invalid={ids.invalid || undefined}
        />
        <Button look="plain" icon={shown ? IconEyeOff : IconEye} aria-pressed={shown} onClick={() => setShown(!shown)}>
          {shown ? kitMessages.hide : kitMessages.show}
        </Button>
      </div>
      <span
        className={warning ? 'field-hint password-hint text-amber' : 'field-hint password-hint'}
        id={`${ids.id}-hint`}
        role="status"
      >
        {warning ?? hint}
      </span>
    </FieldFrame>
  )
}
