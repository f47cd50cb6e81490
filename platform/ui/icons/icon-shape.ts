import type { ComponentType, SVGProps } from 'react'

/** An icon of Tabler, imported by itself: `import IconCheck from '@tabler/icons-react/icons/IconCheck'`. */
export type IconShape = ComponentType<Omit<SVGProps<SVGSVGElement>, 'stroke' | 'ref'> & { stroke?: string | number }>
