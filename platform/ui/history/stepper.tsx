import IconCircle from '@tabler/icons-react/icons/IconCircle'
import IconCircleCheck from '@tabler/icons-react/icons/IconCircleCheck'
import { IconHalfCircle } from '../icons/half-circle.tsx'
import { Icon } from '../icons/icon.tsx'
import type { IconShape } from '../icons/icon-shape.ts'

export type Step = {
  readonly name: string
  readonly state: 'done' | 'now' | 'later'
  /** Who holds it, or how far it is: "Văn thư", "3 / 3 người". */
  readonly note?: string | undefined
}

const icons: Readonly<Record<Step['state'], IconShape>> = {
  done: IconCircleCheck,
  now: IconHalfCircle,
  later: IconCircle,
}

/** The way of a document in the order of the decree, and who holds each step. */
export function Stepper({ steps, label }: { steps: readonly Step[]; label: string }) {
  return (
    <ol className="stepper" aria-label={label} style={{ '--steps': steps.length }}>
      {steps.map(step => (
        <li key={step.name} data-step={step.state} aria-current={step.state === 'now' ? 'step' : undefined}>
          <span className="stepper-step">
            <Icon of={icons[step.state]} />
            <b>{step.name}</b>
            {step.note && <span className="meta">{step.note}</span>}
          </span>
        </li>
      ))}
    </ol>
  )
}
