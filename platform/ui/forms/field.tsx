import IconAlertTriangle from '@tabler/icons-react/icons/IconAlertTriangle'
import { type ReactNode, useId } from 'react'
import { Icon } from '../icons/icon.tsx'
import { kitMessages } from '../text/messages.vi.ts'

export type FieldProps = {
  label: string
  hint?: ReactNode
  /** What is wrong and what to do, in one or two sentences. */
  error?: string | undefined
  /** Required fields bear no mark; the others say so. */
  optional?: boolean | undefined
  /** The path of the field in the request ('document.subject'): the summary of errors links to it. */
  name?: string | undefined
  className?: string | undefined
}

export type FieldIds = { id: string; describedBy: string | undefined; invalid: boolean }

/** The id of a field's control, from its name: what the summary of errors links to. */
export const fieldId = (name: string): string => `field-${name.replaceAll('.', '-')}`

/** The ids that tie a control to its label, hint and error. */
export function useFieldIds({ name, hint, error }: Pick<FieldProps, 'name' | 'hint' | 'error'>): FieldIds {
  const generated = useId()
  const id = name ? fieldId(name) : generated
  const describedBy = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined
  return { id, describedBy, invalid: Boolean(error) }
}

type FrameProps = FieldProps & {
  ids: FieldIds
  children: ReactNode
  /** For controls that are several (a group of choices): the label is then no `<label>`. */
  group?: boolean | undefined
  labelId?: string | undefined
}

/** Label above, hint under the label, the control, the error under the control. */
export function FieldFrame({ label, hint, error, optional, className, ids, children, group, labelId }: FrameProps) {
  const words = (
    <>
      {label} {optional && <span className="field-optional">{kitMessages.optional}</span>}
    </>
  )
  return (
    <div className={className ? `field ${className}` : 'field'}>
      {group ? (
        <span className="field-label" id={labelId}>
          {words}
        </span>
      ) : (
        <label className="field-label" htmlFor={ids.id} id={labelId}>
          {words}
        </label>
      )}
      {hint && (
        <span className="field-hint" id={`${ids.id}-hint`}>
          {hint}
        </span>
      )}
      {children}
      {error && (
        <span className="field-error" id={`${ids.id}-error`}>
          <Icon of={IconAlertTriangle} small />
          <span>{error}</span>
        </span>
      )}
    </div>
  )
}
