import IconAlertTriangle from '@tabler/icons-react/icons/IconAlertTriangle'
import IconCircleCheck from '@tabler/icons-react/icons/IconCircleCheck'
import IconInfoCircle from '@tabler/icons-react/icons/IconInfoCircle'
import type { ReactNode } from 'react'
import { Icon } from '../icons/icon.tsx'
import type { IconShape } from '../icons/icon-shape.ts'
import type { Tone } from '../states/state-families.ts'

const icons: Readonly<Record<Tone, IconShape>> = {
  grey: IconInfoCircle,
  indigo: IconInfoCircle,
  green: IconCircleCheck,
  amber: IconAlertTriangle,
  red: IconAlertTriangle,
}

/** One remark beside the work: found well (green), to be looked at (amber), wrong (red), to know (indigo, grey). */
export function Note({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <div className={`note tone-${tone}`}>
      <Icon of={icons[tone]} />
      <div>{children}</div>
    </div>
  )
}
